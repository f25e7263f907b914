#include "configurator/pack/body_roll_top_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <numbers>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLean = 1.48;       // radians from upright to where front and back meet
constexpr double kRidgeDepth = 0.6;  // between the two layers of cloth in the roll
// Fullest between these parts of the trunk's height; towards the gable some of it is lost again.
constexpr double kFullFrom = 0.35, kFullTo = 0.5, kFullLost = 0.6;
constexpr double kLeastTrunk = 60;
// The spiral: half circles with a short straight between, per turn; every half circle is tighter than the
// last.
constexpr double kRollRadius = 3.2, kRollFlat = 0.8, kRollPitch = 1.1, kLeastRollRadius = 5;
constexpr double kBendOutside = 0.2;  // the roll's ends bend from here on, in depths beyond the bag's width
constexpr double kLeastBendRadius = 30;  // a roll of several layers does not bend closer

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// How much of its tuck a side has at a part of the way from trunk to roll.
double tuckedPart(double part) {
  const double wave = std::sin(kPi * part);
  return wave * wave;
}

}  // namespace

RollTopShape::RollTopShape(const Dimensions& dimensions) : dimensions_(dimensions) {
  Dimensions& d = dimensions_;
  require(d.width > 0 && d.depth > 0 && d.turns > 0, "a roll-top has a section and a roll");
  half_girth_ = d.width + d.depth;
  d.corner_radius = std::clamp(d.corner_radius, 2.0, d.depth / 5);
  d.front_radius = std::clamp(d.front_radius, d.corner_radius, d.depth / 2 - d.corner_radius);
  const double full_depth = sectionOf(1 - kFullLost, 1).middleZ() * 2;
  lean_radius_ = (full_depth - kRidgeDepth) / 2 / (1 - std::cos(kLean));
  // Cut height = usable height + D/4 + turns; the gable's own length of cloth comes off the trunk.
  const double gable = lean_radius_ * kLean;
  d.usable_height = std::max(d.usable_height, kLeastTrunk + gable - d.depth / 4);
  ridge_at_ = d.usable_height + d.depth / 4;
  trunk_ = ridge_at_ - gable;
  ridge_y_ = trunk_ + lean_radius_ * std::sin(kLean);
  ridge_z_ = full_depth / 2;
  bend_from_ = d.width / 2 + kBendOutside * d.depth;
  bend_radius_ =
      std::max(kLeastBendRadius, (half_girth_ / 2 - bend_from_) / std::max(1e-4, std::abs(d.end_bend)));
  Vec2 direction;
  core_rise_ = spiral(rollLength(), direction).y;
  if (d.end_bend < 0) tuckSides();
}

// Where the ends hang down the cloth of the sides is slack: it tucks in by as much as makes the middle of a
// side as long as its cloth.
void RollTopShape::tuckSides() {
  constexpr int kSteps = 12;
  std::array<Vec2, kSteps + 1> way;
  for (std::size_t i = 0; i < way.size(); ++i)
    way[i] = sideMiddle(glm::mix(trunk_, ridge_at_, static_cast<double>(i) / kSteps));
  const auto length = [&](double tuck) {
    double sum = 0;
    for (int i = 1; i <= kSteps; ++i) {
      const double in = tuckedPart(i / double{kSteps}) - tuckedPart((i - 1) / double{kSteps});
      sum += glm::length(way[i] - way[i - 1] - Vec2{tuck * in, 0});
    }
    return sum;
  };
  const double cloth = ridge_at_ - trunk_;
  double low = 0, high = cloth / 2;
  for (int i = 0; i < 12; ++i) {
    const double middle = (low + high) / 2;
    (length(middle) < cloth ? low : high) = middle;
  }
  tuck_ = low;
}

double RollTopShape::fullnessAt(double up) const {
  const double part = up / trunk_;
  return smooth(part / kFullFrom) * (1 - kFullLost * smooth((part - kFullTo) / (1 - kFullTo)));
}

double RollTopShape::heightAt(double up) const {
  if (up <= trunk_) return up;
  return trunk_ + lean_radius_ * std::sin(std::min(kLean, (up - trunk_) / lean_radius_));
}

/// 1 in the trunk, down to two layers of cloth at the ridge, nothing at the mouth.
double RollTopShape::shrinkAt(double up) const {
  if (up <= trunk_) return 1;
  const double full = 2 * ridge_z_;
  const double angle = std::min(kLean, (up - trunk_) / lean_radius_);
  const double depth = full - 2 * lean_radius_ * (1 - std::cos(angle));
  const double mouth = std::clamp((cutHeight() - up) / 12, 0.0, 1.0);
  return (up > ridge_at_ ? kRidgeDepth * mouth : depth) / full;
}

BoxSection RollTopShape::sectionOf(double full, double shrink, double back_z) const {
  const Dimensions& d = dimensions_;
  // Towards the roll the corners wander over the cloth, and a round one that wanders takes cloth away: they
  // sharpen to creases faster than the depth goes.
  const double corner = shrink * std::sqrt(shrink);
  const double front_full = d.corner_radius + (d.front_radius - d.corner_radius) * full;
  // Rounding a corner of the box pushes the walls out; the belly takes half of itself back.
  const double belly = full * d.belly * d.width / 4;
  BoxSection::Walls walls;
  walls.half_girth = half_girth_;
  walls.depth = shrink * (d.depth + roundingDepth(d.corner_radius, front_full) - belly / 2);
  walls.back_radius = corner * d.corner_radius;
  walls.front_radius = corner * front_full;
  walls.bow = d.belly * full * shrink;
  walls.back_z = back_z;
  return BoxSection(walls);
}

BoxSection RollTopShape::sectionAt(double up) const {
  const double full = fullnessAt(up);
  const double shrink = shrinkAt(up);
  if (up <= trunk_) return sectionOf(full, shrink);
  return sectionOf(full, shrink, ridge_z_ - sectionOf(full, shrink).middleZ());
}

double RollTopShape::bendAngle(double x) const {
  const double beyond = std::max(0.0, std::abs(x) - bend_from_);
  return std::copysign(beyond / bend_radius_, dimensions_.end_bend);
}

Vec2 RollTopShape::sideMiddle(double up) const {
  const double x = sectionAt(up).halfWidth();
  return Vec2{x, heightAt(up)} + pulledAt(up) * bent(x, 0);
}

// It fades out towards the creases, which front and back lean along.
double RollTopShape::tuckedIn(const BoxSection& section, double up, double z) const {
  if (up <= trunk_ || tuck_ == 0) return 0;
  const double off = (z - ridge_z_) / section.middleZ();
  return tuck_ * tuckedPart((up - trunk_) / (ridge_at_ - trunk_)) * std::max(0.0, 1 - off * off);
}

double RollTopShape::pulledAt(double up) const {
  return smooth((up - trunk_) / (ridge_at_ - trunk_));
}

// The roll bends about the height of the mouth inside it, so that the mouth keeps its length.
Vec2 RollTopShape::bent(double x, double above_ridge) const {
  const double angle = bendAngle(x);
  const double beyond = std::max(0.0, std::abs(x) - bend_from_);
  const double off = above_ridge - core_rise_;
  const double along = bend_radius_ * std::sin(std::abs(angle)) - beyond - off * std::sin(angle);
  const double up = std::copysign(bend_radius_ * (1 - std::cos(angle)), angle) - off * (1 - std::cos(angle));
  return {std::copysign(1.0, x) * along, up};
}

// Straights and half circles by turns, each smaller than the one before; starts along the ridge's last lean.
Vec2 RollTopShape::spiral(double along, Vec2& direction) const {
  const int turns = dimensions_.turns;
  double radius = std::max(kLeastRollRadius, kRollRadius * turns);
  const double flat = kRollFlat * turns;
  double heading = kPi / 2 - kLean;
  Vec2 at{0, 0};
  double left = along;
  double straight = flat / 2;
  for (int piece = 0; piece < 40; ++piece) {
    direction = {std::cos(heading), std::sin(heading)};
    if (left <= straight) return at + left * direction;
    at += straight * direction;
    left -= straight;
    straight = flat;
    const Vec2 to_centre{-direction.y, direction.x};
    const double arc = std::min(left, kPi * radius);
    const double turn = arc / radius;
    const double end = heading + turn;
    at += radius * to_centre + radius * Vec2{std::sin(end), -std::cos(end)};
    heading = end;
    left -= arc;
    direction = {std::cos(heading), std::sin(heading)};
    if (left <= 0) return at;
    radius = std::max(1.0, radius - kRollPitch);
  }
  return at;
}

Vec3 RollTopShape::onCloth(double around, double up) const {
  const BoxSection section = sectionAt(std::min(up, cutHeight()));
  const Vec2 p = section.at(std::abs(around));
  const double x = std::copysign(p.x, around);
  if (up <= ridge_at_) {
    const Vec2 moved = pulledAt(up) * bent(x, 0) - Vec2{std::copysign(tuckedIn(section, up, p.y), x), 0};
    return {x + moved.x, heightAt(up) + moved.y, p.y};
  }
  // The section stands across the spiral: its front half on the outer side.
  Vec2 direction;
  const Vec2 core = spiral(up - ridge_at_, direction);
  const Vec2 zy = core + (p.y - ridge_z_) * Vec2{direction.y, -direction.x};
  const Vec2 moved = bent(x, zy.y);
  return {x + moved.x, ridge_y_ + zy.y + moved.y, ridge_z_ + zy.x};
}

Vec3 RollTopShape::onBottom(Vec2 flat) const {
  const BoxSection s = sectionOf(0, 1);
  const double depth = 2 * s.middleZ();
  const double x = flat.x / s.halfWidth();
  const double z = 2 * flat.y / depth - 1;
  const double sag = dimensions_.bottom_sag * std::max(0.0, 1 - x * x) * std::max(0.0, 1 - z * z);
  return {flat.x, -sag, flat.y};
}

Polyline RollTopShape::bottomLine(double from, double to) const {
  return sectionOf(0, 1).line(from, to);
}

std::vector<Vec3> RollTopShape::rollCore(double up, std::vector<Vec3>* normals) const {
  std::vector<Vec3> line;
  const double half = half_girth_ / 2;
  Vec2 direction;
  const Vec2 core = spiral(up - ridge_at_, direction);
  constexpr int kSteps = 48;
  for (int i = 0; i <= kSteps; ++i) {
    const double x = half * (2.0 * i / kSteps - 1);
    const Vec2 moved = bent(x, core.y);
    line.emplace_back(x + moved.x, ridge_y_ + core.y + moved.y, ridge_z_ + core.x);
    const double angle = std::copysign(1.0, x) * bendAngle(x);
    if (normals != nullptr) normals->emplace_back(-std::sin(angle), std::cos(angle), 0);
  }
  return line;
}

double RollTopShape::volume() const {
  const auto slices = [&](double from, double to, int count) {
    double sum = 0;
    for (int i = 0; i < count; ++i) {
      const double low = from + (to - from) * i / count;
      const double high = from + (to - from) * (i + 1) / count;
      sum += sectionAt((low + high) / 2).area() * (heightAt(high) - heightAt(low));
    }
    return sum;
  };
  const double volume = slices(0, trunk_, 24) + slices(trunk_, ridge_at_, 24);
  const BoxSection foot = sectionOf(0, 1);
  return volume + dimensions_.bottom_sag * foot.halfWidth() * 2 * foot.middleZ() * 2 * 4 / 9;
}

}  // namespace configurator
