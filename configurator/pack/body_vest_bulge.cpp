#include "configurator/pack/body_vest_bulge.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr int kRows = 26, kHalfColumns = 8;

double triangleArea(Vec3 a, Vec3 b, Vec3 c) {
  return glm::length(glm::cross(b - a, c - a)) / 2;
}

/// Signed volume between a quadrilateral and the origin.
double quadVolume(Vec3 a, Vec3 b, Vec3 c, Vec3 d) {
  return (glm::dot(a, glm::cross(b, c)) + glm::dot(a, glm::cross(c, d))) / 6;
}

}  // namespace

Bulge::Bulge(const BulgeShape& shape, BulgePlace place) : shape_(shape), place_(std::move(place)) {
  const Samples samples = sampled();
  for (int i = 0; i <= kRows; ++i) {
    Row row;
    row.level = levelOf(i);
    const auto& points = samples.cloth[static_cast<std::size_t>(i)];
    for (std::size_t k = 0; k < kHalfColumns; ++k) {
      row.left += glm::distance(points[k], points[k + 1]);
      row.right += glm::distance(points[kHalfColumns + k], points[kHalfColumns + k + 1]);
    }
    if (i > 0) {
      // Rows lie as far apart as keeps the cloth's area: the middle of a round bottom rises more than its
      // sides.
      const auto& below = samples.cloth[static_cast<std::size_t>(i) - 1];
      double area = 0;
      for (std::size_t k = 0; k + 1 < points.size(); ++k)
        area += triangleArea(below[k], below[k + 1], points[k + 1]) +
                triangleArea(below[k], points[k + 1], points[k]);
      const Row& last = rows_.back();
      row.flat_y = last.flat_y + 2 * area / (row.left + row.right + last.left + last.right);
    }
    rows_.push_back(row);
  }
  litres_ = samples.litres();
}

double Bulge::levelOf(int row) const {
  // Rows close up at the bottom, where the cloth stands nearly upright.
  const double t = static_cast<double>(row) / kRows;
  return shape_.height * t * t;
}

Bulge::Samples Bulge::sampled() const {
  Samples samples;
  for (int i = 0; i <= kRows; ++i) {
    std::vector<Vec3> cloth, ground;
    const double level = levelOf(i), chord = halfChord(level);
    for (int k = -kHalfColumns; k <= kHalfColumns; ++k) {
      const double share = static_cast<double>(k) / kHalfColumns;
      cloth.push_back(onLevel(level, share));
      ground.push_back(place_.base(place_.at + Vec2{share * chord, level}, place_.lift));
    }
    samples.cloth.push_back(std::move(cloth));
    samples.ground.push_back(std::move(ground));
  }
  return samples;
}

double Bulge::halfChord(double level) const {
  const double straight = shape_.half_bottom + (shape_.half_top - shape_.half_bottom) * level / shape_.height;
  if (level >= shape_.corner) return straight;
  const double up = shape_.corner - std::max(0.0, level);
  return straight - shape_.corner + std::sqrt(shape_.corner * shape_.corner - up * up);
}

double Bulge::rise(double level) const {
  const double up = std::clamp(1 - level / shape_.round, 0.0, 1.0);
  const double towards_top = std::clamp((level - shape_.round) / (shape_.height - shape_.round), 0.0, 1.0);
  const double full = shape_.rise + (shape_.rise_top - shape_.rise) * towards_top * towards_top;
  return full * std::sqrt(std::max(0.0, 1 - up * up));
}

Vec3 Bulge::onLevel(double level, double share) const {
  const double h = rise(level), c = halfChord(level);
  Vec2 in_plane{share * c, 0};
  if (h > 1e-6) {
    const double radius = (c * c + h * h) / (2 * h), angle = share * 2 * std::atan2(h, c);
    in_plane = {radius * std::sin(angle), radius * std::cos(angle) - (radius - h)};
  }
  return place_.base(place_.at + Vec2{in_plane.x, level}, in_plane.y + place_.lift);
}

std::vector<Edge> Bulge::edges() const {
  Polyline right, left;
  for (const Row& row : rows_) {
    right.push_back({row.right, row.flat_y});
    left.push_back({-row.left, row.flat_y});
  }
  return {{"bottom", {left.front(), right.front()}, 8, EdgeFinish::Raw},
          {"right", right, 8, EdgeFinish::Raw},
          {"top", {right.back(), left.back()}, 0, EdgeFinish::Bound},
          {"left", reversed(left), 8, EdgeFinish::Raw}};
}

Polyline Bulge::footprint() const {
  Polyline right;
  for (const Row& row : rows_) right.push_back({halfChord(row.level), row.level});
  Polyline line = joined({reversed(mirroredX(right)), right});
  for (Vec2& p : line) p += place_.at;
  return line;
}

Vec3 Bulge::at(Vec2 flat) const {
  const auto above = std::upper_bound(rows_.begin() + 1, rows_.end() - 1, flat.y,
                                      [](double y, const Row& row) { return y < row.flat_y; });
  const Row &b = *above, &a = *(above - 1);
  const double t = std::clamp((flat.y - a.flat_y) / (b.flat_y - a.flat_y), -0.5, 1.5);
  const double half = flat.x < 0 ? glm::mix(a.left, b.left, t) : glm::mix(a.right, b.right, t);
  return onLevel(std::max(0.0, glm::mix(a.level, b.level, t)), flat.x / std::max(half, 1e-6));
}

double Bulge::mouth_mm() const {
  return rows_.back().left + rows_.back().right;
}

double Bulge::Samples::litres() const {
  // Between the cloth and its base, closed at the mouth by a flat lid.
  const auto under = [](const std::vector<std::vector<Vec3>>& rows) {
    double volume = 0;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
      for (std::size_t k = 0; k + 1 < rows[i].size(); ++k)
        volume += quadVolume(rows[i][k], rows[i][k + 1], rows[i + 1][k + 1], rows[i + 1][k]);
    return volume;
  };
  double volume = under(cloth) - under(ground);
  for (std::size_t k = 0; k + 1 < cloth.back().size(); ++k)
    volume += quadVolume(cloth.back()[k], cloth.back()[k + 1], ground.back()[k + 1], ground.back()[k]);
  return volume / 1e6;
}

}  // namespace configurator
