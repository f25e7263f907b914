#include "configurator/pack/body_vest_main.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

constexpr int kSegments = 26;  // per edge
constexpr double kBottomRadius = 46, kTopRadius = 40;

struct RingShape {
  double half_bottom, half_top, low, sag, high, bow;
};

constexpr double kCrest = 7;  // the middle of the upper edge stands higher than its ends

/// Area of the ring drawn by ringEdges, as sums of its parts: a trapezoid, the parabolas of belly and crest,
/// the bows of the sides, less a third of the triangle at each rounded corner.
double ringArea(const RingShape& s) {
  const double height = s.high - s.low - s.sag;
  const double side = std::hypot(height, s.half_bottom - s.half_top);
  const double bowed = s.bow * (side - kBottomRadius - kTopRadius);
  const double corners = (kBottomRadius * kBottomRadius + kTopRadius * kTopRadius) / 3;
  return (s.half_bottom + s.half_top) * height + 4 * s.half_bottom * s.sag / 3 + s.half_top * kCrest + bowed -
         corners;
}

/// A corner rounded by a parabola: points up to its middle, and from there.
std::pair<Polyline, Polyline> corner(Vec2 before, Vec2 tip, Vec2 after) {
  const auto on = [&](double t) {
    return (1 - t) * (1 - t) * before + 2 * t * (1 - t) * tip + t * t * after;
  };
  std::pair<Polyline, Polyline> halves;
  for (int i = 0; i <= 8; ++i) {
    halves.first.push_back(on(i / 16.0));
    halves.second.push_back(on(0.5 + i / 16.0));
  }
  return halves;
}

/// The line by even steps, in one walk along it.
Polyline resampled(const Polyline& line) {
  const double step = lengthOf(line) / kSegments;
  Polyline out{line.front()};
  out.reserve(kSegments + 1);
  double way = 0;
  for (std::size_t i = 1; i < line.size() && out.size() < kSegments; ++i) {
    const double length = glm::distance(line[i - 1], line[i]);
    for (double next = step * static_cast<double>(out.size()) - way; next <= length && out.size() < kSegments;
         next += step)
      out.push_back(glm::mix(line[i - 1], line[i], next / length));
    way += length;
  }
  out.push_back(line.back());
  return out;
}

/// A rounded, slightly bellied shield: "bottom" "right" "top" "left".
std::vector<Edge> ringEdges(const RingShape& s) {
  const Vec2 low{s.half_bottom, s.low + s.sag}, high{s.half_top, s.high};
  const Vec2 side = glm::normalize(high - low);
  const double span = s.half_bottom - kBottomRadius;
  const auto belly = [&](double x) { return s.low + s.sag * (x / s.half_bottom) * (x / s.half_bottom); };
  const auto lower = corner({span, belly(span)}, low, low + kBottomRadius * side);
  const auto upper = corner(high - kTopRadius * side, high, high - Vec2{kTopRadius, -4});
  Polyline bottom_half;
  for (int i = 0; i <= 10; ++i) bottom_half.push_back({span * i / 10, belly(span * i / 10)});
  const Vec2 from = lower.second.back(), to = upper.first.front(), across{side.y, -side.x};
  const Polyline bow = bezierLine(
      {from, glm::mix(from, to, 0.33) + s.bow * across, glm::mix(from, to, 0.67) + s.bow * across, to}, 16);
  const Vec2 crest{0, s.high + kCrest};
  const Polyline top_half =
      bezierLine({upper.second.back(), upper.second.back() + Vec2{-20, 2.5}, crest + Vec2{25, 0}, crest}, 12);
  const Polyline bottom = joined({bottom_half, lower.first}),
                 right = joined({lower.second, bow, upper.first}), top = joined({upper.second, top_half});
  const Polyline right_even = resampled(right);
  return {{"bottom", resampled(joined({reversed(mirroredX(bottom)), bottom})), 10, EdgeFinish::Bound},
          {"right", right_even, 10, EdgeFinish::Bound},
          {"top", resampled(joined({top, reversed(mirroredX(top))})), 10, EdgeFinish::Bound},
          {"left", reversed(mirroredX(right_even)), 10, EdgeFinish::Bound}};
}

/// Edges one after the other as one line.
Polyline chain(const std::vector<Edge>& edges, std::initializer_list<std::size_t> order) {
  std::vector<Polyline> lines;
  for (const std::size_t i : order) lines.push_back(edges[i].points);
  return joined(lines);
}

RingShape footprintRing(const MainPocketShape& s) {
  return {s.half_bottom, s.half_top, s.bottom - s.sag, s.sag, s.top, 4};
}

/// The panel is cut larger than its footprint all round, because the gusset leans outwards.
RingShape panelRing(const MainPocketShape& s) {
  const double reach = 3 + 0.3 * s.depth;
  return {s.half_bottom + reach, s.half_top + reach, 0, s.sag, s.panelHeight() - kCrest, 5};
}

/// Height of a leaning strip over its base.
double upright(double width, double reach) {
  return std::sqrt(std::max(0.0, width * width - reach * reach));
}

/// Widths of the gusset at the points of its three edges: even round the bottom, less towards the top.
std::vector<double> gussetWidths(const MainPocketShape& s) {
  std::vector<double> widths;
  for (int i = 0; i < 3 * kSegments + 1; ++i) {
    const double down = std::min(
        {1.0, static_cast<double>(i) / kSegments, static_cast<double>(3 * kSegments - i) / kSegments});
    widths.push_back(glm::mix(s.endDepth(), s.depth, down));
  }
  return widths;
}

}  // namespace

double MainPocketShape::endDepth() const {
  return 6 + (0.4 + 0.0022 * depth) * depth;
}

double MainPocketShape::footprintHeight() const {
  return top + kCrest - bottom + sag;
}

double MainPocketShape::panelHeight() const {
  return footprintHeight() + 4 + 0.36 * depth;
}

double MainPocketShape::dome() const {
  return (5 + 0.09 * depth) * fullness;
}

double MainPocketShape::litres() const {
  const double reach = 3 + 0.3 * depth, reach_up = (panelHeight() - footprintHeight()) / 2;
  const double end = endDepth(), height = footprintHeight();
  // Mean height of the rim, each side by its length.
  const double rim = (2 * half_bottom * upright(depth, reach_up) + 2 * half_top * upright(end, reach_up) +
                      2 * height * upright((depth + end) / 2, reach)) /
                     (2 * (half_bottom + half_top + height));
  const double area = (ringArea(footprintRing(*this)) + ringArea(panelRing(*this))) / 2;
  constexpr double kDomeShare = 0.45;  // mean of a dome over its crown
  return area * (rim + kDomeShare * dome()) / 1e6;
}

std::vector<Edge> mainFootprint(const MainPocketShape& shape) {
  return ringEdges(footprintRing(shape));
}

MainPocketCut cutMainPocket(const MainPocketShape& shape) {
  MainPocketCut cut{shape, mainFootprint(shape), ringEdges(panelRing(shape)), {}, {}};
  cut.gusset = cutStrip(chain(cut.footprint, {3, 0, 1}), chain(cut.panel, {3, 0, 1}), gussetWidths(shape));
  cut.top_strip = cutStrip(cut.footprint[2].points, cut.panel[2].points,
                           std::vector<double>(kSegments + 1, shape.endDepth()));
  return cut;
}

}  // namespace configurator
