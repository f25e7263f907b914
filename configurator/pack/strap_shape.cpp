#include "configurator/pack/strap_shape.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/require.h"
#include "configurator/pack/cut_line.h"

namespace configurator {
namespace {

// Padded strap, construction practice: first 45 % bends at a radius of 190-230 round the neck, the next 35 %
// bends back at 260-320, the rest runs straight; greatest width at 35 %, taper to the tail over the last 60
// mm.
constexpr double kNeckRadius = 210;
constexpr double kChestRadius = 290;
constexpr double kStep = 8;
constexpr double kTailTaper = 60;
constexpr double kWrap = 6;  // foam bends this far round a chest

double headingAt(const StrapShape& shape, double s) {
  const double neck = std::min(s, 0.45 * shape.length_mm) / kNeckRadius;
  const double chest = std::clamp(s - 0.45 * shape.length_mm, 0.0, 0.35 * shape.length_mm) / kChestRadius;
  return shape.bend * (neck - chest);
}

Vec2 acrossAt(const StrapShape& shape, double s) {
  const double heading = headingAt(shape, s);
  return {std::cos(heading), std::sin(heading)};
}

struct Place {
  double s = 0, t = 0;  // along and across the centre line
};

/// A flat line with what its stretches measure.
class CentreLine {
 public:
  explicit CentreLine(const Polyline& line) {
    double at = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
      const Vec2 d = line[i] - line[i - 1];
      stretches_.push_back({line[i - 1], d, glm::dot(d, d), at});
      at += glm::length(d);
    }
  }

  /// The nearest place on the line; beyond its ends the end stretches go on straight.
  Place placeOf(Vec2 p) const {
    std::size_t best = 0;
    double best_u = 0, best_squared = 1e300;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const Stretch& stretch = stretches_[i];
      double u = glm::dot(p - stretch.from, stretch.along) / stretch.squared;
      if (i > 0) u = std::max(u, 0.0);
      if (i + 1 < stretches_.size()) u = std::min(u, 1.0);
      const Vec2 away = p - (stretch.from + u * stretch.along);
      const double squared = glm::dot(away, away);
      if (squared >= best_squared) continue;
      best_squared = squared;
      best = i;
      best_u = u;
    }
    const Stretch& stretch = stretches_[best];
    const double size = std::sqrt(stretch.squared);
    const Vec2 right{stretch.along.y / size, -stretch.along.x / size};
    return {stretch.at + best_u * size, glm::dot(p - (stretch.from + best_u * stretch.along), right)};
  }

 private:
  struct Stretch {
    Vec2 from, along;
    double squared = 0, at = 0;  ///< of its length; where on the line it begins
  };
  std::vector<Stretch> stretches_;
};

struct PathFrame {
  Vec3 at, along, normal;
  double place = 0;  // between the path's points
};

/// A path, which outlives this, with how far along it its points are.
class MeasuredPath {
 public:
  explicit MeasuredPath(const BodyPath& path) : path_(&path) {
    double at = 0;
    for (std::size_t i = 0; i < path_->points.size(); ++i) {
      if (i > 0) at += glm::distance(path_->points[i - 1], path_->points[i]);
      at_.push_back(at);
    }
  }

  PathFrame frameAt(double s) const {
    const std::size_t last = at_.size() - 1;
    auto i = static_cast<std::size_t>(std::lower_bound(at_.begin() + 1, at_.end(), s) - at_.begin());
    i = std::min(i, last);
    while (i < last && at_[i] <= at_[i - 1]) ++i;
    const double size = at_[i] - at_[i - 1];
    if (size <= 0) return {path_->points.back(), {0, 1, 0}, path_->normals.back(), static_cast<double>(last)};
    const Vec3 d = path_->points[i] - path_->points[i - 1];
    const double u = (s - at_[i - 1]) / size;  // below 0 or above 1 beyond the ends: straight on
    const Vec3 normal = glm::mix(path_->normals[i - 1], path_->normals[i], std::clamp(u, 0.0, 1.0));
    return {path_->points[i - 1] + u * d, d / size, glm::normalize(normal), static_cast<double>(i - 1) + u};
  }

 private:
  const BodyPath* path_;
  std::vector<double> at_;
};

}  // namespace

double widthAt(const StrapShape& shape, double s) {
  const double widest = shape.widest_at * shape.length_mm;
  const double taper = shape.length_mm - kTailTaper;
  const auto smooth = [](double t) { return t * t * (3 - 2 * t); };
  if (s <= widest) return glm::mix(shape.anchor_width_mm, shape.width_mm, smooth(std::max(0.0, s) / widest));
  if (s <= taper) return glm::mix(shape.width_mm, 0.82 * shape.width_mm, (s - widest) / (taper - widest));
  return glm::mix(0.82 * shape.width_mm, shape.tail_width_mm,
                  smooth(std::min(1.0, (s - taper) / kTailTaper)));
}

Polyline centreLineOf(const StrapShape& shape) {
  const int parts = std::max(8, static_cast<int>(shape.length_mm / kStep));
  const double step = shape.length_mm / parts;
  Polyline line;
  line.reserve(static_cast<std::size_t>(parts) + 1);
  line.emplace_back(0, 0);
  for (int i = 0; i < parts; ++i) {
    const double heading = headingAt(shape, (i + 0.5) * step);
    line.push_back(line.back() + step * Vec2{-std::sin(heading), std::cos(heading)});
  }
  return line;
}

std::vector<Edge> edgesOf(const StrapShape& shape, const StrapEdges& how) {
  const Polyline centre = centreLineOf(shape);
  const double step = shape.length_mm / static_cast<double>(centre.size() - 1);
  Polyline right;
  Polyline left;
  right.reserve(centre.size());
  left.reserve(centre.size());
  for (std::size_t i = 0; i < centre.size(); ++i) {
    const double here = step * static_cast<double>(i);
    const double s = std::clamp(here, how.inset_mm, shape.length_mm - how.inset_mm);
    const Vec2 half = (widthAt(shape, s) / 2 - how.inset_mm) * acrossAt(shape, s);
    const Vec2 at = s == here ? centre[i] : pointAlong(centre, s);
    if (!right.empty() && glm::distance(right.back(), at + half) < 0.5) continue;
    right.push_back(at + half);
    left.push_back(at - half);
  }
  std::reverse(left.begin(), left.end());
  return {{"anchor", {left.back(), right.front()}, how.allowance_mm, EdgeFinish::Raw},
          {"right", right, how.allowance_mm, how.finish},
          {"tail", {right.back(), left.front()}, how.allowance_mm, how.finish},
          {"left", left, how.allowance_mm, how.finish}};
}

BodyPath pathOnTorso(const Torso& torso, std::vector<Vec3> points) {
  BodyPath path;
  path.points = std::move(points);
  path.normals.reserve(path.points.size());
  for (const Vec3& p : path.points) path.normals.push_back(torsoNormal(torso, p));
  path.bed = std::make_shared<const StrapBed>(torso, path.points, path.normals, kWrap);
  return path;
}

BodyPath stretchOf(const BodyPath& path, double from, double to) {
  const int parts = std::max(1, static_cast<int>((to - from) / kStep));
  const MeasuredPath way(path);
  BodyPath out;
  for (int i = 0; i <= parts; ++i) {
    const PathFrame frame = way.frameAt(from + (to - from) * i / parts);
    out.points.push_back(frame.at);
    out.normals.push_back(frame.normal);
  }
  return out;
}

BodyPath lifted(BodyPath path, double height_mm) {
  for (std::size_t i = 0; i < path.points.size(); ++i) path.points[i] += height_mm * path.normals[i];
  return path;
}

RibbonShape ribbonOn(const BodyPath& path, double width_mm, double thickness_mm) {
  return {path.points, path.normals, width_mm, thickness_mm};
}

namespace {

struct Laying {
  double lift_mm = 0;
  double lengthening = 1;  ///< cloth per path
};

/// How far aside cloth lies that rises over its bed: eased cloth is no wider for it.
double reachOf(double across, double height, const Laying& how) {
  if (how.lengthening == 1) return across;
  return std::copysign(std::sqrt(std::max(across * across - height * height, 0.5 * across * across)), across);
}

Surface clothAlong(const Polyline& centre_line, const std::shared_ptr<const BodyPath>& path, Laying how) {
  return [centre = CentreLine(centre_line), way = MeasuredPath(*path), path, how](Vec2 p) {
    const Place place = centre.placeOf(p);
    const PathFrame frame = way.frameAt(place.s / how.lengthening);
    const Vec3 across = glm::normalize(glm::cross(frame.along, frame.normal));
    const double bed = path->bed ? path->bed->heightAt(frame.place, path->bed_side * place.t) : 0.0;
    return frame.at + reachOf(place.t, bed, how) * across + (bed + how.lift_mm) * frame.normal;
  };
}

}  // namespace

Surface layAlong(Polyline centre_line, std::shared_ptr<const BodyPath> path, double lift_mm) {
  require(centre_line.size() >= 2 && path->points.size() >= 2, "cloth is laid along a line");
  if (path->bed && path->eased_half_width_mm > 0) {
    return lazySurface([centre = std::move(centre_line), path = std::move(path), lift_mm] {
      return clothAlong(centre, path, {lift_mm, path->bed->lengthening(path->eased_half_width_mm)});
    });
  }
  return clothAlong(centre_line, path, {lift_mm, 1});
}

Surface layAlong(Polyline centre_line, BodyPath path, double lift_mm) {
  return layAlong(std::move(centre_line), std::make_shared<const BodyPath>(std::move(path)), lift_mm);
}

}  // namespace configurator
