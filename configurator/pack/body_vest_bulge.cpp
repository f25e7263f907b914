#include "configurator/pack/body_vest_bulge.h"

#include <algorithm>
#include <cmath>

namespace configurator {
namespace {

/// Half the opening angle of the arc with this rise over this half chord.
double halfAngle(double rise, double half_chord) {
  return 2 * std::atan2(rise, half_chord);
}

double radiusOf(double rise, double half_chord) {
  return (half_chord * half_chord + rise * rise) / (2 * std::max(rise, 1e-9));
}

}  // namespace

Bulge::Bulge(const BulgeShape& shape) : shape_(shape) {
  Vec2 before{0, 0};
  double along = 0;
  for (int i = 0; i <= kRows; ++i) {
    // Rows close up at the bottom, where the cloth stands nearly upright.
    const double t = static_cast<double>(i) / kRows;
    const Vec2 at{shape_.height * t * t, rise(shape_.height * t * t)};
    along += i > 0 ? glm::distance(before, at) : 0;
    level_.push_back(at.x);
    flat_y_.push_back(along);
    before = at;
  }
}

double Bulge::halfChord(double y) const {
  const double straight = shape_.half_bottom + (shape_.half_top - shape_.half_bottom) * y / shape_.height;
  if (y >= shape_.corner) return straight;
  const double up = shape_.corner - std::max(0.0, y);
  return straight - shape_.corner + std::sqrt(shape_.corner * shape_.corner - up * up);
}

double Bulge::rise(double y) const {
  const double up = std::clamp(1 - y / shape_.round, 0.0, 1.0);
  const double towards_top = std::clamp((y - shape_.round) / (shape_.height - shape_.round), 0.0, 1.0);
  const double full = shape_.rise + (shape_.rise_top - shape_.rise) * towards_top * towards_top;
  return full * std::sqrt(std::max(0.0, 1 - up * up));
}

double Bulge::halfArc(double y) const {
  const double h = rise(y), c = halfChord(y);
  return h < 1e-6 ? c : radiusOf(h, c) * halfAngle(h, c);
}

double Bulge::levelAt(double flat_y) const {
  const auto above = std::upper_bound(flat_y_.begin() + 1, flat_y_.end() - 1, flat_y);
  const auto i = static_cast<std::size_t>(above - flat_y_.begin());
  const double t = (flat_y - flat_y_[i - 1]) / (flat_y_[i] - flat_y_[i - 1]);
  return level_[i - 1] + (level_[i] - level_[i - 1]) * t;
}

std::vector<Edge> Bulge::edges() const {
  Polyline right;
  for (std::size_t i = 0; i < level_.size(); ++i) right.push_back({halfArc(level_[i]), flat_y_[i]});
  const Polyline left = reversed(mirroredX(right));
  return {{"bottom", {left.back(), right.front()}, 8, EdgeFinish::Raw},
          {"right", right, 8, EdgeFinish::Raw},
          {"top", {right.back(), left.front()}, 0, EdgeFinish::Bound},
          {"left", left, 8, EdgeFinish::Raw}};
}

Polyline Bulge::footprint() const {
  Polyline right;
  for (const double y : level_) right.push_back({halfChord(y), y});
  return joined({reversed(mirroredX(right)), right});
}

Vec3 Bulge::onBase(Vec2 flat) const {
  const double y = std::clamp(levelAt(flat.y), 0.0, shape_.height);
  const double beyond = flat.y - std::clamp(flat.y, 0.0, flat_y_.back());
  const double h = rise(y), c = halfChord(y);
  if (h < 1e-6) return {flat.x, y + beyond, 0};
  const double radius = radiusOf(h, c), angle = flat.x / radius;
  return {radius * std::sin(angle), y + beyond, radius * std::cos(angle) - (radius - h)};
}

double Bulge::litres() const {
  double volume = 0, area_before = 0;
  for (std::size_t i = 0; i < level_.size(); ++i) {
    const double h = rise(level_[i]), c = halfChord(level_[i]);
    double area = 0;
    if (h > 1e-6) {
      const double radius = radiusOf(h, c), angle = halfAngle(h, c);
      area = radius * radius * (angle - std::sin(angle) * std::cos(angle));
    }
    if (i > 0) volume += (level_[i] - level_[i - 1]) * (area + area_before) / 2;
    area_before = area;
  }
  return volume / 1e6;
}

double Bulge::mouth_mm() const {
  return 2 * halfArc(shape_.height);
}

Surface bulgeSurface(const BulgePtr& bulge, const LiftedSurface& base, Vec2 origin, double lift_mm) {
  return [bulge, base, origin, lift_mm](Vec2 flat) {
    const Vec3 at = bulge->onBase(flat);
    return base(origin + Vec2{at.x, at.y}, at.z + lift_mm);
  };
}

}  // namespace configurator
