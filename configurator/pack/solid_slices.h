// A solid as convex level slices, roughly: enough to tell what stands between a point and an onlooker far off
// at the same height. Millimetres.
#pragma once

#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/torso.h"

namespace configurator {

/// The slices from `low_y` up, each `step` high, as convex outlines in x and z, counter-clockwise; an empty
/// one is none.
struct SolidSlices {
  double low_y = 0, step = 8;
  std::vector<Polyline> outlines;
};

/// Round points that lie on the solid's surface.
SolidSlices slicesAround(const std::vector<Vec3>& points);
SolidSlices slicesOf(const Torso& torso);

/// How far a level ray runs inside the solid. REQUIRES a unit direction with y = 0.
double lengthInside(const SolidSlices& solid, const Vec3& from, const Vec3& direction);

}  // namespace configurator
