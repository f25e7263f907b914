// An outline is the signed sum of the triangles from its first corner to each of its edges; so the common
// area of two outlines is the signed sum of what their triangles have in common, each a convex polygon that
// is cut edge by edge (I. E. Sutherland, G. W. Hodgman, Reentrant polygon clipping, Comm. ACM 17, 1974).
#include "bom/marker/overlap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace bom {
namespace {

/// Of the cloth's width: 1/1000 mm and more of a roll's, and as fine in instances of other units.
constexpr double kTolerance = 1e-6;

double cross(Point a, Point b, Point c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Counter-clockwise, with the sign it had.
struct Triangle {
  std::array<Point, 3> corners;
  double sign = 1;
};

std::vector<Triangle> fanOf(const std::vector<Point>& outline) {
  std::vector<Triangle> fan;
  for (std::size_t i = 1; i + 1 < outline.size(); ++i) {
    const double doubled = cross(outline[0], outline[i], outline[i + 1]);
    if (doubled > 0) fan.push_back({{outline[0], outline[i], outline[i + 1]}, 1});
    if (doubled < 0) fan.push_back({{outline[0], outline[i + 1], outline[i]}, -1});
  }
  return fan;
}

/// What lies left of the line from `a` to `b`.
std::vector<Point> cutAlong(const std::vector<Point>& polygon, Point a, Point b) {
  std::vector<Point> kept;
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const Point p = polygon[i], q = polygon[(i + 1) % polygon.size()];
    const double at_p = cross(a, b, p), at_q = cross(a, b, q);
    if (at_p >= 0) kept.push_back(p);
    if ((at_p > 0 && at_q < 0) || (at_p < 0 && at_q > 0)) {
      const double share = at_p / (at_p - at_q);
      kept.push_back({p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share});
    }
  }
  return kept;
}

double commonArea(const Triangle& a, const Triangle& b) {
  std::vector<Point> common(a.corners.begin(), a.corners.end());
  for (int i = 0; i < 3 && !common.empty(); ++i)
    common = cutAlong(common, b.corners[i], b.corners[(i + 1) % 3]);
  return common.size() < 3 ? 0 : outlineArea(common);
}

double distanceToSegment(Point p, Point a, Point b) {
  const double dx = b.x - a.x, dy = b.y - a.y, squared = dx * dx + dy * dy;
  const double along = squared == 0 ? 0 : ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared;
  const double share = std::clamp(along, 0.0, 1.0);
  return std::hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

bool cross(Point a, Point b, Point c, Point d) {
  return (cross(a, b, c) > 0) != (cross(a, b, d) > 0) && (cross(c, d, a) > 0) != (cross(c, d, b) > 0);
}

struct Box {
  double left = std::numeric_limits<double>::infinity(), low = left, right = -left, high = -left;
};

Box boxOf(const std::vector<Point>& outline) {
  Box box;
  for (const Point& point : outline) {
    box.left = std::min(box.left, point.x);
    box.low = std::min(box.low, point.y);
    box.right = std::max(box.right, point.x);
    box.high = std::max(box.high, point.y);
  }
  return box;
}

bool areApart(const Box& a, const Box& b, double distance) {
  return a.right + distance <= b.left || b.right + distance <= a.left || a.high + distance <= b.low ||
         b.high + distance <= a.low;
}

double perimeter(const std::vector<Point>& outline) {
  double length = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i], b = outline[(i + 1) % outline.size()];
    length += std::hypot(b.x - a.x, b.y - a.y);
  }
  return length;
}

}  // namespace

bool crossesItself(const std::vector<Point>& outline) {
  const std::size_t count = outline.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Point a = outline[i], b = outline[(i + 1) % count];
    for (std::size_t k = i + 1; k < count; ++k) {
      const Point c = outline[k], d = outline[(k + 1) % count];
      if (cross(a, b, c) * cross(a, b, d) < 0 && cross(c, d, a) * cross(c, d, b) < 0) return true;
    }
  }
  return false;
}

double commonArea(const std::vector<Point>& a, const std::vector<Point>& b) {
  const std::vector<Triangle> others = fanOf(b);
  double area = 0;
  for (const Triangle& one : fanOf(a)) {
    for (const Triangle& other : others) area += one.sign * other.sign * commonArea(one, other);
  }
  return std::abs(area);
}

double edgeDistance(const std::vector<Point>& a, const std::vector<Point>& b) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Point p = a[i], q = a[(i + 1) % a.size()];
    for (std::size_t k = 0; k < b.size(); ++k) {
      const Point r = b[k], s = b[(k + 1) % b.size()];
      if (cross(p, q, r, s)) return 0;
      least = std::min({least, distanceToSegment(p, r, s), distanceToSegment(q, r, s),
                        distanceToSegment(r, p, q), distanceToSegment(s, p, q)});
    }
  }
  return least;
}

std::vector<MarkerConflict> conflictsIn(const Marker& marker, const std::vector<MarkerPiece>& pieces,
                                        const Cloth& cloth) {
  const double tolerance = kTolerance * cloth.cuttable_width_mm;
  std::vector<MarkerConflict> conflicts;
  std::vector<std::vector<Point>> outlines;
  std::vector<Box> boxes;
  for (const Placement& placement : marker.placements) {
    outlines.push_back(placedOutline(pieces[placement.piece], placement));
    boxes.push_back(boxOf(outlines.back()));
  }
  for (std::size_t i = 0; i < outlines.size(); ++i) {
    const Box& box = boxes[i];
    const double over =
        std::max({-box.left, -box.low, box.right - marker.length_mm, box.high - cloth.cuttable_width_mm});
    if (over > tolerance) conflicts.push_back({MarkerConflict::Kind::OffTheCloth, i, i, over});
    for (std::size_t k = i + 1; k < outlines.size(); ++k) {
      if (areApart(box, boxes[k], cloth.spacing_mm)) continue;
      const double common = commonArea(outlines[i], outlines[k]);
      if (common > tolerance * perimeter(outlines[i])) {
        conflicts.push_back({MarkerConflict::Kind::Overlap, i, k, common});
        continue;
      }
      const double missing =
          cloth.spacing_mm > 0 ? cloth.spacing_mm - edgeDistance(outlines[i], outlines[k]) : 0;
      if (missing > tolerance) conflicts.push_back({MarkerConflict::Kind::TooNear, i, k, missing});
    }
  }
  return conflicts;
}

}  // namespace bom
