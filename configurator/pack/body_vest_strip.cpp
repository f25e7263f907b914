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

double cross(Vec2 a, Vec2 b) {
  return a.x * b.y - a.y * b.x;
}

/// How far along a quadrilateral a flat point lies, 0 at its left rung and 1 at its right one: where the line
/// from rung to rung through it sits.
double alongQuad(Vec2 p, const StripCut& cut, std::size_t i) {
  const Vec2 left = cut.upper[i] - cut.lower[i], right = cut.upper[i + 1] - cut.lower[i + 1];
  const double from_left = -cross(left, p - cut.lower[i]) / glm::length(left);
  const double from_right = cross(right, p - cut.lower[i + 1]) / glm::length(right);
  return from_left / (from_left + from_right);
}

/// Rise of a shallow arc of this length over a straight gap (0 when it does not reach).
double bowOf(double arc, double gap) {
  return arc > gap && gap > 0 ? gap * std::sqrt(0.375 * (arc / gap - 1)) : 0.0;
}

}  // namespace

double StripCut::area() const {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < lower.size(); ++i)
    twice += cross(lower[i + 1] - upper[i], upper[i + 1] - lower[i]);
  return std::abs(twice) / 2;
}

StripCut cutStrip(const Polyline& sewn_below, const Polyline& sewn_above, const std::vector<double>& widths) {
  const std::size_t n = sewn_below.size();
  require(n >= 2 && sewn_above.size() == n && widths.size() == n, "a strip's sides have the same points");
  StripCut cut{{{0, 0}}, {{0, widths[0]}}};
  cut.lower.reserve(n);
  cut.upper.reserve(n);
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const double below = glm::distance(sewn_below[i], sewn_below[i + 1]);
    const double above = glm::distance(sewn_above[i], sewn_above[i + 1]);
    const double diagonal = std::sqrt(widths[i] * widths[i + 1] + below * above);
    // upper[i] -> lower[i] has the new lower point on its left, and so on along the strip.
    cut.lower.push_back(apex(cut.upper[i], cut.lower[i], diagonal, below));
    cut.upper.push_back(apex(cut.upper[i], cut.lower[i + 1], above, widths[i + 1]));
  }
  return cut;
}

WornStrip::WornStrip(StripCut cut, std::vector<Vec3> lower, std::vector<Vec3> upper, double bow)
    : cut_(std::move(cut)), lower_(std::move(lower)), upper_(std::move(upper)) {
  constexpr double kStraightEnd = 3;  // rungs over which the bow grows
  const std::size_t n = cut_.lower.size();
  require(lower_.size() == n && upper_.size() == n, "a worn strip has its cut's points");
  for (std::size_t i = 0; i < n; ++i) {
    const Vec3 along = lower_[std::min(i + 1, n - 1)] - lower_[i > 0 ? i - 1 : 0] +
                       upper_[std::min(i + 1, n - 1)] - upper_[i > 0 ? i - 1 : 0];
    const Vec3 rung = upper_[i] - lower_[i];
    const Vec3 out = glm::cross(along, rung);
    const double size = glm::length(out);
    const double from_end = static_cast<double>(std::min(i, n - 1 - i));
    const double stands =
        bow * bowOf(cut_.widthAt(i), glm::length(rung)) * std::min(1.0, from_end / kStraightEnd);
    bow_.push_back(size > 1e-9 ? stands / size * out : Vec3{0, 0, 0});
  }
}

Vec3 WornStrip::onRungs(std::size_t i, double along, double up) const {
  const Vec3 straight =
      glm::mix(glm::mix(lower_[i], lower_[i + 1], along), glm::mix(upper_[i], upper_[i + 1], along), up);
  return straight + 4 * up * (1 - up) * glm::mix(bow_[i], bow_[i + 1], along);
}

Vec3 WornStrip::at(Vec2 flat) const {
  // The quadrilateral that the point lies in, or nearest to.
  std::size_t best = 0;
  double least = 1e300, best_along = 0;
  for (std::size_t i = 0; i + 1 < cut_.lower.size(); ++i) {
    const double along = alongQuad(flat, cut_, i);
    const Vec2 low = glm::mix(cut_.lower[i], cut_.lower[i + 1], along);
    const Vec2 high = glm::mix(cut_.upper[i], cut_.upper[i + 1], along);
    const double beside = std::max({0.0, -along, along - 1});
    const double away = 100 * beside + glm::distance(flat, 0.5 * (low + high));
    if (away >= least) continue;
    least = away;
    best = i;
    best_along = along;
  }
  const Vec2 low = glm::mix(cut_.lower[best], cut_.lower[best + 1], best_along);
  const Vec2 rung = glm::mix(cut_.upper[best], cut_.upper[best + 1], best_along) - low;
  return onRungs(best, best_along, glm::dot(flat - low, rung) / glm::dot(rung, rung));
}

double WornStrip::meanGap() const {
  double sum = 0;
  for (std::size_t i = 0; i < lower_.size(); ++i) sum += glm::distance(lower_[i], upper_[i]);
  return sum / static_cast<double>(lower_.size());
}

template <typename Visit>
void WornStrip::overQuads(const Visit& visit) const {
  constexpr int kSteps = 4;
  for (std::size_t i = 0; i + 1 < lower_.size(); ++i) {
    for (int k = 0; k < kSteps; ++k) {
      const double low = static_cast<double>(k) / kSteps, high = static_cast<double>(k + 1) / kSteps;
      visit(onRungs(i, 0, low), onRungs(i, 1, low), onRungs(i, 1, high), onRungs(i, 0, high));
    }
  }
}

double WornStrip::area() const {
  double twice = 0;
  overQuads([&](Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    twice += glm::length(glm::cross(b - a, c - a)) + glm::length(glm::cross(c - a, d - a));
  });
  return twice / 2;
}

double WornStrip::volumeToOrigin() const {
  double six_times = 0;
  overQuads([&](Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
    six_times += glm::dot(a, glm::cross(b, c)) + glm::dot(a, glm::cross(c, d));
  });
  return six_times / 6;
}

}  // namespace configurator
