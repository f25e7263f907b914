#include "configurator/pack/cut_line.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr double kMitreLimit = 2.5;  // allowances from the corner to the tip
constexpr double kStraight = 1e-3;   // sine below which two sides run along one line

struct Side {
  Vec2 to;
  double allowance_mm = 0;
  Vec2 way;  // unit
  Vec2 along() const { return way; }
  Vec2 outward() const { return {way.y, -way.x}; }
};

std::vector<Side> sidesOf(const Piece& piece) {
  std::vector<Side> sides;
  std::size_t count = 0;
  for (const Edge& edge : piece.edges) count += edge.points.size();
  sides.reserve(count);
  for (const Edge& edge : piece.edges) {
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
      const Vec2 step = edge.points[i] - edge.points[i - 1];
      if (glm::length(step) < 1e-6) continue;
      sides.push_back({edge.points[i], edge.allowance_mm, glm::normalize(step)});
    }
  }
  return sides;
}

/// Where the moved side meets the line square to `out`, `reach_mm` beyond the corner at one of its ends.
Vec2 bluntPoint(const Side& side, Vec2 corner, Vec2 out, double reach_mm) {
  const Vec2 moved = side.allowance_mm * side.outward();
  const double rest = (reach_mm - glm::dot(moved, out)) / glm::dot(side.along(), out);
  return corner + moved + rest * side.along();
}

/// From the corner to where the two moved sides meet. REQUIRES sides that do not run along one line.
Vec2 mitreOf(const Side& a, const Side& b) {
  const Vec2 na = a.outward();
  const Vec2 nb = b.outward();
  const double sine = na.x * nb.y - na.y * nb.x;
  return {(a.allowance_mm * nb.y - b.allowance_mm * na.y) / sine,
          (b.allowance_mm * na.x - a.allowance_mm * nb.x) / sine};
}

/// Where the two moved sides meet; a tip beyond the limit is blunted by two points, both on the moved sides.
/// Sides that run on nearly straight step from one allowance to the other.
//
//          /\        tip, not reached
//       a'/--\b'     square to the bisector, 2.5 allowances from the corner
//        / /\ \      the corner, its two sides and the moved ones
void addCorner(const Side& a, const Side& b, Polyline& out) {
  const Vec2 na = a.outward();
  const Vec2 nb = b.outward();
  const Vec2 corner = a.to;
  const double limit =
      std::max(0.01, kMitreLimit * std::max(std::abs(a.allowance_mm), std::abs(b.allowance_mm)));
  const bool parallel = std::abs(na.x * nb.y - na.y * nb.x) < kStraight;
  const Vec2 mitre = parallel ? Vec2{0, 0} : mitreOf(a, b);
  if (glm::dot(na, nb) > 0 && (parallel || glm::length(mitre) > limit)) {
    const Vec2 pa = corner + a.allowance_mm * na;
    const Vec2 pb = corner + b.allowance_mm * nb;
    out.push_back(pa);
    if (glm::distance(pa, pb) > 0.01) out.push_back(pb);
    return;
  }
  const double sign =
      a.allowance_mm + b.allowance_mm < 0 ? -1 : 1;  // a line moved inwards has its tips inside
  const Vec2 bisector = sign * glm::normalize(a.along() - b.along());
  if (!parallel && glm::dot(mitre, bisector) <= limit) {
    out.push_back(corner + mitre);
    return;
  }
  out.push_back(bluntPoint(a, corner, bisector, limit));
  out.push_back(bluntPoint(b, corner, bisector, limit));
}

}  // namespace

Polyline cutLineOf(const Piece& piece) {
  const std::vector<Side> sides = sidesOf(piece);
  Polyline line;
  line.reserve(sides.size() + 8);
  for (std::size_t i = 0; i < sides.size(); ++i) addCorner(sides[i], sides[(i + 1) % sides.size()], line);
  return line;
}

}  // namespace configurator
