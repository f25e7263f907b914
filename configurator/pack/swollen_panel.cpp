// z(a, b) = swell * sin(pi a) * up(b) over the unit square of the panel's place, up(b) = sin(pi b) when its
// upper edge is sewn down and sin(pi b / 2) when it is a mouth. A section of width w and height g is longer
// than w by
//   k w g 2/pi          because it lies outside a host of curvature k, and
//   w (E(g/w) - 1)      because it is an arch;
// A mouth may have its full height from a part of the way up on: then up(b) = sin(pi b / 2 rise), at most 1.
// cutting every section longer by just that keeps area and seam lengths.
#include "configurator/pack/swollen_panel.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kMeanOfSine = 2 / kPi;
constexpr double kMostSwell = 0.36;        // of the smaller side: steeper panels are not sewn flat
constexpr double kMostClosedSwell = 0.13;  // the same, with the upper edge sewn down too
constexpr double kEased = 0.004;           // of the seam: less than the eye of a walked seam sees
constexpr double kRefine = 18;

/// Length of half a sine wave over 1 with amplitude g, less 1. The power has the same first two terms as the
/// elliptic integral (m^2/4 - 3 m^4/64, m = pi g) and stays within 0.3 % of the length up to g = 0.4.
double archExcess(double g) {
  const double m = kPi * g;
  return std::pow(1 + 0.625 * m * m, 0.4) - 1;
}

struct Curvature {
  Vec3 normal{0, 0, 1};
  double along_u = 0, along_v = 0;  // positive: convex, seen from outside
};

Curvature curvatureAt(const Host& host, Vec2 centre, Vec2 step) {
  const Vec3 here = host.outside(centre);
  const Vec3 left = host.outside(centre - Vec2{step.x, 0});
  const Vec3 right = host.outside(centre + Vec2{step.x, 0});
  const Vec3 below = host.outside(centre - Vec2{0, step.y});
  const Vec3 above = host.outside(centre + Vec2{0, step.y});
  Curvature found;
  found.normal = glm::normalize(glm::cross(right - left, above - below));
  found.along_u = -glm::dot(left + right - 2.0 * here, found.normal) / (step.x * step.x);
  found.along_v = -glm::dot(below + above - 2.0 * here, found.normal) / (step.y * step.y);
  return found;
}

/// The swelling panel as functions between its place and its flat.
struct Swell {
  SwellShape shape;
  Curvature host;
  double swell = 0;
  double short_left = 0, short_right = 0;  // by how much a side edge is set lower, its curve being longer

  double heightAt(double a) const { return glm::mix(shape.left_height_mm, shape.right_height_mm, a); }
  double up(double b) const {
    const double t = std::clamp(b, 0.0, 1.0);
    return std::sin(shape.open_top ? kPi / 2 * std::min(1.0, t / shape.rise) : kPi * t);
  }
  double meanUp() const { return shape.open_top ? shape.rise * kMeanOfSine + 1 - shape.rise : kMeanOfSine; }
  double meanUpSquared() const { return shape.open_top ? 1 - shape.rise / 2 : 0.5; }
  double across(double a) const { return std::sin(kPi * std::clamp(a, 0.0, 1.0)); }

  double widthExcess(double b) const {
    const double g = swell * up(b);
    const double w = shape.width_mm;
    return host.along_u * w * g * kMeanOfSine + w * archExcess(g / w);
  }
  double heightExcess(double a) const {
    const double g = swell * across(a);
    const double h = heightAt(a);
    const double rises = shape.open_top ? shape.rise * h : h;
    const double span = shape.open_top ? 2 * rises : h;  // a mouth panel is half an arch
    return host.along_v * h * g * meanUp() + rises * archExcess(g / span);
  }
  /// `excess` is heightExcess(a).
  double flatHeight(double a, double excess) const {
    return heightAt(a) - glm::mix(short_left, short_right, a) + excess;
  }
  /// A panel sewn down above and below bows out by half the excess on either edge; a mouth panel above only.
  double flatBottom(double excess) const { return shape.open_top ? 0 : -excess / 2; }

  Vec2 placeToUnit(Vec2 uv) const {
    const double a = (uv.x - shape.at.x) / shape.width_mm;
    return {a, (uv.y - shape.at.y) / heightAt(std::clamp(a, 0.0, 1.0))};
  }
  Vec2 unitToPlace(Vec2 ab) const {
    return shape.at + Vec2{ab.x * shape.width_mm, ab.y * heightAt(std::clamp(ab.x, 0.0, 1.0))};
  }
  /// A point with what its section is longer by, which does not depend on where the sides are set.
  struct Spread {
    Vec2 unit{0, 0};
    double across = 0, excess = 0;
  };
  Spread spread(Vec2 ab) const {
    return {ab, shape.width_mm / 2 + (ab.x - 0.5) * (shape.width_mm + widthExcess(ab.y)),
            heightExcess(std::clamp(ab.x, 0.0, 1.0))};
  }
  Vec2 flatOf(const Spread& at) const {
    const double a = std::clamp(at.unit.x, 0.0, 1.0);
    return shape.at + Vec2{at.across, flatBottom(at.excess) + at.unit.y * flatHeight(a, at.excess)};
  }
  Vec2 unitToFlat(Vec2 ab) const { return flatOf(spread(ab)); }
  /// Inverse of unitToFlat: width and height change slowly, so a few rounds settle below a micrometre.
  Vec2 flatToUnit(Vec2 flat) const {
    const Vec2 in = flat - shape.at;
    Vec2 ab{0.5, 0.5};
    for (int round = 0; round < 6; ++round) {
      ab.x = 0.5 + (in.x - shape.width_mm / 2) / (shape.width_mm + widthExcess(ab.y));
      const double a = std::clamp(ab.x, 0.0, 1.0);
      const double excess = heightExcess(a);
      ab.y = (in.y - flatBottom(excess)) / flatHeight(a, excess);
    }
    return ab;
  }
};

/// The swell whose fullest section is `fullness_mm` longer than its place, by bisection on a rising function.
double swellFor(Swell swell) {
  const SwellShape& shape = swell.shape;
  const double smallest = std::min({shape.width_mm, shape.left_height_mm, shape.right_height_mm});
  double low = 0;
  double high = (shape.open_top ? kMostSwell : kMostClosedSwell) * smallest;
  if (swell.host.along_u < 0) low = std::min(high, -swell.host.along_u * shape.width_mm * shape.width_mm / 4);
  for (int i = 0; i < 30; ++i) {
    swell.swell = (low + high) / 2;
    (swell.widthExcess(shape.open_top ? 1.0 : 0.5) < shape.fullness_mm ? low : high) = swell.swell;
  }
  return low;
}

/// Volume over the area, stand-off apart. Over a host that is round the way out opens: by k z at the height
/// z, over all z^2 / 2, whose mean is a quarter of the swell's square.
double meanHeight(const Swell& swell) {
  const double opening = swell.shape.stand_off_mm > 0 ? 0 : swell.host.along_u + swell.host.along_v;
  return swell.swell * kMeanOfSine * swell.meanUp() +
         opening * swell.swell * swell.swell * swell.meanUpSquared() / 4;
}

/// The swell at which the panel holds what it is to hold, as far as it can be sewn.
double swellHolding(Swell swell, double area) {
  const double most = kMostSwell * std::min(swell.shape.width_mm, swell.shape.left_height_mm);
  const double wanted = swell.shape.holds_l * 1e6 / area;
  swell.swell = most / 2;
  for (int round = 0; round < 8; ++round)
    swell.swell = std::clamp(swell.swell * wanted / std::max(meanHeight(swell), 1.0), 1.0, most);
  return swell.swell;
}

/// How much longer than its height a side edge becomes by curving out with the width.
double sideExcess(const Swell& swell, double height) {
  constexpr int kSteps = 12;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i) {
    const double from = swell.widthExcess(static_cast<double>(i) / kSteps) / 2;
    const double to = swell.widthExcess(static_cast<double>(i + 1) / kSteps) / 2;
    sum += std::hypot(to - from, height / kSteps) - height / kSteps;
  }
  return sum;
}

/// The panel's place: straight sides, two rounded lower corners, a straight mouth.
std::vector<Edge> placedEdges(const SwellShape& s) {
  const double smallest = std::min({s.width_mm, s.left_height_mm, s.right_height_mm});
  const double r = std::clamp(s.corner_radius_mm, 0.0, 0.45 * smallest);
  const Vec2 left_top = s.at + Vec2{0, s.left_height_mm};
  const Vec2 right_bottom = s.at + Vec2{s.width_mm, 0};
  const Vec2 right_top = s.at + Vec2{s.width_mm, s.right_height_mm};
  if (r < 1) {
    return {{"bottom", refined({s.at, right_bottom}, kRefine)},
            {"right", refined({right_bottom, right_top}, kRefine)},
            {"top", refined({right_top, left_top}, kRefine)},
            {"left", refined({left_top, s.at}, kRefine)}};
  }
  const Vec2 left_centre = s.at + Vec2{r, r};
  const Vec2 right_centre = right_bottom + Vec2{-r, r};
  const auto arc = [&](Vec2 centre, double from, double to) {
    return arcLine({centre, r, from * kPi / 4, to * kPi / 4});
  };
  const Polyline bottom = joined({arc(left_centre, 5, 6), arc(right_centre, 6, 7)});
  const Polyline right = joined({arc(right_centre, 7, 8), {right_top}});
  const Polyline left = joined({{left_top}, arc(left_centre, 4, 5)});
  return {{"bottom", refined(bottom, kRefine)},
          {"right", refined(right, kRefine)},
          {"top", refined({right_top, left_top}, kRefine)},
          {"left", refined(left, kRefine)}};
}

}  // namespace

double paperBagVolume(double width_mm, double height_mm) {
  const double w = std::min(width_mm, height_mm) / 100;
  const double h = std::max(width_mm, height_mm) / 100;
  return w * w * w * (h / (kPi * w) - 0.142 * (1 - std::pow(10, -h / w)));
}

namespace {

using SpreadEdge = std::vector<Swell::Spread>;

std::vector<SpreadEdge> spreadEdges(const Swell& swell, const std::vector<Edge>& placed) {
  std::vector<SpreadEdge> spread;
  for (const Edge& edge : placed) {
    SpreadEdge& points = spread.emplace_back();
    points.reserve(edge.points.size());
    for (const Vec2& point : edge.points) points.push_back(swell.spread(swell.placeToUnit(point)));
  }
  return spread;
}

void lay(const Swell& swell, const std::vector<SpreadEdge>& spread, std::vector<Edge>& flat) {
  for (std::size_t i = 0; i < flat.size(); ++i) {
    for (std::size_t k = 0; k < flat[i].points.size(); ++k) flat[i].points[k] = swell.flatOf(spread[i][k]);
  }
}

/// What is sewn to the host: left, bottom and right.
double sewnLength(const std::vector<Edge>& edges) {
  return lengthOf(edges[3].points) + lengthOf(edges[0].points) + lengthOf(edges[1].points);
}

/// Sets the side edges so that they are as long as their places: first by their own curve, then by what is
/// left, at last by what the bottom is longer where the host is curved, for all three are one seam. A little
/// is eased in instead: cut to the flat host exactly, a panel on a round one would be drawn too small.
std::vector<Edge> fittedFlat(Swell& swell, const std::vector<Edge>& placed) {
  swell.short_left = sideExcess(swell, swell.shape.left_height_mm);
  swell.short_right = sideExcess(swell, swell.shape.right_height_mm);
  const std::vector<SpreadEdge> spread = spreadEdges(swell, placed);
  std::vector<Edge> flat = placed;
  lay(swell, spread, flat);
  swell.short_left += lengthOf(flat[3].points) - lengthOf(placed[3].points);
  swell.short_right += lengthOf(flat[1].points) - lengthOf(placed[1].points);
  lay(swell, spread, flat);
  const double seam = sewnLength(placed);
  double over = sewnLength(flat) - seam;
  over -= std::clamp(over, -kEased * seam, kEased * seam);
  swell.short_left += over / 2;
  swell.short_right += over / 2;
  lay(swell, spread, flat);
  return flat;
}

}  // namespace

namespace {

/// Normal of a host over about as far as the cloth stands off: full cloth bridges the small bends under it.
Vec3 broadNormal(const Surface& outside, Vec2 uv, double off_mm) {
  const double half = std::clamp(0.5 * off_mm, 0.5, 25.0);
  const Vec3 u = outside(uv + Vec2{half, 0}) - outside(uv - Vec2{half, 0});
  const Vec3 v = outside(uv + Vec2{0, half}) - outside(uv - Vec2{0, half});
  const Vec3 normal = glm::cross(u, v);
  const double size = glm::length(normal);
  return size > 1e-12 ? normal / size : outside.pointAt(uv).normal;
}

}  // namespace

SwollenPanel makeSwollenPanel(const Host& host, const SwellShape& shape) {
  Swell swell;
  swell.shape = shape;
  const double mean_height = (shape.left_height_mm + shape.right_height_mm) / 2;
  swell.host = curvatureAt(host, shape.at + Vec2{shape.width_mm, mean_height} / 2.0,
                           Vec2{shape.width_mm, mean_height} / 3.0);
  swell.swell = swellFor(swell);
  const double area = shape.width_mm * mean_height;
  if (shape.holds_l > 0) swell.swell = std::max(swell.swell, swellHolding(swell, area));

  SwollenPanel panel;
  panel.placed = placedEdges(shape);
  panel.flat = fittedFlat(swell, panel.placed);
  panel.swell_mm = swell.swell;
  panel.outward = swell.host.normal;
  panel.volume_l = area * (meanHeight(swell) + shape.stand_off_mm) * 1e-6;
  const auto shared = std::make_shared<const Swell>(swell);
  const Vec3 stand_off = shape.stand_off_mm * swell.host.normal;
  panel.toFlat = [shared](Vec2 uv) { return shared->unitToFlat(shared->placeToUnit(uv)); };
  panel.over = [shared, outside = host.outside, lift = host.lift_mm, stand_off](Vec2 uv) {
    const Vec2 ab = shared->placeToUnit(uv);
    const double z = shared->swell * shared->across(ab.x) * shared->up(ab.y);
    return outside(uv) + (lift + shared->shape.above_mm + z) * broadNormal(outside, uv, z) + stand_off;
  };
  panel.surface = [shared, over = panel.over](Vec2 flat) {
    return over(shared->unitToPlace(shared->flatToUnit(flat)));
  };
  return panel;
}

}  // namespace configurator
