#include "configurator/pack/fill_cover.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>

#include "configurator/pack/geometry.h"

namespace configurator {
namespace {

constexpr double kStep = 4;
constexpr double kStiff = 26;            // mm over which a cover evens out the edges under it
constexpr double kUnder = 9, kOn = 3.5;  // so far under the line the bag's map ends, and the cover's begins
constexpr double kLeastStrap = 25;
constexpr double kFlatLayers = 4;

double smooth(double t) {
  const double x = std::clamp(t, 0.0, 1.0);
  return x * x * (3 - 2 * x);
}

/// Away from what is covered, of a line that runs forward and down.
Vec3 outOf(Vec3 step) {
  return glm::normalize(Vec3{0, step.z, -step.y});
}

/// A point `at` mm along a line, going on straight beyond both ends, and the line's direction there.
struct OnLine {
  Vec3 at{0, 0, 0}, step{0, 0, 1};
};
OnLine onLine(const std::vector<Vec3>& line, double at) {
  const double whole = lengthOf(line);
  const double inside = std::clamp(at, 0.0, whole);
  constexpr double kReach = 6;
  const Vec3 step =
      pointAlong(line, std::min(whole, inside + kReach)) - pointAlong(line, std::max(0.0, inside - kReach));
  const Vec3 direction = glm::normalize(Vec3{0, step.y, step.z});
  return {pointAlong(line, inside) + (at - inside) * direction, direction};
}

std::vector<Vec3> evened(const std::vector<Vec3>& line) {
  std::vector<Vec3> out = line;
  const int reach = static_cast<int>(kStiff / kStep);
  const int last = static_cast<int>(line.size()) - 1;
  for (int i = 0; i <= last; ++i) {
    const int half = std::min({reach, i, last - i});
    Vec3 sum{0, 0, 0};
    for (int k = -half; k <= half; ++k) sum += line[static_cast<std::size_t>(i + k)];
    out[static_cast<std::size_t>(i)] = sum / (2.0 * half + 1);
  }
  return out;
}

}  // namespace

FillCover::FillCover(const Line& line, const std::function<Vec3(Vec3)>& bag) : line_(line) {
  const double whole = lengthOf(line.points);
  const int steps = std::max(2, static_cast<int>(std::ceil(whole / kStep)));
  std::vector<Vec3> points;
  for (int i = 0; i <= steps; ++i) {
    along_.push_back(whole * i / steps);
    points.push_back(pointAlong(line.points, along_.back()));
    now_.push_back(bag(points.back()));
  }
  line_.points = std::move(points);
  const std::vector<Vec3> soft = evened(evened(now_));
  for (std::size_t i = 0; i < now_.size(); ++i) now_[i] = glm::mix(now_[i], soft[i], line.softness);
  const double straps = std::max(1.0, whole - line.length_mm);
  rest_ = std::max(kLeastStrap, lengthOf(now_) - line.length_mm) / straps;
}

/// The nearest place of the line; it goes on straight beyond both ends.
double FillCover::placeOf(Vec3 p) const {
  double least = std::numeric_limits<double>::max();
  double place = 0;
  for (std::size_t i = 0; i + 1 < line_.points.size(); ++i) {
    const Vec3 a = line_.points[i], step = line_.points[i + 1] - a;
    const Vec3 to{0, p.y - a.y, p.z - a.z};
    const double size = glm::length(step);
    double t = glm::dot(to, step) / (size * size);
    if (i > 0) t = std::max(0.0, t);
    if (i + 2 < line_.points.size()) t = std::min(1.0, t);
    const double away = glm::length(to - t * step);
    if (away >= least) continue;
    least = away;
    place = along_[i] + t * size;
  }
  return place;
}

Vec3 FillCover::at(Vec3 p, Vec3 bagged) const {
  const double place = placeOf(p);
  const OnLine nominal = onLine(line_.points, place);
  const Vec3 to{0, p.y - nominal.at.y, p.z - nominal.at.z};
  const double off = glm::dot(to, outOf(nominal.step));
  const double ends =
      smooth((along_.back() + 4 - place) / 8) * smooth((p.z + 12) / 8) * smooth((place + 30) / 20);
  const double share = smooth((off + kUnder) / (kUnder - kOn)) * ends;
  if (share <= 0) return bagged;
  const double cover = std::min(place, line_.length_mm);
  const OnLine now = onLine(now_, cover + (place - cover) * rest_);
  const double kept = off <= kFlatLayers ? off : kFlatLayers + (off - kFlatLayers) * line_.thickness_kept;
  const Vec3 moved =
      Vec3{p.x, now.at.y, now.at.z} + kept * outOf(now.step) + glm::dot(to, nominal.step) * now.step;
  return glm::mix(bagged, moved, share);
}

}  // namespace configurator
