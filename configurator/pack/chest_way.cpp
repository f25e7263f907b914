#include "configurator/pack/chest_way.h"

#include <algorithm>

#include "configurator/catalog/require.h"

namespace configurator {

const ChestLine& chestLineOf(const PackDraft& draft, const std::string& side) {
  const auto found = draft.body.chest_lines.find(side);
  if (found == draft.body.chest_lines.end()) broken("neither body nor harness offers the chest line " + side);
  return found->second;
}

double heightOn(const ChestLine& line, const std::string& height) {
  return height == "upper" ? line.upper_mm : line.lower_mm;
}

Vec2 inwardAt(const ChestLine& line, double along_mm) {
  double at = 0;
  for (std::size_t i = 1; i < line.points.size(); ++i) {
    const double step = glm::distance(line.points[i - 1], line.points[i]);
    if (at + step >= along_mm || i + 1 == line.points.size()) {
      const double t = std::clamp((along_mm - at) / step, 0.0, 1.0);
      return glm::normalize(glm::mix(line.inward[i - 1], line.inward[i], t));
    }
    at += step;
  }
  return line.inward.front();
}

SurfacePoint onStrap(const ChestLine& line, double along_mm, Vec2 inward_and_above) {
  const Vec2 flat = pointAlong(line.points, along_mm) + inward_and_above.x * inwardAt(line, along_mm);
  const SurfacePoint point = line.cloth.pointAt(flat);
  return {point.at + (line.lift_mm + inward_and_above.y) * point.normal, point.normal};
}

namespace {

/// The points of a line across the chest that a band pulled tight touches: no other lies before it. The
/// wearer's front is at -z.
std::vector<Vec3> pulledTight(const std::vector<Vec3>& over) {
  std::vector<Vec3> tight;
  for (const Vec3& point : over) {
    if (!tight.empty() && point.x <= tight.back().x) continue;
    while (tight.size() >= 2) {
      const Vec3 a = tight[tight.size() - 2], b = tight.back();
      if ((b.x - a.x) * (point.z - a.z) - (point.x - a.x) * (b.z - a.z) > 0) break;
      tight.pop_back();
    }
    tight.push_back(point);
  }
  return tight;
}

/// From a line's slider over the inner edge of its strap.
std::vector<Vec3> overEdge(const ChestLine& line, const std::string& height) {
  constexpr double kAbove = 2.8;
  constexpr int kSteps = 3;
  std::vector<Vec3> over;
  for (int i = 0; i <= kSteps; ++i) {
    const double inward =
        glm::mix(kSliderBar, std::max(kSliderBar, line.to_edge_mm) + 2, static_cast<double>(i) / kSteps);
    over.push_back(onStrap(line, heightOn(line, height), {inward, kAbove}).at);
  }
  return over;
}

/// Out of the chest across a band, which lies on it flat: below the collarbones the chest slopes.
Vec3 leaningOn(const Torso& torso, Vec3 at, Vec3 along) {
  const Vec3 level = glm::normalize(Vec3{along.z, 0, -along.x}), skin = torsoNormal(torso, at);
  const double outwards = std::max(0.5, glm::length(Vec2{skin.x, skin.z}));
  return glm::normalize(level + Vec3{0, skin.y / outwards, 0});
}

}  // namespace

ChestWayPtr chestWay(const PackDraft& draft, const std::string& height) {
  return std::make_shared<const ChestWay>(
      ChestWay{chestLineOf(draft, "left"), chestLineOf(draft, "right"), draft.body.torso, height});
}

std::vector<Vec3> tightOver(const ChestWay& way) {
  constexpr int kParts = 12;
  std::vector<Vec3> over = overEdge(way.left, way.height);
  std::vector<Vec3> other = overEdge(way.right, way.height);
  const Vec3 left = over.back(), right = other.back();
  for (int i = 1; i < kParts; ++i) {
    const Vec3 chord = glm::mix(left, right, static_cast<double>(i) / kParts);
    over.push_back(frontOfTorso(way.torso, chord.x, chord.y) + Vec3{0, 0, -4});
  }
  over.insert(over.end(), other.rbegin(), other.rend());
  return pulledTight(over);
}

double reachOver(const ChestWay& way) {
  ChestWay rough = way;
  for (ChestLine* line : {&rough.left, &rough.right})
    if (line->roughly) line->cloth = line->roughly;
  return lengthOf(tightOver(rough));
}

BodyPath overChest(const ChestWay& way) {
  constexpr double kStep = 12;
  const std::vector<Vec3> tight = tightOver(way);
  const double length = lengthOf(tight);
  const int parts = std::max(2, 2 * static_cast<int>(length / kStep / 2));
  BodyPath path;
  for (int i = 0; i <= parts; ++i) {
    const double at = length * i / parts;
    const Vec3 here = pointAlong(tight, at), along = pointAlong(tight, at + 1) - pointAlong(tight, at - 1);
    path.points.push_back(here);
    path.normals.push_back(leaningOn(way.torso, here, along));
  }
  return path;
}

}  // namespace configurator
