// Which rows of sewing show on the outside of a pack, and where on the flat pieces they run: topstitching,
// lapped seams, bindings, bartacks and X-boxes. What is turned inside with an allowance shows no thread and
// is left out.
#pragma once

#include <string>
#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

/// One row on a piece.
struct SewnRow {
  const Piece* piece = nullptr;
  std::string assembly;        ///< of the sewing: what else of it lies there is sewn through, too
  Polyline line;               ///< in the piece's flat frame
  bool dense = false;          ///< a bartack's needle goes to and fro
  bool through_cloth = false;  ///< other pieces of the assembly that lie on the line are sewn through
  double stitches_per_inch = 8;
  const Piece* mate = nullptr;  ///< what a seam joins it to: it shows there where the mate lies over it
};

inline constexpr double kThread_mm = 0.66;  ///< how wide a row of single thread shows
inline constexpr double kBartack_mm = 2.0;  ///< how wide a bartack is

/// In the pack's order: seams, stitch lines, tacks. The pack outlives them.
std::vector<SewnRow> sewnRows(const Pack& pack);

}  // namespace configurator
