#include "configurator/pack/grid_cut.h"

#include <algorithm>
#include <cmath>
#include <polyclipping/clipper.hpp>

namespace configurator {
namespace {

using ClipperLib::Path;
using ClipperLib::Paths;

// The outline is cut where it crosses a grid line before any clipping, so clipping creates no points of its
// own.

std::int64_t toUnits(double mm) {
  return std::llround(mm * kGridUnits);
}

using Lines = std::vector<std::int64_t>;

Lines onGrid(const std::vector<double>& lines) {
  Lines units;
  for (const double line : lines) {
    const std::int64_t at = toUnits(line);
    if (units.empty() || at > units.back()) units.push_back(at);
  }
  return units;
}

/// Parameters (0..1) at which the segment crosses lines, for one coordinate.
void addCrossings(double from, double to, const Lines& lines, std::vector<double>& at) {
  const double low = std::min(from, to);
  const double high = std::max(from, to);
  const auto first = static_cast<std::int64_t>(std::floor(low * kGridUnits));
  for (auto line = std::upper_bound(lines.begin(), lines.end(), first); line != lines.end(); ++line) {
    const double mm = static_cast<double>(*line) / kGridUnits;
    if (mm >= high - 1e-9) break;
    if (mm > low + 1e-9) at.push_back((mm - from) / (to - from));
  }
}

GridPath cutOutline(const Polyline& outline, const Lines& x, const Lines& y) {
  GridPath path;
  std::vector<double> at;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Vec2 a = outline[i];
    const Vec2 b = outline[(i + 1) % outline.size()];
    at.assign(1, 0.0);
    addCrossings(a.x, b.x, x, at);
    addCrossings(a.y, b.y, y, at);
    std::sort(at.begin(), at.end());
    for (const double t : at) {
      const Vec2 p = glm::mix(a, b, t);
      const GridPoint point{toUnits(p.x), toUnits(p.y)};
      if (path.empty() || path.back() != point) path.push_back(point);
    }
  }
  while (path.size() > 1 && path.front() == path.back()) path.pop_back();
  return path;
}

Path rectangle(std::int64_t x0, std::int64_t x1, std::int64_t y0, std::int64_t y1) {
  return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

Paths intersection(const Paths& subject, const Path& clip) {
  ClipperLib::Clipper clipper;
  clipper.PreserveCollinear(true);
  clipper.AddPaths(subject, ClipperLib::ptSubject, true);
  clipper.AddPath(clip, ClipperLib::ptClip, true);
  Paths solution;
  clipper.Execute(ClipperLib::ctIntersection, solution, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
  return solution;
}

/// The cells of a grid that the outline touches. A segment of the cut outline lies in one closed cell, which
/// then holds both of its ends: so the cells of all vertices are the cells of the outline.
class Touched {
 public:
  Touched(const GridPath& outline, const Lines& x, const Lines& y)
      : rows_(y.size() - 1), cells_(rows_ * (x.size() - 1)) {
    for (const GridPoint& p : outline) {
      const auto [column, left] = cellOf(p.x, x);
      const auto [row, below] = cellOf(p.y, y);
      for (std::size_t c = left; c <= column && c < x.size() - 1; ++c)
        for (std::size_t r = below; r <= row && r < rows_; ++r) cells_[c * rows_ + r] = true;
    }
  }
  bool operator()(std::size_t column, std::size_t row) const { return cells_[column * rows_ + row]; }

 private:
  /// The last cell that holds a place, and the first: two where the place is on the line between them.
  static std::pair<std::size_t, std::size_t> cellOf(std::int64_t at, const Lines& lines) {
    const auto after = std::upper_bound(lines.begin(), lines.end(), at);
    const auto last = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - lines.begin())) - 1;
    return {last, last > 0 && lines[last] == at ? last - 1 : last};
  }
  std::size_t rows_;
  std::vector<bool> cells_;
};

Path clipperPath(const GridPath& path) {
  Path out;
  for (const GridPoint& p : path) out.emplace_back(p.x, p.y);
  return out;
}

GridPath counterClockwise(Path path) {
  if (ClipperLib::Area(path) < 0) std::reverse(path.begin(), path.end());
  GridPath out;
  for (const ClipperLib::IntPoint& p : path) out.push_back({p.X, p.Y});
  return out;
}

/// An untouched cell is in or out as a whole: its middle says which.
bool isInside(const Paths& strip, const Path& cell) {
  const ClipperLib::IntPoint middle((cell[0].X + cell[2].X) / 2, (cell[0].Y + cell[2].Y) / 2);
  return std::any_of(strip.begin(), strip.end(),
                     [&](const Path& part) { return ClipperLib::PointInPolygon(middle, part) != 0; });
}

}  // namespace

GridLines evenLines(const Polyline& outline, Vec2 cell_mm) {
  const auto [low, high] = boxOf(outline);
  const auto between = [](double from, double to, double step) {
    std::vector<double> lines;
    const auto first = static_cast<std::int64_t>(std::floor(from / step));
    const auto last = static_cast<std::int64_t>(std::floor(to / step)) + 1;
    for (std::int64_t i = first; i <= last; ++i) lines.push_back(static_cast<double>(i) * step);
    return lines;
  };
  return {between(low.x, high.x, cell_mm.x), between(low.y, high.y, cell_mm.y)};
}

GridCut cutAtGrid(const Polyline& outline, const GridLines& lines) {
  const Lines x = onGrid(lines.x), y = onGrid(lines.y);
  GridCut cut{cutOutline(outline, x, y), {}};
  const Touched touched(cut.outline, x, y);
  const Path whole = clipperPath(cut.outline);
  for (std::size_t column = 0; column + 1 < x.size(); ++column) {
    const Paths strip = intersection({whole}, rectangle(x[column], x[column + 1], y.front(), y.back()));
    if (strip.empty()) continue;
    for (std::size_t row = 0; row + 1 < y.size(); ++row) {
      const Path cell = rectangle(x[column], x[column + 1], y[row], y[row + 1]);
      if (touched(column, row)) {
        for (Path& part : intersection(strip, cell)) cut.cells.push_back(counterClockwise(std::move(part)));
      } else if (isInside(strip, cell)) {
        cut.cells.push_back(counterClockwise(cell));
      }
    }
  }
  return cut;
}

}  // namespace configurator
