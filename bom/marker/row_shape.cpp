#include "bom/marker/row_shape.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <utility>

namespace bom {
namespace {

/// Pieces that share less height than this pass each other: a nanometre, far above the rounding of doubles.
constexpr double kTouching = 1e-6;

constexpr double kLarge = std::numeric_limits<double>::max();

/// An edge that goes through a row from its lower to its upper height.
struct Crossing {
  double at_low = 0, at_high = 0;
  int turn = 0;  ///< +1 upwards, -1 downwards
};

double xAt(Point a, Point b, double y) {
  if (y == a.y) return a.x;
  if (y == b.y) return b.x;
  return a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
}

/// Of each row between two heights the edges through it, from left to right.
std::vector<std::vector<Crossing>> crossingsOf(const std::vector<Point>& outline,
                                               const std::vector<double>& heights) {
  std::vector<std::vector<Crossing>> crossings(heights.size() - 1);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i], b = outline[(i + 1) % outline.size()];
    const auto first = std::lower_bound(heights.begin(), heights.end(), std::min(a.y, b.y));
    auto row = static_cast<std::size_t>(first - heights.begin());
    for (; heights[row] < std::max(a.y, b.y); ++row)
      crossings[row].push_back({xAt(a, b, heights[row]), xAt(a, b, heights[row + 1]), a.y < b.y ? 1 : -1});
  }
  for (std::vector<Crossing>& row : crossings) {
    std::sort(row.begin(), row.end(), [](const Crossing& a, const Crossing& b) {
      return a.at_low + a.at_high < b.at_low + b.at_high;
    });
  }
  return crossings;
}

/// The stretches that the outline winds around between two heights without a corner between them.
std::vector<ShapeRow> rowsBetween(double low, double high, const std::vector<Crossing>& crossings) {
  std::vector<ShapeRow> rows;
  int winding = 0;
  for (const Crossing& crossing : crossings) {
    if (winding == 0) rows.push_back({low, high, crossing.at_low, crossing.at_high});
    winding += crossing.turn;
    rows.back().right_low = crossing.at_low;
    rows.back().right_high = crossing.at_high;
  }
  return rows;
}

bool continues(const std::vector<RowPart>& open, const std::vector<ShapeRow>& rows) {
  if (open.size() != rows.size()) return false;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const ShapeRow& below = open[i].back();
    if (below.right_high < rows[i].left_low || below.left_high > rows[i].right_low) return false;
  }
  return true;
}

/// One straight line on either side: the lower row can be drawn on.
bool isStraight(const ShapeRow& below, const ShapeRow& above) {
  const double share = (below.high - below.low) / (above.high - below.low);
  const auto meets = [&](double low, double middle_low, double middle_high, double high) {
    return middle_low == middle_high && std::abs(low + (high - low) * share - middle_low) < 1e-9;
  };
  return meets(below.left_low, below.left_high, above.left_low, above.left_high) &&
         meets(below.right_low, below.right_high, above.right_low, above.right_high);
}

void append(RowPart& part, const ShapeRow& row) {
  ShapeRow& last = part.back();
  if (!isStraight(last, row)) {
    part.push_back(row);
    return;
  }
  last.high = row.high;
  last.left_high = row.left_high;
  last.right_high = row.right_high;
}

std::vector<double> heightsOf(const std::vector<Point>& outline) {
  std::vector<double> heights;
  for (const Point& point : outline) heights.push_back(point.y);
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  return heights;
}

void setSlopes(RowPart& part) {
  for (ShapeRow& row : part) {
    row.left_slope = (row.left_high - row.left_low) / (row.high - row.low);
    row.right_slope = (row.right_high - row.right_low) / (row.high - row.low);
  }
}

std::vector<RowPart> partsOf(const std::vector<Point>& outline) {
  std::vector<RowPart> closed, open;
  const std::vector<double> heights = heightsOf(outline);
  const std::vector<std::vector<Crossing>> crossings = crossingsOf(outline, heights);
  for (std::size_t i = 1; i < heights.size(); ++i) {
    const std::vector<ShapeRow> rows = rowsBetween(heights[i - 1], heights[i], crossings[i - 1]);
    if (continues(open, rows)) {
      for (std::size_t k = 0; k < rows.size(); ++k) append(open[k], rows[k]);
      continue;
    }
    closed.insert(closed.end(), open.begin(), open.end());
    open.clear();
    for (const ShapeRow& row : rows) open.push_back({row});
  }
  closed.insert(closed.end(), open.begin(), open.end());
  for (RowPart& part : closed) setSlopes(part);
  return closed;
}

/// Furthest left and right of a part between two heights, both clipped to it.
Stretch extentOf(const RowPart& part, double from, double to) {
  Stretch extent{kLarge, -kLarge};
  for (const ShapeRow& row : part) {
    const double low = std::max(row.low, from), high = std::min(row.high, to);
    if (low > high) continue;
    for (const double y : {low, high}) {
      extent.from = std::min(extent.from, row.left(y));
      extent.to = std::max(extent.to, row.right(y));
    }
  }
  return extent;
}

/// Left of a grown part is the furthest left within `margin` above and below. Between two of its corners,
/// each a corner of the part moved up or down by the margin, that is the least of straight lines; the chord
/// lies left of it.
RowPart grownPart(const RowPart& part, double margin) {
  std::vector<double> heights;
  for (const ShapeRow& row : part) {
    for (const double y : {row.low, row.high}) heights.insert(heights.end(), {y - margin, y + margin});
  }
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  RowPart out;
  for (std::size_t i = 1; i < heights.size(); ++i) {
    const double low = heights[i - 1], high = heights[i];
    const Stretch at_low = extentOf(part, low - margin, low + margin);
    const Stretch at_high = extentOf(part, high - margin, high + margin);
    const ShapeRow row{low + margin, high + margin,          at_low.from,
                       at_high.from, at_low.to + 2 * margin, at_high.to + 2 * margin};
    if (out.empty())
      out.push_back(row);
    else
      append(out, row);
  }
  setSlopes(out);
  return out;
}

/// A straight side in place of those of several rows; `outward` is -1 on the left, 1 on the right.
struct Side {
  double at_low = 0, at_high = 0;
  double outward = 1;
  double least = kLarge, most = -kLarge;  ///< how far it runs outside of the rows' corners

  void pass(double share, double x) {
    const double outside = (at_low + (at_high - at_low) * share - x) * outward;
    least = std::min(least, outside);
    most = std::max(most, outside);
  }
  /// Moves it until it touches from outside.
  void moveOut() {
    at_low -= outward * least;
    at_high -= outward * least;
  }
};

/// One row for those from `first` to `last`, or nothing where that goes too far.
std::optional<ShapeRow> mergedRow(const RowPart& part, std::size_t first, std::size_t last, double length,
                                  double tolerance) {
  const double low = part[first].low, high = part[last].high;
  Side left{part[first].left_low, part[last].left_high, -1},
      right{part[first].right_low, part[last].right_high, 1};
  for (std::size_t i = first; i <= last; ++i) {
    const ShapeRow& row = part[i];
    const double at_low = (row.low - low) / (high - low), at_high = (row.high - low) / (high - low);
    left.pass(at_low, row.left_low);
    left.pass(at_high, row.left_high);
    right.pass(at_low, row.right_low);
    right.pass(at_high, row.right_high);
  }
  if (left.most - left.least > tolerance || right.most - right.least > tolerance) return std::nullopt;
  left.moveOut();
  right.moveOut();
  if (std::min(left.at_low, left.at_high) < 0 || std::max(right.at_low, right.at_high) > length)
    return std::nullopt;
  return ShapeRow{low, high, left.at_low, left.at_high, right.at_low, right.at_high};
}

}  // namespace

RowShape coarsened(const RowShape& shape, double tolerance) {
  RowShape out = shape;
  for (RowPart& part : out.parts) {
    RowPart rows;
    for (std::size_t first = 0; first < part.size();) {
      ShapeRow row = part[first];
      std::size_t next = first + 1;
      while (next < part.size()) {
        const auto merged = mergedRow(part, first, next, shape.length, tolerance);
        if (!merged) break;
        row = *merged;
        ++next;
      }
      rows.push_back(row);
      first = next;
    }
    part = std::move(rows);
    setSlopes(part);
  }
  return out;
}

double RowShape::area() const {
  double area = 0;
  for (const RowPart& part : parts) {
    for (const ShapeRow& row : part)
      area += (row.high - row.low) * (row.right_low + row.right_high - row.left_low - row.left_high) / 2;
  }
  return area;
}

std::vector<Level> RowShape::levels() const {
  // What the rows that meet at a height are longer below than above lies along an edge that faces up.
  std::map<double, double> longer_below;
  for (const RowPart& part : parts) {
    for (const ShapeRow& row : part) {
      longer_below[row.low] -= row.right_low - row.left_low;
      longer_below[row.high] += row.right_high - row.left_high;
    }
  }
  std::vector<Level> levels{{0, false}, {width, true}};
  for (const auto& [y, longer] : longer_below) {
    if (y > 0 && y < width && std::abs(longer) > length / 20) levels.push_back({y, longer > 0});
  }
  return levels;
}

Point boxStart(const std::vector<Point>& outline) {
  Point low = outline.front();
  for (const Point& point : outline) low = {std::min(low.x, point.x), std::min(low.y, point.y)};
  return low;
}

RowShape rowShapeOf(const std::vector<Point>& outline) {
  const Point low = boxStart(outline);
  RowShape shape;
  std::vector<Point> moved;
  moved.reserve(outline.size());
  for (const Point& point : outline) {
    moved.push_back({point.x - low.x, point.y - low.y});
    shape.length = std::max(shape.length, moved.back().x);
    shape.width = std::max(shape.width, moved.back().y);
  }
  shape.parts = partsOf(moved);
  return shape;
}

RowShape grown(const RowShape& shape, double margin) {
  if (margin == 0) return shape;
  RowShape out = shape;
  out.length += 2 * margin;
  out.width += 2 * margin;
  for (RowPart& part : out.parts) part = grownPart(part, margin);
  return out;
}

std::optional<Stretch> blockedBy(const RowPart& fixed, const RowPart& moved, double dy) {
  Stretch blocked{kLarge, -kLarge};
  for (std::size_t i = 0, k = 0; i < fixed.size() && k < moved.size();) {
    const ShapeRow& a = fixed[i];
    const ShapeRow& b = moved[k];
    const double low = std::max(a.low, b.low + dy), high = std::min(a.high, b.high + dy);
    if (high - low > kTouching) {
      for (const double y : {low, high}) {
        blocked.from = std::min(blocked.from, a.left(y) - b.right(y - dy));
        blocked.to = std::max(blocked.to, a.right(y) - b.left(y - dy));
      }
    }
    if (a.high < b.high + dy)
      ++i;
    else
      ++k;
  }
  if (blocked.from >= blocked.to) return std::nullopt;
  return blocked;
}

}  // namespace bom
