// A piece as triangles: its flat outline cut into grid cells, every vertex then put into space by the piece's
// surface. The only place where pieces become triangles.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "configurator/pack/grid_cut.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// `flat`, `space` and `normals` have one entry per vertex; triangles wind counter-clockwise in the flat, so
/// outward in space. `boundary` is the closed outline as vertex indices, counter-clockwise.
struct PieceMesh {
  std::vector<Vec2> flat;
  std::vector<Vec3> space;
  std::vector<Vec3> normals;
  std::vector<std::array<std::uint32_t, 3>> triangles;
  std::vector<std::uint32_t> boundary;
};

/// `cell_mm` > 0 is the grid size, scaled by the piece's own cell_scale. No triangle crosses the straight
/// line through a two-point Fold mark; a vertex on it is there twice, with the normals of either side.
PieceMesh meshPiece(const Piece& piece, double cell_mm);

/// The same with an outline of its own, near the piece's, and with other lines.
PieceMesh meshPiece(const Piece& piece, const Polyline& outline, const GridLines& lines);

/// The mesh with every vertex moved and normals of its own again.
PieceMesh movedMesh(PieceMesh mesh, const std::function<Vec3(Vec3)>& map);

double flatArea(const PieceMesh& mesh);   ///< mm2
double spaceArea(const PieceMesh& mesh);  ///< mm2

/// Triangles of a simple polygon (counter-clockwise) by ear clipping, as indices into it.
std::vector<std::array<std::uint32_t, 3>> triangulate(const Polyline& polygon);

/// Volume enclosed by meshes that together close a space, by the divergence theorem; positive when they face
/// out.
double enclosedVolume(const std::vector<PieceMesh>& meshes);

}  // namespace configurator
