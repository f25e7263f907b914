#include "configurator/pack/cut_line.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

struct Side {
  Vec2 from, to;
  double allowance_mm = 0;
  Vec2 outward() const {
    const Vec2 along = glm::normalize(to - from);
    return {along.y, -along.x};
  }
};

std::vector<Side> sidesOf(const Piece& piece) {
  std::vector<Side> sides;
  for (const Edge& edge : piece.edges) {
    for (std::size_t i = 1; i < edge.points.size(); ++i) {
      if (glm::distance(edge.points[i - 1], edge.points[i]) < 1e-6) continue;
      sides.push_back({edge.points[i - 1], edge.points[i], edge.allowance_mm});
    }
  }
  return sides;
}

/// Where the two moved sides meet, or the cut-off mitre where that is too far away.
void addCorner(const Side& a, const Side& b, Polyline& out) {
  const Vec2 na = a.outward();
  const Vec2 nb = b.outward();
  const Vec2 corner = a.to;
  const double sine = na.x * nb.y - na.y * nb.x;
  const Vec2 pa = corner + a.allowance_mm * na;
  const Vec2 pb = corner + b.allowance_mm * nb;
  if (std::abs(sine) < 1e-3 && glm::dot(na, nb) > 0) {
    out.push_back(pa);
    if (glm::distance(pa, pb) > 0.01) out.push_back(pb);
    return;
  }
  // corner + x with x.na = allowance of a and x.nb = allowance of b
  const Vec2 reach{(a.allowance_mm * nb.y - b.allowance_mm * na.y) / sine,
                   (b.allowance_mm * na.x - a.allowance_mm * nb.x) / sine};
  const double limit = 2.5 * std::max(a.allowance_mm, b.allowance_mm);
  if (std::abs(sine) >= 1e-3 && glm::length(reach) <= std::max(limit, 0.01)) {
    out.push_back(corner + reach);
    return;
  }
  out.push_back(pa);
  out.push_back(pb);
}

}  // namespace

Polyline cutLineOf(const Piece& piece) {
  const std::vector<Side> sides = sidesOf(piece);
  Polyline line;
  for (std::size_t i = 0; i < sides.size(); ++i) addCorner(sides[i], sides[(i + 1) % sides.size()], line);
  return line;
}

}  // namespace configurator
