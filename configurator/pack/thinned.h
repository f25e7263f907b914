// A line of points without those that a chord can stand for.
#pragma once

#include <cstddef>
#include <glm/geometric.hpp>
#include <utility>
#include <vector>

namespace configurator {

/// The indices, in order, of the points that Ramer, Douglas and Peucker's method keeps of `count`; the first
/// and the last are among them. `away(i, from, to)` says how far point i is from the chord between two
/// others.
template <typename Away>
std::vector<std::size_t> thinned(std::size_t count, double tolerance, const Away& away) {
  std::vector<std::size_t> kept;
  if (count == 0) return kept;
  std::vector<bool> keep(count, false);
  keep.front() = keep.back() = true;
  std::vector<std::pair<std::size_t, std::size_t>> spans{{0, count - 1}};
  while (!spans.empty()) {
    const auto [from, to] = spans.back();
    spans.pop_back();
    double furthest = tolerance;
    std::size_t at = to;
    for (std::size_t i = from + 1; i < to; ++i) {
      if (const double one = away(i, from, to); one > furthest) {
        furthest = one;
        at = i;
      }
    }
    if (at == to) continue;
    keep[at] = true;
    spans.push_back({from, at});
    spans.push_back({at, to});
  }
  for (std::size_t i = 0; i < count; ++i)
    if (keep[i]) kept.push_back(i);
  return kept;
}

/// How far a point is from the chord a-b, in any number of dimensions.
template <typename Vec>
double awayFromChord(const Vec& p, const Vec& a, const Vec& b) {
  const Vec chord = b - a;
  const double size = glm::dot(chord, chord);
  const double along = size > 0 ? glm::dot(p - a, chord) / size : 0;
  return glm::distance(p, a + (along < 0 ? 0.0 : along > 1 ? 1.0 : along) * chord);
}

}  // namespace configurator
