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

Polyline resampled(const Polyline& line) {
  const double length = lengthOf(line);
  Polyline out;
  for (int i = 0; i <= kSegments; ++i) out.push_back(pointAlong(line, length * i / kSegments));
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
  const Vec2 crest{0, s.high + 7};
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

/// All points of a closed outline's edges once.
Polyline ringOf(const std::vector<Edge>& edges) {
  Polyline ring = chain(edges, {0, 1, 2, 3});
  ring.pop_back();
  return ring;
}

double signedVolume(Vec3 a, Vec3 b, Vec3 c) {
  return glm::dot(a, glm::cross(b, c)) / 6;
}

/// Six-fold volume under a patch that spans a ring: rings of triangles shrinking to the middle.
template <typename Patch>
double patchVolume(const Polyline& ring, const Patch& patch) {
  constexpr int kRings = 5;
  Vec2 middle{0, 0};
  for (const Vec2& p : ring) middle += p / static_cast<double>(ring.size());
  std::vector<Vec3> outer, inner(ring.size());
  for (const Vec2& p : ring) outer.push_back(patch(p));
  double volume = 0;
  const Vec3 tip = patch(middle);
  for (int k = kRings - 1; k >= 0; --k) {
    const double share = static_cast<double>(k) / kRings;
    for (std::size_t i = 0; i < ring.size(); ++i)
      inner[i] = k == 0 ? tip : patch(middle + share * (ring[i] - middle));
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const std::size_t j = (i + 1) % ring.size();
      volume += signedVolume(outer[i], outer[j], inner[j]) + signedVolume(outer[i], inner[j], inner[i]);
    }
    std::swap(outer, inner);
  }
  return volume;
}

}  // namespace

MainFootprintPtr makeMainFootprint(const MainPocketShape& s, const DrapePtr& drape) {
  auto footprint = std::make_shared<MainFootprint>();
  footprint->edges = ringEdges({s.half_bottom, s.half_top, s.bottom - s.sag, s.sag, s.top, 4});
  const auto on_back = [&](Vec2 p) { return drape->back.lifted(p, kMainInnerLift); };
  const Polyline ring = ringOf(footprint->edges);
  for (const Vec2& p : ring) footprint->ring.push_back(on_back(p));
  footprint->volume_mm3 = patchVolume(ring, on_back);
  return footprint;
}

MainPocket::MainPocket(const MainPocketShape& shape, const DrapePtr& drape, MainFootprintPtr footprint)
    : shape_(shape), drape_(drape), footprint_(std::move(footprint)) {
  const double depth = shape.depth, full = shape.fullness;
  const Vec2 low{0, shape.bottom - shape.sag}, high{0, shape.top + 7};
  // The panel hangs between a point out from the hem and one out from the upper edge, less deep there.
  base_ = drape->back.lifted(low, kMainInnerLift + depth);
  const Vec3 top = drape->back.at(high) +
                   (kMainInnerLift + 6 + (0.4 + 0.0022 * depth) * depth) * drape->back.normalAt(high);
  const double chord = glm::distance(base_, top), bulge = (5 + 0.09 * depth) * full;
  up_ = (top - base_) / chord;
  out_ = glm::normalize(glm::cross(Vec3{1, 0, 0}, up_));
  profile_half_ = 2 * std::atan2(2 * bulge, chord);
  profile_radius_ = chord / (2 * std::sin(profile_half_));
  panel_height_ = 2 * profile_half_ * profile_radius_;
  const double half = shape.half_bottom + 3 + 0.3 * depth, drop = (13 + 0.13 * depth) * full;
  cross_radius_ = (half * half + drop * drop) / (2 * drop);
  panel_ = ringEdges({half, shape.half_top + 3 + 0.32 * depth, 0, shape.sag, panel_height_ - 7, 5});
  litres_ = measuredLitres();
}

Vec3 MainPocket::panelAt(Vec2 flat) const {
  const double along = profile_half_ * (2 * flat.y / panel_height_ - 1), across = flat.x / cross_radius_;
  const double up = profile_radius_ * (std::sin(along) + std::sin(profile_half_));
  const double out =
      profile_radius_ * (std::cos(along) - std::cos(profile_half_)) - cross_radius_ * (1 - std::cos(across));
  return base_ + up * up_ + out * out_ + Vec3{cross_radius_ * std::sin(across), 0, 0};
}

Vec3 MainPocket::panelNormal(Vec2 flat) const {
  const double along = profile_half_ * (2 * flat.y / panel_height_ - 1), across = flat.x / cross_radius_;
  const Vec3 right = Vec3{std::cos(across), 0, 0} - std::sin(across) * out_;
  const Vec3 up = std::cos(along) * up_ - std::sin(along) * out_;
  return glm::normalize(glm::cross(right, up));
}

LiftedSurface liftedPanel(const MainPocketPtr& main) {
  return [main](Vec2 flat, double lift) { return main->panelAt(flat) + lift * main->panelNormal(flat); };
}

Vec3 MainPocket::footprintAt(Vec2 flat) const {
  return drape_->back.lifted(flat, kMainInnerLift);
}

double MainPocket::measuredLitres() const {
  const Polyline flat = ringOf(panel_);
  std::vector<Vec3> outer;
  for (const Vec2& p : flat) outer.push_back(panelAt(p));
  double volume = patchVolume(flat, [&](Vec2 p) { return panelAt(p); }) - footprint_->volume_mm3;
  const std::vector<Vec3>& inner = footprint_->ring;
  for (std::size_t i = 0; i < inner.size(); ++i) {
    const std::size_t j = (i + 1) % inner.size();
    volume += signedVolume(inner[i], inner[j], outer[i]) + signedVolume(outer[i], inner[j], outer[j]);
  }
  return volume / 1e6;
}

std::shared_ptr<const UnfoldedStrip> MainPocket::gusset() const {
  StripSide lower{{}, chain(footprint(), {3, 0, 1})}, upper{{}, chain(panel_, {3, 0, 1})};
  for (const Vec2& p : lower.sewn_to) lower.space.push_back(footprintAt(p));
  for (const Vec2& p : upper.sewn_to) upper.space.push_back(panelAt(p));
  return std::make_shared<UnfoldedStrip>(std::move(lower), std::move(upper));
}

std::shared_ptr<const UnfoldedStrip> MainPocket::topStrip() const {
  StripSide lower{{}, footprint()[2].points}, upper{{}, panel_[2].points};
  for (const Vec2& p : lower.sewn_to) lower.space.push_back(footprintAt(p));
  for (const Vec2& p : upper.sewn_to) upper.space.push_back(panelAt(p));
  return std::make_shared<UnfoldedStrip>(std::move(lower), std::move(upper));
}

}  // namespace configurator
