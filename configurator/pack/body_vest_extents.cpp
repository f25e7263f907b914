#include "configurator/pack/body_vest_extents.h"

#include <algorithm>
#include <cmath>

#include "configurator/pack/body_vest_drape.h"
#include "configurator/pack/torso_lines.h"

namespace configurator {
namespace {

/// The spine under the vest's cloth.
struct Spine {
  const Torso& torso;
  double z(double y) const { return backOfTorso(torso, 0, y).z + kVestLiftMm; }
  /// As cloth has it that bridges hollows.
  double slope(double y) const { return (z(y + 60) - z(y - 8)) / 68; }
};

/// The main pocket's middle line: a straight line from above the hem to under the neck, off the back by the
/// depths of gusset and top strip, and the arc of back and dome over it.
struct MiddleLine {
  Vec2 low, high;  ///< z, y
  double rise = 0;

  MiddleLine(const VestBack& back, const Spine& spine) {
    const MainPocketShape& main = back.main;
    const double from = main.bottom - main.sag + back.shape.back_length + back.shape.hem_sag;
    const double to = from + main.footprintHeight();
    low = off(spine, from, main.depth);
    high = off(spine, to, main.endDepth());
    rise = main.dome() + std::max(0.0, spine.z((from + to) / 2) - (spine.z(from) + spine.z(to)) / 2);
    // What the panel is longer than the line it arches over hangs out at both ends.
    const double chord = main.panelHeight() - 8 * rise * rise / (3 * main.panelHeight());
    low.y -= std::max(0.0, chord - glm::distance(low, high)) / 2;
  }

  /// `up` 0..1
  double z(double up) const { return glm::mix(low.x, high.x, up) + 4 * rise * up * (1 - up); }

 private:
  static Vec2 off(const Spine& spine, double y, double depth) {
    const double slope = spine.slope(y), out = depth / std::hypot(1.0, slope);
    return {spine.z(y) + out, y - slope * out};
  }
};

double rearmost(const VestBack& back, const MiddleLine& line) {
  double most = -1e9;
  for (int i = 0; i <= 8; ++i) most = std::max(most, line.z(i / 8.0));
  if (back.kangaroo == nullptr) return most;
  for (const BulgeCut::Row& row : back.kangaroo->rows)
    most = std::max(most, line.z((kKangarooUp + row.level) / back.main.panelHeight()) + row.rise);
  return most;
}

/// How far to the side a line reaches that runs round the ribs for `length`.
double roundTheRibs(const TorsoSection& ribs, double length) {
  Vec2 at{0, ribs.b};
  constexpr int kSteps = 12;
  double way = 0;
  for (int i = 1; i <= kSteps; ++i) {
    const double x = ribs.a * i / kSteps;
    const Vec2 next{x, ribs.b * std::pow(1 - std::pow(x / ribs.a, ribs.n), 1 / ribs.n)};
    const double step = glm::distance(at, next);
    if (way + step >= length) return glm::mix(at.x, next.x, (length - way) / step);
    way += step;
    at = next;
  }
  return ribs.a;
}

}  // namespace

Vec3 vestExtents(const VestBack& back, const Torso& torso) {
  const Spine spine{torso};
  const MiddleLine line(back, spine);
  const VestShape& shape = back.shape;
  // Rounded corners keep the widest place of the panel, and the curve of the shoulder the strap's end, inside
  // of where straight lines would have them.
  constexpr double kCornerIn = 5, kShoulderIn = 0.75;
  const double shoulder = shape.neck_half + shape.strap_width - kShoulderIn;
  const double hem = roundTheRibs(sectionAt(torso, kVestCornerMm), shape.back_half_hem) + kVestLiftMm;
  const double main = back.main.half_bottom + 3 + 0.3 * back.main.depth - kCornerIn;
  // The shoulder seam lies behind the ridge, but on cloth that rises over it towards the neck.
  constexpr double kOverShoulder = 11, kBelly = 0.015;
  const double top = shoulderTop(torso, shape.neck_half + 4).y + kOverShoulder;
  const double bottom = std::min(0.0, line.low.y - kBelly * back.main.depth);
  // A thin pocket's panel arches more than its dome to hold its litres over a round back, a deep one's less,
  // and all the more the shorter it is; a kangaroo pocket pushes it out. Figures of the drawn vests.
  constexpr double kThinMore = 2.85, kDeepLess = 0.07, kLongLess = 0.035, kKangarooMore = 0.5;
  constexpr double kFlat = 16, kFlatMore = 0.2, kUsualBack = 370;
  // The gusset round a deep pocket's bottom may stand out farther, for it bows past the panel's rim.
  constexpr double kGussetBow = 2.5;
  const double arch = kThinMore - kDeepLess * back.main.depth - kLongLess * (shape.back_length - kUsualBack) +
                      kFlatMore * std::max(0.0, kFlat - back.main.depth) +
                      (back.kangaroo != nullptr ? kKangarooMore : 0);
  const double out = std::max(rearmost(back, line) + arch, line.low.x + kGussetBow);
  return {2 * std::max({shoulder, hem, main}), top - bottom, out - torso.back_plane_z_mm};
}

}  // namespace configurator
