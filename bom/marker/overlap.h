// Is a marker what it says? Each pair of pieces is intersected as polygons, by another road than the one that
// laid them; nothing here knows rows or orders.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bom/marker/marker.h"

namespace bom {

struct MarkerConflict {
  enum class Kind { Overlap, TooNear, OffTheCloth };
  Kind kind = Kind::Overlap;
  std::size_t first = 0, second = 0;  ///< placements; the same one twice where it leaves the cloth
  double amount = 0;                  ///< Overlap: common area, mm2; others: what is missing, mm
};

/// Whether two edges of a closed outline cross, each within the other; edges that only touch do not.
bool crossesItself(const std::vector<Point>& outline);

/// Area that two closed outlines have in common, mm2; each of them simple, in either sense of rotation.
double commonArea(const std::vector<Point>& a, const std::vector<Point>& b);

/// Least distance between the edges of two outlines, mm; 0 where they touch or cross.
double edgeDistance(const std::vector<Point>& a, const std::vector<Point>& b);

/// Pieces that overlap, come nearer than the spacing, or reach over an edge, the start or the length of the
/// marker, by more than a millionth of the cloth's width (overlaps: than so much along the whole edge).
/// Empty: the marker is sound.
std::vector<MarkerConflict> conflictsIn(const Marker& marker, const std::vector<MarkerPiece>& pieces,
                                        const Cloth& cloth);

}  // namespace bom
