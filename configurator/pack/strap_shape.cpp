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

/// Unit direction of a line at one of its points: between the steps before and after.
template <typename Point>
Point directionAt(const std::vector<Point>& points, std::size_t i) {
  Point sum(0);
  if (i > 0 && points[i] != points[i - 1]) sum += glm::normalize(points[i] - points[i - 1]);
  if (i + 1 < points.size() && points[i + 1] != points[i]) sum += glm::normalize(points[i + 1] - points[i]);
  return glm::normalize(sum);
}

template <typename Point>
std::vector<Point> directionsOf(const std::vector<Point>& points) {
  std::vector<Point> directions;
  directions.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) directions.push_back(directionAt(points, i));
  return directions;
}

/// How far along a line its points are.
template <typename Point>
std::vector<double> lengthsTo(const std::vector<Point>& points) {
  std::vector<double> lengths{0};
  for (std::size_t i = 1; i < points.size(); ++i)
    lengths.push_back(lengths.back() + glm::distance(points[i - 1], points[i]));
  return lengths;
}

/// A flat line, measured once for all places beside it.
class CentreLine {
 public:
  explicit CentreLine(const Polyline& line)
      : line_(line), directions_(directionsOf(line)), lengths_(lengthsTo(line)) {}

  /// Place on the line; beyond its ends the end steps go on straight. The line's direction turns evenly from
  /// point to point, so that beside a corner places follow one another without a jump.
  Place placeOf(Vec2 p) const {
    std::size_t step = nearestStep(p);
    double from = aheadOf(p, step - 1), to = aheadOf(p, step);
    if (from < 0 && step > 1) {
      --step;
      to = from;
      from = aheadOf(p, step - 1);
    } else if (to > 0 && step + 1 < line_.size()) {
      ++step;
      from = to;
      to = aheadOf(p, step);
    }
    const Vec2 a = line_[step - 1], d = line_[step] - a;
    double u = from / (from - to);
    const Vec2 along =
        glm::normalize(glm::mix(directions_[step - 1], directions_[step], std::clamp(u, 0.0, 1.0)));
    u = glm::dot(p - a, along) / glm::dot(d, along);
    const Vec2 right{along.y, -along.x};
    return {glm::mix(lengths_[step - 1], lengths_[step], u), glm::dot(p - (a + u * d), right)};
  }

 private:
  /// How far a point lies ahead of one of the line's.
  double aheadOf(Vec2 p, std::size_t i) const { return glm::dot(p - line_[i], directions_[i]); }

  /// The step of the line that a point lies next to: from point `i - 1` to point `i`.
  std::size_t nearestStep(Vec2 p) const {
    std::size_t best = 1;
    double best_squared = 1e300;
    for (std::size_t i = 1; i < line_.size(); ++i) {
      const Vec2 d = line_[i] - line_[i - 1];
      double u = glm::dot(p - line_[i - 1], d) / glm::dot(d, d);
      if (i > 1) u = std::max(u, 0.0);
      if (i + 1 < line_.size()) u = std::min(u, 1.0);
      const Vec2 away = p - (line_[i - 1] + u * d);
      const double squared = glm::dot(away, away);
      if (squared >= best_squared) continue;
      best_squared = squared;
      best = i;
    }
    return best;
  }

  Polyline line_;
  std::vector<Vec2> directions_;
  std::vector<double> lengths_;
};

struct PathFrame {
  Vec3 at, along, normal;
  double place = 0;  // between the path's points
};

/// A path, which outlives this, measured once for all places along it. Its direction turns evenly from point
/// to point: broad cloth would overlap itself on the inner side of each corner of a chain of straight steps.
class MeasuredPath {
 public:
  explicit MeasuredPath(const BodyPath& path)
      : path_(&path), directions_(directionsOf(path.points)), lengths_(lengthsTo(path.points)) {}

  PathFrame frameAt(double s) const {
    const std::size_t last = lengths_.size() - 1;
    const auto found = std::lower_bound(lengths_.begin() + 1, lengths_.end(), s);
    std::size_t i = std::min(static_cast<std::size_t>(found - lengths_.begin()), last);
    while (i < last && lengths_[i] <= lengths_[i - 1]) ++i;
    const double size = lengths_[i] - lengths_[i - 1];
    if (size <= 0) return {path_->points.back(), {0, 1, 0}, path_->normals.back(), static_cast<double>(last)};
    const double u = (s - lengths_[i - 1]) / size;  // below 0 or above 1 beyond the ends: straight on
    const double inside = std::clamp(u, 0.0, 1.0);
    const Vec3 normal = glm::mix(path_->normals[i - 1], path_->normals[i], inside);
    const Vec3 along = glm::mix(directions_[i - 1], directions_[i], inside);
    return {path_->points[i - 1] + u * (path_->points[i] - path_->points[i - 1]), glm::normalize(along),
            glm::normalize(normal), static_cast<double>(i - 1) + u};
  }

 private:
  const BodyPath* path_;
  std::vector<Vec3> directions_;
  std::vector<double> lengths_;
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
