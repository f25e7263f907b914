#include "configurator/pack/belt_path.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "configurator/pack/strap_bed.h"

namespace configurator {
namespace {

/// How high a belt from a height on the back lies at the flank and before: level, but of a short pack so far
/// down that it runs free below the arms.
double beltHeight(const Torso& torso, double from_y) {
  constexpr double kArmpitBelowC7 = 190, kFree = 110;
  return std::min(from_y, torso.c7_y_mm - kArmpitBelowC7 - kFree);
}

/// A place on the skin at one height, from the middle of the back (0) round the side to the middle of the
/// front (1), with its normal.
struct HipPlace {
  Vec3 at, normal;
};
HipPlace hipPlace(const TorsoSection& section, double side, double around, double lift_mm) {
  const double angle = std::numbers::pi * (0.5 - around);
  const double c = std::max(std::cos(angle), 0.0);
  const double s = std::sin(angle);
  const double power = 2 / section.n;
  const Vec3 normal{side * std::pow(c, 2 - power) / section.a, 0,
                    std::copysign(std::pow(std::abs(s), 2 - power), s) / section.b};
  return {{side * (section.a + lift_mm) * std::pow(c, power), section.y,
           section.centre_z + (section.b + lift_mm) * std::copysign(std::pow(std::abs(s), power), s)},
          glm::normalize(normal)};
}

}  // namespace

HipWay hipWay(const PackDraft& draft, const BodySide& side, double lift_mm) {
  return {draft.body.torso, anchorOf(draft, side.of("hip")), side.sign, lift_mm};
}

BodyPath halfHips(const HipWay& way) {
  const auto& [torso, from, sign, lift_mm] = way;
  const double level = beltHeight(torso, from.y);
  constexpr int kParts = 48;
  constexpr double kDown = 0.55;  // of half a way round
  BodyPath ring;
  ring.points.push_back(from);
  int first = -1;
  for (int i = 0; i <= kParts; ++i) {
    const double around = static_cast<double>(i) / kParts;
    const double turned = first < 0 ? 0 : std::min(1.0, static_cast<double>(i - first) / (kDown * kParts));
    const double y = glm::mix(from.y, level, turned * turned * (3 - 2 * turned));
    TorsoSection section = sectionAt(torso, y);
    section.y = y;
    const HipPlace place = hipPlace(section, sign, around, lift_mm);
    if (sign * place.at.x < sign * from.x && around < 0.5) continue;  // behind the pack's corner
    if (first < 0) first = i;
    ring.points.push_back(place.at);
    ring.normals.push_back(place.normal);
  }
  ring.normals.insert(ring.normals.begin(), ring.normals.front());
  ring.bed = std::make_shared<const StrapBed>(torso, ring.points, ring.normals, 0);
  return ring;
}

}  // namespace configurator
