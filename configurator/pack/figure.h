// The figure that wears a pack in pictures: the torso with a neck, shoulders and short arms that hang a
// little away from it, cut off below the hips, as a tailor's bust is. No part of the pack. Millimetres, in
// the torso's own frame.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "configurator/pack/torso.h"

namespace configurator {

/// The torso of the pack's size, where it wears the pack; the pack's straps are laid on it.
Torso wearerOf(const Pack& pack);

/// An upper arm: a round cone from the shoulder's joint to where it is cut off.
struct UpperArm {
  Vec3 joint{0, 0, 0}, end{0, 0, 0};
  double joint_radius_mm = 50, end_radius_mm = 46;
};

struct Figure {
  Torso torso;
  std::array<UpperArm, 2> arms;  ///< left (x < 0) and right
};

Figure makeFigure(const Torso& torso);

/// Positive inside the figure, roughly the depth below its skin; the ends of neck, hips and arms count.
double depthInside(const Figure& figure, Vec3 at);

/// The figure's skin: smooth normals that point out, triangles counter-clockwise seen from outside.
struct FigureMesh {
  std::vector<Vec3> points, normals;
  std::vector<std::array<std::uint32_t, 3>> triangles;
};
FigureMesh meshFigure(const Figure& figure);

}  // namespace configurator
