#include "configurator/pack/body_box_section.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kStep = 4;  // of a section's line

}  // namespace

double roundingDepth(double back_radius, double front_radius) {
  return (1 - kPi / 4) * (back_radius + front_radius);
}

// With k = bow / sin(bow) and the half girth L: straight (w - rb), arc pi/2 rb, straight (d - rb - rf), arc
// (pi/2 - bow) rf, bowed front Rf bow with Rf = (w - rf) / sin(bow) + rf. Their sum is L, which gives the
// half width w: depth lost comes back as width.
BoxSection::BoxSection(const Walls& walls)
    : half_girth_(walls.half_girth),
      depth_(walls.depth),
      back_z_(walls.back_z),
      back_radius_(walls.back_radius),
      side_(walls.depth - walls.back_radius - walls.front_radius),
      front_radius_(walls.front_radius),
      bow_(std::max(1e-4, walls.bow)) {
  const double k = bow_ / std::sin(bow_);
  const double round = back_radius_ * (2 - kPi / 2) + front_radius_ * (1 + k - kPi / 2);
  half_width_ = (half_girth_ - depth_ + round) / (1 + k);
  bow_radius_ = (half_width_ - front_radius_) / std::sin(bow_) + front_radius_;
}

Vec2 BoxSection::at(double around) const {
  double left = std::max(0.0, around);
  const double back = half_width_ - back_radius_;
  if (left <= back) return {left, back_z_};
  left -= back;
  if (left <= kPi / 2 * back_radius_) {
    const double turn = left / back_radius_;
    return {back + back_radius_ * std::sin(turn), back_z_ + back_radius_ * (1 - std::cos(turn))};
  }
  left -= kPi / 2 * back_radius_;
  if (left <= side_) return {half_width_, back_z_ + back_radius_ + left};
  left -= side_;
  const double corner_z = back_z_ + back_radius_ + side_;
  const double corner_x = half_width_ - front_radius_;
  const double corner_turn = kPi / 2 - bow_;
  if (left <= corner_turn * front_radius_) {
    const double turn = left / front_radius_;
    return {corner_x + front_radius_ * std::cos(turn), corner_z + front_radius_ * std::sin(turn)};
  }
  left -= corner_turn * front_radius_;
  const double centre_z = corner_z - (bow_radius_ - front_radius_) * std::cos(bow_);
  const double turn = bow_ - left / bow_radius_;
  return {bow_radius_ * std::sin(turn), centre_z + bow_radius_ * std::cos(turn)};
}

// Both halves: box up to the front corners less the back corners, then the sectors of front corner and bowed
// front less the triangle between their centres.
double BoxSection::area() const {
  const double box = half_width_ * (back_radius_ + side_) - (1 - kPi / 4) * back_radius_ * back_radius_;
  const double corner = front_radius_ * front_radius_ * (kPi / 2 - bow_) / 2;
  const double between = bow_radius_ - front_radius_;
  const double front =
      bow_radius_ * bow_radius_ * bow_ / 2 - between * between * std::sin(bow_) * std::cos(bow_) / 2;
  return 2 * (box + corner + front);
}

Polyline BoxSection::line(double from, double to) const {
  const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(to - from) / kStep)));
  Polyline line;
  for (int i = 0; i <= steps; ++i) {
    const double around = from + (to - from) * i / steps;
    const double folded = around > half_girth_ ? around - 2 * half_girth_ : around;
    const Vec2 p = at(std::abs(folded));
    line.emplace_back(std::copysign(p.x, folded), p.y);
  }
  return line;
}

}  // namespace configurator
