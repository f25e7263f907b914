#include "configurator/pack/grid_cut.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace configurator {
namespace {

// The outline is cut where it crosses a grid line before anything else, so that no cell needs points of its
// own: all coordinates stay whole numbers, and neighbours share their vertices exactly.

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

/// A stretch of the outline through the inside of a cell, from rim to rim: `segments` of it from the vertex
/// `first` on.
struct Chain {
  std::size_t first = 0, segments = 0;
};

/// What one cell has of the outline.
struct CellOutline {
  std::vector<Chain> chains;
  std::vector<GridPoint> rim;  ///< vertices on its rim
};

/// How the outline runs through the cells of a grid.
class Crossed {
 public:
  Crossed(const GridPath& outline, const Lines& x, const Lines& y)
      : x_(x), y_(y), rows_(y.size() - 1), cells_(rows_ * (x.size() - 1)) {
    addSegments(outline);
    for (const GridPoint& p : outline) addRimPoint(p);
  }
  const CellOutline& at(std::size_t column, std::size_t row) const { return cells_[column * rows_ + row]; }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// The last gap between lines that holds a place.
  static std::size_t gapOf(std::int64_t at, const Lines& lines) {
    const auto after = std::upper_bound(lines.begin(), lines.end(), at);
    const auto gap = static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, after - lines.begin())) - 1;
    return std::min(gap, lines.size() - 2);
  }
  static bool isOnLine(std::int64_t at, const Lines& lines) {
    return std::binary_search(lines.begin(), lines.end(), at);
  }

  /// The cell that a segment runs through; none for one along a line. It has a point wherever it crosses one.
  std::size_t cellOf(const GridPoint& a, const GridPoint& b) const {
    if ((a.x == b.x && isOnLine(a.x, x_)) || (a.y == b.y && isOnLine(a.y, y_))) return kNone;
    return gapOf(std::min(a.x, b.x), x_) * rows_ + gapOf(std::min(a.y, b.y), y_);
  }

  void addSegments(const GridPath& outline) {
    const std::size_t n = outline.size();
    const auto isOnRim = [&](const GridPoint& p) { return isOnLine(p.x, x_) || isOnLine(p.y, y_); };
    std::size_t start = 0;  // on a rim, so that no chain is taken apart
    while (start < n && !isOnRim(outline[start])) ++start;
    for (std::size_t k = 0; k < n; ++k) {
      const std::size_t i = (start + k) % n;
      const std::size_t cell = cellOf(outline[i], outline[(i + 1) % n]);
      if (cell == kNone) continue;
      std::vector<Chain>& chains = cells_[cell].chains;
      if (k == 0 || isOnRim(outline[i])) chains.push_back({i, 0});
      ++chains.back().segments;
    }
  }

  void addRimPoint(const GridPoint& p) {
    const std::size_t column = gapOf(p.x, x_), row = gapOf(p.y, y_);
    const bool before = isOnLine(p.x, x_) && column > 0 && x_[column] == p.x;
    const bool below = isOnLine(p.y, y_) && row > 0 && y_[row] == p.y;
    if (!isOnLine(p.x, x_) && !isOnLine(p.y, y_)) return;
    for (std::size_t c = before ? column - 1 : column; c <= column; ++c)
      for (std::size_t r = below ? row - 1 : row; r <= row; ++r) cells_[c * rows_ + r].rim.push_back(p);
  }

  const Lines &x_, &y_;
  std::size_t rows_;
  std::vector<CellOutline> cells_;
};

/// A cell's rectangle.
struct Box {
  GridPoint low, high;

  std::int64_t round() const { return 2 * (high.x - low.x + high.y - low.y); }
  /// How far counter-clockwise round the rim from `low` a place on it is.
  std::int64_t along(const GridPoint& p) const {
    const std::int64_t width = high.x - low.x, height = high.y - low.y;
    if (p.y == low.y) return p.x - low.x;
    if (p.x == high.x) return width + p.y - low.y;
    if (p.y == high.y) return width + height + high.x - p.x;
    return 2 * width + height + high.y - p.y;
  }
};

/// Takes a cell apart along the chains that cross it: what lies to the left of each is inside. A walk goes
/// along a chain to the rim, round the rim counter-clockwise to the next chain, and so on to where it began.
class CellParts {
 public:
  CellParts(const GridPath& outline, const CellOutline& cell, const Box& box)
      : outline_(outline), chains_(cell.chains), box_(box), rim_(cell.rim) {
    const auto& [low, high] = box_;
    rim_.insert(rim_.end(), {low, {high.x, low.y}, high, {low.x, high.y}});
    std::sort(rim_.begin(), rim_.end(),
              [&](const GridPoint& a, const GridPoint& b) { return box_.along(a) < box_.along(b); });
    rim_.erase(std::unique(rim_.begin(), rim_.end()), rim_.end());
  }

  const GridPath& whole() const { return rim_; }

  void addTo(std::vector<GridPath>& parts) const {
    std::vector<bool> walked(chains_.size(), false);
    for (std::size_t first = 0; first < chains_.size(); ++first) {
      if (walked[first]) continue;
      GridPath part;
      std::size_t at = first;
      do {
        walked[at] = true;
        addChain(chains_[at], part);
        const auto [next, way] = nextFrom(at);
        addRim(part.back(), way, part);
        at = next;
      } while (!walked[at]);
      while (part.size() > 1 && part.front() == part.back()) part.pop_back();
      if (part.size() >= 3) parts.push_back(std::move(part));
    }
  }

 private:
  GridPoint pointOf(const Chain& chain, std::size_t i) const {
    return outline_[(chain.first + i) % outline_.size()];
  }
  std::int64_t wayBetween(const GridPoint& from, const GridPoint& to) const {
    return (box_.along(to) - box_.along(from) + box_.round()) % box_.round();
  }

  void addChain(const Chain& chain, GridPath& part) const {
    for (std::size_t i = 0; i <= chain.segments; ++i) {
      const GridPoint p = pointOf(chain, i);
      if (part.empty() || part.back() != p) part.push_back(p);
    }
  }

  /// The chain that the rim leads to from the end of another (or of the same), and how far that is.
  std::pair<std::size_t, std::int64_t> nextFrom(std::size_t from) const {
    const Chain& ended = chains_[from];
    const GridPoint end = pointOf(ended, ended.segments);
    std::pair<std::size_t, std::int64_t> next{from, std::numeric_limits<std::int64_t>::max()};
    for (std::size_t i = 0; i < chains_.size(); ++i) {
      std::int64_t way = wayBetween(end, pointOf(chains_[i], 0));
      if (way == 0 && !turnsLeft(ended, chains_[i])) way = box_.round();
      if (way < next.second) next = {i, way};
    }
    return next;
  }

  /// Where one chain ends and another begins: does that one turn off on the side of the inside? A spike
  /// without width turns back on itself.
  bool turnsLeft(const Chain& ended, const Chain& begun) const {
    const GridPoint before = pointOf(ended, ended.segments - 1), at = pointOf(begun, 0),
                    after = pointOf(begun, 1);
    return (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x) >= 0;
  }

  /// The vertices of the rim that lie within `way` counter-clockwise of a place.
  void addRim(GridPoint from, std::int64_t way, GridPath& part) const {
    const std::size_t n = rim_.size();
    const auto after =
        std::upper_bound(rim_.begin(), rim_.end(), box_.along(from),
                         [&](std::int64_t at, const GridPoint& p) { return at < box_.along(p); });
    const auto first = static_cast<std::size_t>(after - rim_.begin());
    for (std::size_t k = 0; k < n; ++k) {
      const GridPoint& p = rim_[(first + k) % n];
      const std::int64_t here = wayBetween(from, p);
      if (here == 0 || here >= way) return;
      part.push_back(p);
    }
  }

  const GridPath& outline_;
  const std::vector<Chain>& chains_;
  Box box_;
  GridPath rim_;  ///< vertices and corners, counter-clockwise
};

/// Heights at which the outline crosses the middle between two lines, rising.
std::vector<double> crossingsOf(const GridPath& outline, std::int64_t left, std::int64_t right) {
  const double middle = static_cast<double>(left + right) / 2;
  std::vector<double> heights;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const GridPoint &a = outline[i], &b = outline[(i + 1) % outline.size()];
    const auto ax = static_cast<double>(a.x), bx = static_cast<double>(b.x);
    if ((ax > middle) == (bx > middle)) continue;
    const auto ay = static_cast<double>(a.y), by = static_cast<double>(b.y);
    heights.push_back(ay + (by - ay) * (middle - ax) / (bx - ax));
  }
  std::sort(heights.begin(), heights.end());
  return heights;
}

/// A cell that no chain crosses is in or out as a whole: its middle says which.
bool isInside(const Box& box, const std::vector<double>& crossings) {
  const double middle = static_cast<double>(box.low.y + box.high.y) / 2;
  const auto above = std::upper_bound(crossings.begin(), crossings.end(), middle);
  return (above - crossings.begin()) % 2 == 1;
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
  const Crossed crossed(cut.outline, x, y);
  for (std::size_t column = 0; column + 1 < x.size(); ++column) {
    const std::vector<double> crossings = crossingsOf(cut.outline, x[column], x[column + 1]);
    for (std::size_t row = 0; row + 1 < y.size(); ++row) {
      const Box box{{x[column], y[row]}, {x[column + 1], y[row + 1]}};
      const CellOutline& cell = crossed.at(column, row);
      const bool is_crossed = !cell.chains.empty();
      if (!is_crossed && !isInside(box, crossings)) continue;
      const CellParts parts(cut.outline, cell, box);
      if (is_crossed)
        parts.addTo(cut.cells);
      else
        cut.cells.push_back(parts.whole());
    }
  }
  return cut;
}

}  // namespace configurator
