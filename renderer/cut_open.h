// A section: geometry cut by an upright plane, with faces where it was cut.
#pragma once

#include "renderer/scene.h"

namespace renderer {

struct Cut {
  float x_mm = 0;           ///< the plane; what lies beyond it, at greater x, is cut away
  float cloth_mm = 1.8f;    ///< how thick a surface that encloses nothing shows in the cut
  std::uint32_t slots = 0;  ///< above all slots in use: cut faces of slot s have slot s + slots
};

/// Nodes on the plane are split: the part that is left, in its place, and a node of the same id with its cut
/// face. What is closed is filled; an open sheet shows as a band along its cut. A node that is all beyond the
/// plane is left out. REQUIRES indices that name vertices.
Geometry cutOpen(const Geometry& geometry, const Cut& cut);

}  // namespace renderer
