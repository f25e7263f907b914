// Cloth as a coarse grid of nodes with a smooth (bicubic) surface through them, and its relaxation: nodes
// move until all grid distances are the flat ones, seams are closed and nothing is inside the wearer.
// Deterministic: fixed order, fixed number of rounds. Millimetres.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "configurator/pack/geometry.h"
#include "configurator/pack/torso.h"

namespace configurator {

struct SheetGrid {
  Vec2 low{0, 0};  ///< flat place of node (0, 0)
  double cell = 20;
  int columns = 0, rows = 0;
};

/// A node's place is interpolated (Catmull-Rom) from 16 nodes.
struct SheetStencil {
  std::array<std::size_t, 16> node{};
  std::array<double, 16> weight{};
};

struct ClothSheet {
  SheetGrid grid;
  std::vector<Vec3> nodes;  ///< row by row from `low`

  SheetStencil stencilAt(Vec2 flat) const;
  Vec3 at(Vec2 flat) const;
  /// Outward unit normal: d/dx cross d/dy.
  Vec3 normalAt(Vec2 flat) const;
  /// at(flat) moved along the normal.
  Vec3 lifted(Vec2 flat, double lift_mm) const;
};

/// An empty grid that covers an outline with a margin of more than one cell.
ClothSheet makeSheet(const Polyline& outline, double cell);

/// One sheet in a relaxation.
struct RelaxSheet {
  ClothSheet* sheet = nullptr;
  Polyline outline;
  Vec2 stretch{1, 1};     ///< worn length / flat length, along x and y
  bool mirrored = false;  ///< flat x = 0 lies in the plane x = 0 and the other half is its mirror image
};

/// Two flat points, on two sheets, that are sewn together.
struct RelaxSeamPoint {
  std::size_t sheet[2] = {0, 0};
  Vec2 flat[2];
};

struct Relaxation {
  std::vector<RelaxSheet> sheets;
  std::vector<RelaxSeamPoint> seams;
  double lift_mm = 3;  ///< least distance from the skin
  int rounds = 220;
};

void relax(const Torso& torso, const Relaxation& relaxation);

}  // namespace configurator
