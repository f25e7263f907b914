// Lines that lie on a torso: over the shoulder, and the way of a shoulder strap.
#pragma once

#include <vector>

#include "configurator/pack/torso.h"

namespace configurator {

/// A line on the skin in the plane x = const: from the back at height `back_y` up, over the shoulder, down
/// the front to `front_y`; points about `step_mm` apart.
struct OverShoulder {
  double x = 0, back_y = 0, front_y = 0, step_mm = 8;
};
std::vector<Vec3> overShoulder(const Torso& torso, const OverShoulder& line);
/// The way of a shoulder strap: from the anchor on the back over the shoulder, down the chest, under the
/// armpit and back to the lower anchor (both given in space); points about 8 mm apart, lifted `lift_mm` off
/// the skin. It turns under the arm close below the armpit, or `drop_mm` lower, as a vest's front does.
std::vector<Vec3> strapPath(const Torso& torso, Vec3 anchor, Vec3 lower, double lift_mm, double drop_mm = 0);

}  // namespace configurator
