#include "configurator/pack/body_trunk.h"

#include <algorithm>
#include <cmath>

namespace configurator {
namespace {

constexpr double kSeamMargin = 5;
constexpr double kStrapLowerY = 60, kHipY = 90;

Vec3 outwardOf(const Trunk& trunk, double around, double up) {
  return normalAt([&](Vec2 p) { return trunk.cloth({around - p.x, up + p.y}); }, {0, 0});
}

/// Along the seam of the front panel: down its left side, across the foot, up its right side.
SeamCurve frontCurve(const Trunk& trunk) {
  const double half = trunk.width / 2;
  const double half_girth = trunk.width + trunk.depth;
  const double high = trunk.front_height;
  SeamCurve curve;
  const auto add = [&](double x, double up) {
    const double around = std::copysign(half_girth - std::abs(x), x);
    const double foot = std::clamp(1 - up / 12, 0.0, 1.0);
    curve.path.push_back(trunk.cloth({around, up}));
    curve.normals.push_back(glm::normalize(outwardOf(trunk, around, up) - Vec3{0, foot, 0}));
  };
  const int rows = std::max(4, static_cast<int>(high / 15));
  const int columns = std::max(4, static_cast<int>(2 * half / 12));
  for (int i = 0; i < rows; ++i) add(-half, high * (1 - static_cast<double>(i) / rows));
  for (int i = 0; i <= columns; ++i) add(half * (2.0 * i / columns - 1), 0);
  for (int i = 1; i <= rows; ++i) add(half, high * i / rows);
  return curve;
}

SeamCurve footCurve(const Trunk& trunk, double from, double to) {
  SeamCurve curve;
  for (const Vec2& p : trunk.foot(from, to)) curve.path.emplace_back(p.x, 0.0, p.y);
  for (std::size_t i = 0; i < curve.path.size(); ++i) {
    const Vec3 step = curve.path[std::min(i + 1, curve.path.size() - 1)] - curve.path[i > 0 ? i - 1 : 0];
    const Vec3 out = glm::normalize(Vec3{step.z, 0, -step.x});
    curve.normals.push_back(glm::normalize(out - Vec3{0, 1, 0}));
  }
  return curve;
}

}  // namespace

Run bottomRun(const Pack& pack, const std::string& bottom) {
  const double back = lengthOf(pack, {{bottom, "back", 0, -1}});
  return {{bottom, "back", back / 2, -1},
          {bottom, "right", 0, -1},
          {bottom, "front", 0, -1},
          {bottom, "left", 0, -1},
          {bottom, "back", 0, back / 2}};
}

void addTrunkSeams(const ModuleCall& call, PackDraft& draft, const Trunk& trunk) {
  const double half = trunk.width / 2;
  const double girth = 2 * (trunk.width + trunk.depth);
  addBodySeam(draft, "front-seam", {call.id("front"), "seam-line", 0, -1},
              [trunk] { return frontCurve(trunk); });
  addBodySeam(draft, "bottom-seam", {call.id("bottom"), "seam-line", 0, -1},
              [trunk, half, girth] { return footCurve(trunk, -half, girth - half); });
  addBodySeam(draft, "back-seam", {call.id("bottom"), "back", 0, -1},
              [trunk, half] { return footCurve(trunk, -half, half); });
}

void addTrunkAnchors(PackDraft& draft, const Trunk& trunk) {
  const double half = trunk.width / 2;
  const double strap = std::min(strapCentre(draft), half - kSeamMargin);
  const double middle = half + trunk.depth / 2;
  addAnchorPair(draft, "strap-top", trunk.cloth({strap, trunk.strap_height}));
  addAnchorPair(draft, "strap-bottom", trunk.cloth({half - kSeamMargin, kStrapLowerY}));
  addAnchorPair(draft, "hip", trunk.cloth({half - kSeamMargin, kHipY}));
  addAnchorPair(draft, "side-top", trunk.cloth({middle, 0.85 * trunk.front_height}));
  addAnchorPair(draft, "side-bottom", trunk.cloth({middle, 0.2 * trunk.back_height}));
  draft.body.anchors["haul-loop"] = trunk.cloth({0, trunk.back_height});
  draft.body.anchors["bladder-hanger"] = trunk.cloth({0, trunk.back_height - 15}) + Vec3{0, 0, 3};
}

}  // namespace configurator
