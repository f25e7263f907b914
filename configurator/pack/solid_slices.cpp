#include "configurator/pack/solid_slices.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace configurator {
namespace {

double cross(Vec2 a, Vec2 b) {
  return a.x * b.y - a.y * b.x;
}

/// Convex hull, counter-clockwise (Andrew's monotone chain); empty for points on one line.
Polyline hullOf(Polyline points) {
  std::sort(points.begin(), points.end(),
            [](Vec2 a, Vec2 b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
  Polyline hull;
  const auto wrap = [&](auto from, auto to, std::size_t least) {
    for (; from != to; ++from) {
      while (hull.size() > least &&
             cross(hull.back() - hull[hull.size() - 2], *from - hull[hull.size() - 2]) <= 0)
        hull.pop_back();
      hull.push_back(*from);
    }
  };
  if (points.size() < 3) return {};
  wrap(points.begin(), points.end(), 1);
  const std::size_t lower = hull.size();
  wrap(points.rbegin() + 1, points.rend(), lower);
  hull.pop_back();
  if (hull.size() < 3) hull.clear();
  return hull;
}

std::size_t sliceAt(const SolidSlices& solid, double y) {
  return static_cast<std::size_t>(std::max(0.0, std::floor((y - solid.low_y) / solid.step)));
}

/// Where points lie further apart than a step, a level has none or too few of them: one that is narrower than
/// both its neighbours is as they are.
void fillGaps(std::vector<Polyline>& outlines) {
  constexpr double kGap = 0.9;
  const std::vector<Polyline> given = outlines;
  for (std::size_t i = 1; i + 1 < given.size(); ++i) {
    const double wanted = kGap * std::min(areaOf(given[i - 1]), areaOf(given[i + 1]));
    if (areaOf(given[i]) >= wanted) continue;
    Polyline points = given[i - 1];
    points.insert(points.end(), given[i + 1].begin(), given[i + 1].end());
    outlines[i] = hullOf(std::move(points));
  }
}

}  // namespace

SolidSlices slicesAround(const std::vector<Vec3>& points) {
  SolidSlices solid;
  if (points.empty()) return solid;
  double high = points.front().y;
  solid.low_y = high;
  for (const Vec3& p : points) {
    solid.low_y = std::min(solid.low_y, p.y);
    high = std::max(high, p.y);
  }
  std::vector<Polyline> levels(sliceAt(solid, high) + 1);
  for (const Vec3& p : points) levels[sliceAt(solid, p.y)].emplace_back(p.x, p.z);
  for (Polyline& level : levels) solid.outlines.push_back(hullOf(std::move(level)));
  fillGaps(solid.outlines);
  return solid;
}

SolidSlices slicesOf(const Torso& torso) {
  constexpr int kCorners = 48;
  SolidSlices solid;
  solid.low_y = torso.sections.back().y;
  const double high = torso.sections.front().y;
  for (double y = solid.low_y + solid.step / 2; y < high; y += solid.step) {
    const TorsoSection section = sectionAt(torso, y);
    Polyline& outline = solid.outlines.emplace_back();
    const auto bent = [&](double part) {
      return std::copysign(std::pow(std::abs(part), 2 / section.n), part);
    };
    for (int i = 0; i < kCorners; ++i) {
      const double angle = 2 * std::numbers::pi * i / kCorners;
      outline.emplace_back(section.a * bent(std::cos(angle)),
                           section.centre_z + section.b * bent(std::sin(angle)));
    }
  }
  return solid;
}

double lengthInside(const SolidSlices& solid, const Vec3& from, const Vec3& direction) {
  if (solid.outlines.empty() || from.y < solid.low_y) return 0;
  const std::size_t at = sliceAt(solid, from.y);
  if (at >= solid.outlines.size()) return 0;
  const Polyline& outline = solid.outlines[at];
  const Vec2 start{from.x, from.z}, way{direction.x, direction.z};
  double enter = 0, leave = outline.empty() ? 0 : std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < outline.size(); ++i) {  // half-planes to the left of each side
    const Vec2 side = outline[(i + 1) % outline.size()] - outline[i];
    const double inside = cross(side, start - outline[i]), gain = cross(side, way);
    if (std::abs(gain) < 1e-12) {
      if (inside < 0) return 0;
    } else if (gain > 0) {
      enter = std::max(enter, -inside / gain);
    } else {
      leave = std::min(leave, -inside / gain);
    }
  }
  return std::max(0.0, leave - enter);
}

}  // namespace configurator
