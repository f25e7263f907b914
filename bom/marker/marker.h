// Lays the pieces of one material on its roll: the marker that the cutting table follows.
//
//      y across (width)
//      ^  +----+---------+ - - cuttable width        x runs along the roll, which is the grain; (0, 0) is the
//      |  |    |  +------+                           start of the cloth at one selvedge. All lengths in mm,
//      |  +----+--+------+  ...                      angles in degrees, counter-clockwise.
//      +--0------------ length -----> x along
//
// A search over orders of laying, each laid bottom-left: deterministic, one thread, no clock of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "bom/product.h"
#include "bom/result.h"

namespace bom {

/// A piece as it is cut, allowances included, with how often and how it may lie.
struct MarkerPiece {
  std::string name;
  std::vector<Point> outline;  ///< simple, either sense of rotation, last point need not repeat the first
  int demand = 1;              ///< pieces in the marker, >= 1
  int mirrored = 0;            ///< so many of the demand are cut mirrored across the grain (y -> -y)
  std::vector<double> rotations_deg{0, 180};  ///< allowed; {0}: cloth with a nap or a one-way print
};

struct Cloth {
  double cuttable_width_mm = 0;  ///< > 0; pieces may touch its edges
  double roll_width_mm = 0;      ///< as bought, selvedges included; 0: the cuttable width
  double spacing_mm = 0;         ///< room for the knife between two pieces, >= 0
  double end_mm = 0;             ///< cloth lost at each end of the lay, >= 0
};

/// How long to search. The same pieces, cloth, iterations and seed give the same marker to the bit.
struct MarkerBudget {
  int iterations = 1;  ///< markers laid and compared, >= 1
  std::uint64_t seed = 1;
  std::function<bool()>
      enough{};  ///< asked after each marker: true ends the search early (a clock's business)
};

/// For figures: some 30 ms for the pieces of four packs.
MarkerBudget quickMarker();
/// What is cut: a second for the pieces of four packs, some for a hundred irregular pieces.
MarkerBudget finalMarker();

/// A piece at its place: of the outline each point is mirrored (y -> -y) where said, turned about (0, 0),
/// then moved by (x, y).
struct Placement {
  std::size_t piece = 0;  ///< which of the pieces
  double x = 0, y = 0;
  double rotation_deg = 0;
  bool mirrored = false;
};

struct Marker {
  double length_mm = 0;   ///< from the start of the cloth to the end of its last piece, without the ends
  double pieces_mm2 = 0;  ///< area of all pieces
  int iterations = 0;     ///< markers laid to find this one
  std::vector<Placement> placements;  ///< by piece, then in the order of laying
};

/// The shortest marker found. Fails, and names the piece, where an outline has no area, a demand is below one
/// or fits no number of mirrored pieces, or a piece is wider than the cloth however it may lie.
Result<Marker> layMarker(const std::vector<MarkerPiece>& pieces, const Cloth& cloth,
                         const MarkerBudget& budget);

/// Marker efficiency: area of the pieces / (cuttable width x length), 0 to 1.
double markerEfficiency(const Marker& marker, const Cloth& cloth);
/// Fabric utilisation: area of the pieces / (roll width x (length + both ends)): what is paid for, 0 to 1.
double fabricUtilisation(const Marker& marker, const Cloth& cloth);

/// The outline of a piece where it is laid.
std::vector<Point> placedOutline(const MarkerPiece& piece, const Placement& placement);

/// Signed area of a closed outline, positive counter-clockwise, mm2.
double outlineArea(const std::vector<Point>& outline);

}  // namespace bom
