#include "configurator/pack/strap_bed.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

constexpr double kHalfWidth = 74;        // of the widest belt wing, and a little
constexpr double kHighest = 30;          // what a strap climbs beside its middle
constexpr double kUnknown = 1e9;         // no height
constexpr double kOff = 8, kLoose = 16;  // a path this far off the skin wraps less, then no more

/// How far `from` has to go along `way` to be `clear` above the skin; negative when it already is.
double riseFor(const Torso& torso, Vec3 from, Vec3 way, double clear) {
  double rise = 0;
  for (int i = 0; i < 3; ++i) {
    const UnderSkin skin = underSkin(torso, from + rise * way);
    const double slope = std::max(0.35, glm::dot(skin.out, way));
    rise = std::clamp(rise + (skin.depth + clear) / slope, -kHighest, kHighest);
  }
  return rise;
}

}  // namespace

StrapBed::StrapBed(Torso torso, std::vector<Vec3> points, std::vector<Vec3> normals, double wrap_mm)
    : torso_(std::move(torso)),
      points_(std::move(points)),
      normals_(std::move(normals)),
      wrap_mm_(wrap_mm),
      heights_(points_.size() * kStations) {
  require(points_.size() >= 2 && points_.size() == normals_.size(), "a strap lies along a path");
  for (std::atomic<double>& height : heights_) height.store(kUnknown, std::memory_order_relaxed);
}

Vec3 StrapBed::acrossAt(std::size_t i) const {
  const Vec3 along = points_[std::min(i + 1, points_.size() - 1)] - points_[i > 0 ? i - 1 : 0];
  return glm::normalize(glm::cross(along, normals_[i]));
}

double StrapBed::measuredHeight(std::size_t i, int station) const {
  if (station == kStations / 2) return 0;
  const Vec3 p = points_[i], n = normals_[i];
  const double own = -depthInside(torso_, p);
  const double wrap = wrap_mm_ * std::clamp((kLoose - own) / (kLoose - kOff), 0.0, 1.0);
  const Vec3 from = p + kHalfWidth * (2.0 * station / (kStations - 1) - 1) * acrossAt(i);
  const double clear = std::max(0.0, own);
  double height = std::max(-wrap, riseFor(torso_, from, n, clear));
  // Where the skin turns away from the normal the steps above can end too low.
  while (height < kHighest && depthInside(torso_, from + height * n) > 0.5 - clear) height += 2;
  return height;
}

double StrapBed::nodeHeight(std::size_t i, int station) const {
  std::atomic<double>& kept = heights_[i * kStations + static_cast<std::size_t>(station)];
  double height = kept.load(std::memory_order_relaxed);
  if (height == kUnknown) {
    height = measuredHeight(i, station);
    kept.store(height, std::memory_order_relaxed);
  }
  return height;
}

double StrapBed::heightAt(double place, double across_mm) const {
  const auto between = [](double at, std::size_t count) {
    const double inside = std::clamp(at, 0.0, static_cast<double>(count - 1));
    const std::size_t low = std::min(static_cast<std::size_t>(inside), count - 2);
    return std::pair(low, inside - static_cast<double>(low));
  };
  const auto [i, u] = between(place, points_.size());
  const auto [low, v] = between((across_mm / kHalfWidth + 1) / 2 * (kStations - 1), kStations);
  const int k = static_cast<int>(low);
  const double here = glm::mix(nodeHeight(i, k), nodeHeight(i, k + 1), v);
  return u > 0 ? glm::mix(here, glm::mix(nodeHeight(i + 1, k), nodeHeight(i + 1, k + 1), v), u) : here;
}

double StrapBed::lengthening(double half_width_mm) const {
  // Every third point, and the last: hips and shoulders bend little over so short a way.
  const std::size_t count = points_.size();
  const auto nextOf = [count](std::size_t i) { return i + 1 < count ? std::min(i + 3, count - 1) : count; };
  std::vector<Vec3> middle;
  for (std::size_t i = 0; i < count; i = nextOf(i)) middle.push_back(points_[i]);
  double edges = 0;
  for (const double aside : {-half_width_mm, half_width_mm}) {
    std::vector<Vec3> edge;
    for (std::size_t i = 0; i < points_.size(); i = nextOf(i)) {
      const double height = heightAt(static_cast<double>(i), aside);
      edge.push_back(points_[i] + aside * acrossAt(i) + height * normals_[i]);
    }
    edges += lengthOf(edge);
  }
  return edges / (2 * lengthOf(middle));
}

}  // namespace configurator
