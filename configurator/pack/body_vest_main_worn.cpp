#include "configurator/pack/body_vest_main_worn.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace configurator {
namespace {

double signedVolume(Vec3 a, Vec3 b, Vec3 c) {
  return glm::dot(a, glm::cross(b, c)) / 6;
}

/// Volume between a patch that spans a ring and the origin: rings of triangles shrinking to the middle.
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

Polyline ringOf(const std::vector<Edge>& edges) {
  std::vector<Polyline> lines;
  for (const Edge& edge : edges) lines.push_back(edge.points);
  Polyline ring = joined(lines);
  ring.pop_back();
  return ring;
}

/// Left down, bottom, right up.
Polyline roundTheGusset(const std::vector<Edge>& edges) {
  return joined({edges[3].points, edges[0].points, edges[1].points});
}

template <typename Place>
std::vector<Vec3> placed(const Polyline& line, const Place& place) {
  std::vector<Vec3> out;
  out.reserve(line.size());
  for (const Vec2& p : line) out.push_back(place(p));
  return out;
}

/// Half the angle of an arc from its rise over its length: rise / length = (1 - cos a) / 2a.
double halfAngle(double rise_over_length) {
  double a = 4 * rise_over_length;
  for (int i = 0; i < 4; ++i) {
    const double off = (1 - std::cos(a)) - 2 * a * rise_over_length;
    const double slope = std::sin(a) - 2 * rise_over_length;
    if (std::abs(slope) > 1e-9) a -= off / slope;
  }
  return std::max(a, 1e-4);
}

/// Finds the pose by steps that each put right what one of its numbers governs most.
class MainFitting {
 public:
  MainFitting(const MainPocketCut& cut, const ClothSheet& back) : cut_(cut), back_(back) {
    const auto on_back = [&](Vec2 p) { return back.lifted(p, kMainInnerLift); };
    foot_gusset_ = placed(roundTheGusset(cut.footprint), on_back);
    foot_top_ = placed(cut.footprint[2].points, on_back);
    under_ = patchVolume(ringOf(cut.footprint), on_back);
    gusset_area_ = cut.gusset.area();
    top_area_ = cut.top_strip.area();
    panel_ring_ = ringOf(cut.panel);
    panel_gusset_ = roundTheGusset(cut.panel);
  }

  WornMain fitted() {
    constexpr int kSteps = 12;
    const MainPocketShape& shape = cut_.shape;
    MainPose pose{0.95 * shape.depth, 0.95 * shape.endDepth(), shape.dome() + 6, 12 + 0.1 * shape.depth};
    WornMain worn = at(pose);
    for (int i = 0; i < kSteps; ++i) {
      adjust(pose, worn);
      worn = at(pose);
    }
    return worn;
  }

 private:
  // The strips are a little wider than the gaps they span, so that they bow out and none is overstretched.
  static constexpr double kTaut = 0.975;

  WornMain at(const MainPose& pose) const {
    const WornPanel panel(cut_, back_, pose);
    const auto on_panel = [&](Vec2 p) { return panel.at(p); };
    WornMain worn{pose,
                  panel,
                  {cut_.gusset, foot_gusset_, placed(panel_gusset_, on_panel), gusset_bow_},
                  {cut_.top_strip, foot_top_, placed(cut_.panel[2].points, on_panel), top_bow_}};
    worn.litres = (patchVolume(panel_ring_, on_panel) - under_ + worn.gusset.volumeToOrigin() +
                   worn.top_strip.volumeToOrigin()) /
                  1e6;
    return worn;
  }

  /// Mean of what the gaps from one rung to another lack.
  double slack(const WornMain& worn, std::size_t from, std::size_t to) const {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i)
      sum += kTaut * cut_.gusset.widthAt(i) - glm::distance(foot_gusset_[i], worn.panel.at(panel_gusset_[i]));
    return sum / static_cast<double>(to - from);
  }

  void adjust(MainPose& pose, const WornMain& worn) {
    constexpr double kBold = 0.8, kSoft = 8;
    const std::size_t third = foot_gusset_.size() / 3;
    // A strip bows out as far as its area allows: bowing adds to its girth too.
    gusset_bow_ = std::clamp(gusset_bow_ - kSoft * (worn.gusset.area() / gusset_area_ - 1), 0.0, 1.2);
    top_bow_ = std::clamp(top_bow_ - kSoft * (worn.top_strip.area() / top_area_ - 1), 0.0, 1.2);
    const double sides = slack(worn, 0, third), bottom = slack(worn, third, 2 * third);
    // Where the top strip's rungs lie aslant it needs a wider gap for its area.
    const double aslant = top_bow_ < 1 ? 0 : std::max(0.0, 1 - worn.top_strip.area() / top_area_);
    const double top = (kTaut + aslant) * cut_.shape.endDepth() - worn.top_strip.meanGap();
    const double missing = (cut_.shape.litres() - worn.litres) * 1e6;
    pose.below = std::max(4.0, pose.below + kBold * bottom);
    pose.above = std::max(4.0, pose.above + kBold * top);
    pose.drop = std::clamp(pose.drop - kBold * (sides - (bottom + top) / 2), 2.0, 60.0);
    pose.rise = std::clamp(pose.rise + kBold * 1.5 * missing / areaOf(panel_ring_), 1.0, 80.0);
  }

  const MainPocketCut& cut_;
  const ClothSheet& back_;
  std::vector<Vec3> foot_gusset_, foot_top_;
  double under_ = 0, gusset_area_ = 0, top_area_ = 0;
  double gusset_bow_ = 1, top_bow_ = 1;
  Polyline panel_ring_, panel_gusset_;
};

}  // namespace

WornPanel::WornPanel(const MainPocketCut& cut, const ClothSheet& back, const MainPose& pose)
    : height_(cut.shape.panelHeight()) {
  const MainPocketShape& shape = cut.shape;
  const Vec2 low{0, shape.bottom - shape.sag}, high{0, shape.bottom - shape.sag + shape.footprintHeight()};
  const Vec3 below = back.lifted(low, kMainInnerLift + pose.below);
  const Vec3 above = back.lifted(high, kMainInnerLift + pose.above);
  up_ = glm::normalize(above - below);
  out_ = glm::normalize(glm::cross(Vec3{1, 0, 0}, up_));
  half_ = halfAngle(pose.rise / height_);
  radius_ = height_ / (2 * half_);
  middle_ = {0, height_ / 2};
  base_ = 0.5 * (below + above) - radius_ * std::sin(half_) * up_;
  const double across = shape.half_bottom;
  cross_radius_ = (across * across + pose.drop * pose.drop) / (2 * pose.drop);
}

Vec3 WornPanel::at(Vec2 flat) const {
  // Lines that run aslant over both arcs come out shorter: a little stretch leaves edges and area right.
  constexpr double kStretch = 1.003;
  flat = middle_ + kStretch * (flat - middle_);
  const double along = half_ * (2 * flat.y / height_ - 1), across = flat.x / cross_radius_;
  const double up = radius_ * (std::sin(along) + std::sin(half_));
  const double out = radius_ * (std::cos(along) - std::cos(half_)) - cross_radius_ * (1 - std::cos(across));
  return base_ + up * up_ + out * out_ + Vec3{cross_radius_ * std::sin(across), 0, 0};
}

Vec3 WornPanel::normal(Vec2 flat) const {
  const double along = half_ * (2 * flat.y / height_ - 1), across = flat.x / cross_radius_;
  const Vec3 right = Vec3{std::cos(across), 0, 0} - std::sin(across) * out_;
  const Vec3 up = std::cos(along) * up_ - std::sin(along) * out_;
  return glm::normalize(glm::cross(right, up));
}

MainPocket::MainPocket(const MainPocketShape& shape, DrapePtr drape)
    : cut_(cutMainPocket(shape)), drape_(std::move(drape)) {}

const WornMain& MainPocket::worn() const {
  std::call_once(once_, [this] { worn_.emplace(MainFitting(cut_, drape_->back()).fitted()); });
  return *worn_;
}

Vec3 MainPocket::footprintAt(Vec2 flat) const {
  return drape_->back().lifted(flat, kMainInnerLift);
}

LiftedSurface liftedPanel(const MainPocketPtr& main) {
  return [main](Vec2 flat, double lift) { return main->panelAt(flat) + lift * main->panelNormal(flat); };
}

}  // namespace configurator
