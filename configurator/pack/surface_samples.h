// A flat piece as points that each stand for a little area: what sums over a piece's surface need, without
// triangles.
#pragma once

#include <vector>

#include "configurator/pack/geometry.h"

namespace configurator {

struct SurfaceSample {
  Vec2 flat{0, 0};
  double area_mm2 = 0;
};

/// Midpoints of cells of about `cell_mm` (> 0) inside a closed outline; their areas add up to the outline's,
/// within rounding. Empty for an outline without area.
std::vector<SurfaceSample> samplesOf(const Polyline& outline, double cell_mm);

}  // namespace configurator
