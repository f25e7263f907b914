#include "configurator/pack/near_covers.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace configurator {
namespace {

constexpr double kNear = 60;      // mm: what stands further off is no cover
constexpr double kOwnSkin = 0.2;  // mm: a band this near lies under the surface, or is sewn to its rim

}  // namespace

NearCovers::NearCovers(const Pack& pack, const std::set<std::string>& items,
                       const std::vector<Vec3>& points) {
  if (points.empty()) return;
  Vec3 low = points.front(), high = points.front();
  for (const Vec3& p : points) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  for (const Fitting& fitting : pack.fittings) {
    if (items.count(fitting.item) > 0) continue;
    for (const Shape& shape : fitting.shapes) {
      std::vector<Stretch> stretches;
      if (const auto* cord = std::get_if<CordShape>(&shape.drawn())) {
        for (std::size_t i = 1; i < cord->path.size(); ++i)
          stretches.push_back({cord->path[i - 1], cord->path[i], {0, 0, 0}, cord->radius_mm});
      }
      if (const auto* band = std::get_if<RibbonShape>(&shape.drawn())) {
        for (std::size_t i = 1; i < band->path.size() && i < band->normals.size(); ++i) {
          const Vec3 across =
              glm::cross(band->path[i] - band->path[i - 1], band->normals[i - 1] + band->normals[i]);
          const double size = glm::length(across);
          if (size < 1e-9) continue;
          stretches.push_back({band->path[i - 1], band->path[i], across * (band->width_mm / 2 / size), 0});
        }
      }
      add(std::move(stretches), low - kNear, high + kNear);
    }
  }
}

/// Only what comes into the box is kept.
void NearCovers::add(std::vector<Stretch> stretches, const Vec3& low, const Vec3& high) {
  const auto outside = [&](const Stretch& one) {
    const Vec3 least = glm::min(one.from, one.to), most = glm::max(one.from, one.to);
    return glm::any(glm::lessThan(most, low)) || glm::any(glm::greaterThan(least, high));
  };
  std::erase_if(stretches, outside);
  if (stretches.empty()) return;
  Cover cover;
  Vec3 least = stretches.front().from, most = least;
  double wide = 0;
  for (const Stretch& one : stretches) {
    least = glm::min(least, glm::min(one.from, one.to));
    most = glm::max(most, glm::max(one.from, one.to));
    wide = std::max(wide, one.radius_mm + glm::length(one.side));
  }
  cover.middle = (least + most) / 2.0;
  cover.reach_mm = glm::length(most - least) / 2 + wide;
  cover.stretches = std::move(stretches);
  covers_.push_back(std::move(cover));
}

bool NearCovers::hide(const Vec3& at, const Vec3& direction) const {
  return std::any_of(covers_.begin(), covers_.end(), [&](const Cover& cover) {
    const Vec3 to = cover.middle - at;
    const double along = glm::dot(to, direction);
    if (along < -cover.reach_mm || along > kNear + cover.reach_mm) return false;
    if (glm::dot(to, to) - along * along > cover.reach_mm * cover.reach_mm) return false;
    return std::any_of(cover.stretches.begin(), cover.stretches.end(),
                       [&](const Stretch& stretch) { return hides(stretch, at, direction); });
  });
}

/// A cord where the line of sight comes nearer to its axis than its radius, a band where that line meets its
/// rectangle.
bool NearCovers::hides(const Stretch& stretch, const Vec3& at, const Vec3& direction) {
  const Vec3 axis = stretch.to - stretch.from;
  if (stretch.radius_mm > 0) {
    const Vec3 apart = glm::cross(direction, axis);
    const double size = glm::dot(apart, apart);
    if (size < 1e-9) return false;
    const Vec3 start = stretch.from - at;
    if (std::abs(glm::dot(start, apart)) > stretch.radius_mm * std::sqrt(size)) return false;
    const double away = glm::dot(glm::cross(start, axis), apart) / size;
    const double part = glm::dot(glm::cross(start, direction), apart) / size;
    return away > kOwnSkin && away < kNear && part >= 0 && part <= 1;
  }
  const Vec3 normal = glm::cross(axis, stretch.side);
  const double facing = glm::dot(normal, direction);
  if (std::abs(facing) < 1e-9) return false;
  const double away = glm::dot(stretch.from - at, normal) / facing;
  if (away < kOwnSkin || away > kNear) return false;
  const Vec3 on = at + away * direction - stretch.from;
  const double along = glm::dot(on, axis) / glm::dot(axis, axis);
  const double across = glm::dot(on, stretch.side) / glm::dot(stretch.side, stretch.side);
  return along >= 0 && along <= 1 && std::abs(across) <= 1;
}

}  // namespace configurator
