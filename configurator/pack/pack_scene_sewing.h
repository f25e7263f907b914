// Sewing as it shows: ribbons of thread laid on the triangles that are drawn, so that none sinks into its
// cloth.
#pragma once

#include <string>
#include <vector>

#include "configurator/pack/sewn_rows.h"
#include "renderer/scene.h"

namespace configurator {

/// What is drawn of a pack, in the order of its parts: cloth first, then fittings.
struct DrawnParts {
  std::vector<const Piece*> pieces;
  const std::vector<Fitting>* fittings = nullptr;
  const std::vector<renderer::Mesh>*cloth = nullptr, *hardware = nullptr;  ///< of each piece, each fitting
};

/// The thread on one part.
struct SewnPart {
  std::string part_id;
  renderer::Mesh mesh;
};

/// How many triangles the rows will take, about.
std::size_t sewnTriangles(const std::vector<SewnRow>& rows);

/// Ribbons a little above the outermost of what each row goes through; by part, at most `triangles` in all. u
/// runs along the thread, in mm of a row of 8 stitches per inch; v is across, about kRowV_mm or kTackV_mm.
std::vector<SewnPart> laidSewing(const std::vector<SewnRow>& rows, const DrawnParts& parts,
                                 std::size_t triangles);

}  // namespace configurator
