#include "configurator/pack/body_vest_strip.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

/// The point left of a -> b at these distances from a and from b.
Vec2 apex(Vec2 a, Vec2 b, double from_a, double from_b) {
  const double base = glm::distance(a, b);
  const Vec2 along = (b - a) / base;
  const double x = (base * base + from_a * from_a - from_b * from_b) / (2 * base);
  const double y = std::sqrt(std::max(0.0, from_a * from_a - x * x));
  return a + x * along + y * Vec2{-along.y, along.x};
}

struct Place {
  double inside = -1e9;  ///< smallest barycentric coordinate
  Vec3 at{0, 0, 0};
};

double cross(Vec2 a, Vec2 b) {
  return a.x * b.y - a.y * b.x;
}

void consider(Place& best, Vec2 p, const Vec2 (&flat)[3], const Vec3 (&space)[3]) {
  const double area = cross(flat[1] - flat[0], flat[2] - flat[0]);
  if (std::abs(area) < 1e-12) return;
  const double u = cross(p - flat[0], flat[2] - flat[0]) / area;
  const double v = cross(flat[1] - flat[0], p - flat[0]) / area;
  const double inside = std::min({u, v, 1 - u - v});
  if (inside <= best.inside) return;
  best = {inside, (1 - u - v) * space[0] + u * space[1] + v * space[2]};
}

}  // namespace

UnfoldedStrip::UnfoldedStrip(StripSide lower, StripSide upper)
    : lower_space_(std::move(lower.space)), upper_space_(std::move(upper.space)) {
  const std::size_t n = lower_space_.size();
  require(n >= 2 && upper_space_.size() == n && lower.sewn_to.size() == n && upper.sewn_to.size() == n,
          "a strip's sides have the same number of points");
  lower_ = {{0, 0}};
  upper_ = {{0, glm::distance(lower_space_[0], upper_space_[0])}};
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const double diagonal = glm::distance(upper_space_[i], lower_space_[i + 1]);
    const double rung = glm::distance(upper_space_[i + 1], lower_space_[i + 1]);
    // upper[i] -> lower[i] has the new lower point on its left, and so on along the strip.
    lower_.push_back(
        apex(upper_[i], lower_[i], diagonal, glm::distance(lower.sewn_to[i], lower.sewn_to[i + 1])));
    upper_.push_back(
        apex(upper_[i], lower_[i + 1], glm::distance(upper.sewn_to[i], upper.sewn_to[i + 1]), rung));
  }
}

Vec3 UnfoldedStrip::at(Vec2 flat) const {
  Place best;
  for (std::size_t i = 0; i + 1 < lower_.size(); ++i) {
    consider(best, flat, {lower_[i], lower_[i + 1], upper_[i]},
             {lower_space_[i], lower_space_[i + 1], upper_space_[i]});
    consider(best, flat, {upper_[i], lower_[i + 1], upper_[i + 1]},
             {upper_space_[i], lower_space_[i + 1], upper_space_[i + 1]});
    if (best.inside > 1e-9) break;
  }
  return best.at;
}

}  // namespace configurator
