// An outline as rows, for the one question of laying: pushed along the roll at this height, where would a
// piece run into another? Each part is convex along x: of every height it holds one stretch from left to
// right. So at a given height two parts forbid one stretch of places to each other, exactly and without a
// raster:
//
//        ___                          blocked = ( min over heights (left of A - right of B),
//      _/ A \__   +---+                           max over heights (right of A - left of B) )
//     |________|  | B |  ->
//
// The heights to look at are the corners of both (between them left and right are straight lines).
#pragma once

#include <optional>
#include <vector>

#include "bom/product.h"

namespace bom {

/// Between two heights, bounded left and right by straight lines.
struct ShapeRow {
  double low = 0, high = 0;
  double left_low = 0, left_high = 0, right_low = 0, right_high = 0;
  double left_slope = 0, right_slope = 0;  ///< mm along per mm across

  double left(double y) const { return left_low + left_slope * (y - low); }
  double right(double y) const { return right_low + right_slope * (y - low); }
};

/// Rows from low to high, each starting where the one before ends.
using RowPart = std::vector<ShapeRow>;

/// A height at which a shape has an edge along the roll, or its box ends.
struct Level {
  double y = 0;
  bool faces_up = false;  ///< the shape lies below the edge
};

/// An outline moved so that its box starts at (0, 0).
struct RowShape {
  std::vector<RowPart> parts;
  double length = 0, width = 0;  ///< of its box: along x, along y

  double area() const;
  /// The box's own two, and its edges along the roll that are not short.
  std::vector<Level> levels() const;
};

/// Lowest x and y of an outline. REQUIRES one point at least.
Point boxStart(const std::vector<Point>& outline);

/// REQUIRES an outline with area. Where it crosses itself, all that it winds around counts as inside.
RowShape rowShapeOf(const std::vector<Point>& outline);

/// `shape` with fewer rows: the sides of neighbouring rows become one line where it runs outside of them by
/// at most `tolerance` mm, and inside the box. Never less than the shape.
RowShape coarsened(const RowShape& shape, double tolerance);

/// `shape` with `margin` mm more on every side (square corners), never less; the box grows alike, so that a
/// shape at (x, y) is inside its grown one at (x - margin, y - margin). 0 gives the shape itself.
RowShape grown(const RowShape& shape, double margin);

struct Stretch {
  double from = 0, to = 0;
};

/// Where `moved` may not start along x, its start at height `dy` above that of `fixed`, both measured from
/// their boxes: an open stretch. Nothing where they pass each other.
std::optional<Stretch> blockedBy(const RowPart& fixed, const RowPart& moved, double dy);

}  // namespace bom
