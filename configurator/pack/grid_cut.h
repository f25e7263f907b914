// A piece's outline cut by the lines of a grid, in whole numbers: neighbours share their vertices exactly.
#pragma once

#include <cstdint>
#include <vector>

#include "configurator/pack/geometry.h"

namespace configurator {

/// Grid coordinates in a millimetre: vertices live on a grid of 10 micrometres.
inline constexpr double kGridUnits = 100.0;

struct GridPoint {
  std::int64_t x = 0, y = 0;
  friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

using GridPath = std::vector<GridPoint>;

/// Where the lines of a grid are, mm, rising; the first and the last lie on or beyond the outline.
struct GridLines {
  std::vector<double> x, y;
};

/// Lines at every multiple of `cell_mm` > 0 that an outline needs.
GridLines evenLines(const Polyline& outline, Vec2 cell_mm);

/// `cells`: what of the inside lies in each cell, counter-clockwise; neighbours share their vertices exactly.
/// `outline` has a point wherever it crosses a line of the grid.
struct GridCut {
  GridPath outline;
  std::vector<GridPath> cells;
};

/// `outline` is simple and counter-clockwise.
GridCut cutAtGrid(const Polyline& outline, const GridLines& lines);

}  // namespace configurator
