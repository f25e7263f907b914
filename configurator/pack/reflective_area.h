// How much reflective area a worn pack shows from eight sides. The wearer's torso and the pack's own body
// hide what is behind them, bands and cords what they cross. A strap or pocket that stands further off hides
// nothing here: a picture by night, which measures the same, does that.
#pragma once

#include <array>
#include <set>
#include <string>

#include "configurator/pack/pack.h"

namespace configurator {

/// Seen from `azimuth_deg`: 0 = from behind the wearer, 90 = from the wearer's right, 180 = from the front.
struct ReflectiveView {
  double azimuth_deg = 0;
  double area_cm2 = 0;
};

/// The way from the pack to somebody who stands at that azimuth.
Vec3 towards(double azimuth_deg);

/// Sum of area x max(0, outward normal . direction) over the pieces and fittings made of `items`, as far as
/// they are not hidden, at 0, 45 .. 315 degrees. A ribbon shows its outer face; a cord the half of it that
/// faces away from the pack's middle.
std::array<ReflectiveView, 8> reflectiveViewsOf(const Pack& pack, const std::set<std::string>& items);

}  // namespace configurator
