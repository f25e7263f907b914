// The lines of a scene as a draughtsman draws them: outlines, edges and given lines on the surfaces, seen
// from one side without perspective, with what lies behind something left out. Millimetres; needs no GPU.
#pragma once

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "renderer/scene.h"

namespace renderer {

using Line3 = std::vector<glm::vec3>;
using Line2 = std::vector<glm::vec2>;

struct VisibleLines {
  std::vector<Line2> outlines;  ///< where a surface turns away, or bends sharply
  std::vector<Line2> edges;     ///< where a surface ends
  std::vector<Line2> given;     ///< what is left of the given lines
};

/// Seen from `azimuth_deg` round the y axis, as Camera has it. x to the right, y up. Ghosts are left out.
VisibleLines visibleLines(const Geometry& geometry, const std::vector<Line3>& given, float azimuth_deg);

}  // namespace renderer
