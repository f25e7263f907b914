// Where modules attach to a roll-top: hosts on its pieces, its seams in space, its anchors.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_roll_top_parts.h"

namespace configurator {
namespace {

constexpr double kSeamMargin = 5;
constexpr double kStrapLowerY = 60, kHipY = 90;
constexpr double kStrapBelowTrunk = 5;

const Piece& pieceOf(const RollTopBuild& build, const std::string& name) {
  return *findPiece(build.draft.pack, build.id(name));
}

void addUprightHosts(const RollTopBuild& build) {
  const double half = build.width() / 2;
  const double depth = build.depth();
  const double low = build.flatY(kSeamMargin);
  const double height = build.shape->trunkHeight() - kSeamMargin;
  const double wide = build.width() - 2 * kSeamMargin;
  const double deep = depth - 2 * kSeamMargin;
  const Piece& wrap = pieceOf(build, "wrap");
  const Piece& front = pieceOf(build, "front");
  const double side = half + kSeamMargin;
  const RoundedRectangle facing = build.facing();
  addHost(build.draft, front, {"front", {-half + kSeamMargin, low}, {1, 0}, {0, 1}, wide, height});
  addHost(build.draft, pieceOf(build, "back"),
          {"back",
           facing.origin + Vec2{kSeamMargin, kSeamMargin},
           {1, 0},
           {0, 1},
           facing.width_mm - 2 * kSeamMargin,
           facing.height_mm - 2 * kSeamMargin});
  addHost(build.draft, wrap, {"back-inner", {half - kSeamMargin, low}, {-1, 0}, {0, 1}, wide, height});
  addHost(build.draft, wrap, {"right", {-side - deep, low}, {1, 0}, {0, 1}, deep, height});
  addHost(build.draft, wrap, {"left", {side, low}, {1, 0}, {0, 1}, deep, height});
  if (build.riser <= 0) return;
  for (const char* id : {"front", "left", "right"}) build.draft.body.hosts[id].lift_mm = 0.8;
}

void addEndHosts(const RollTopBuild& build) {
  const double half = build.width() / 2;
  const double deep = build.depth() - 2 * kSeamMargin;
  const Piece& bottom = pieceOf(build, "bottom");
  const double corner = build.shape->dimensions().corner_radius;
  addHost(build.draft, bottom,
          {"bottom", {-half + corner, kSeamMargin}, {1, 0}, {0, 1}, build.width() - 2 * corner, deep});
  constexpr double kTopHalf = 60, kTopHeight = 50;
  const double low = build.flatY(build.shape->trunkHeight() - kTopHeight / 2);
  addHost(build.draft, pieceOf(build, "wrap"),
          {"top", {-kTopHalf, low}, {1, 0}, {0, 1}, 2 * kTopHalf, kTopHeight});
}

Vec3 outwardOf(const RollTopShape& shape, double around, double up) {
  return normalAt([&](Vec2 p) { return shape.onCloth(around - p.x, up + p.y); }, {0, 0});
}

/// Along the seam of the front panel: down its left side, across the foot, up its right side.
SeamCurve frontCurve(const RollTopBuild& build) {
  const RollTopShape& shape = *build.shape;
  const double trunk = shape.trunkHeight();
  const double corner = build.wrapHalf();
  const double across = shape.girth() / 2 - corner;
  SeamCurve curve;
  const auto add = [&](double around, double up) {
    const double foot = std::clamp(1 - up / 12, 0.0, 1.0);
    curve.path.push_back(shape.onCloth(around, up));
    curve.normals.push_back(glm::normalize(outwardOf(shape, around, up) - Vec3{0, foot, 0}));
  };
  const int high = std::max(4, static_cast<int>(trunk / 15));
  const int wide = std::max(4, static_cast<int>(2 * across / 12));
  for (int i = 0; i < high; ++i) add(-corner, trunk * (1 - static_cast<double>(i) / high));
  for (int i = 0; i <= wide; ++i) {
    const double x = across * (2.0 * i / wide - 1);
    add(std::copysign(shape.girth() / 2 - std::abs(x), x), 0);
  }
  for (int i = 1; i <= high; ++i) add(corner, trunk * i / high);
  return curve;
}

SeamCurve footCurve(const RollTopBuild& build, double from, double to) {
  const RollTopShape& shape = *build.shape;
  SeamCurve curve;
  for (const Vec2& p : shape.bottomLine(from, to)) curve.path.emplace_back(p.x, 0.0, p.y);
  for (std::size_t i = 0; i < curve.path.size(); ++i) {
    const Vec3 step = curve.path[std::min(i + 1, curve.path.size() - 1)] - curve.path[i > 0 ? i - 1 : 0];
    const Vec3 out = glm::normalize(Vec3{step.z, 0, -step.x});
    curve.normals.push_back(glm::normalize(out - Vec3{0, 1, 0}));
  }
  return curve;
}

void addSeamCurves(const RollTopBuild& build) {
  const double half = build.width() / 2;
  const double girth = build.shape->girth();
  addBodySeam(build.draft, "front-seam", {build.id("front"), "seam-line", 0, -1}, frontCurve(build));
  addBodySeam(build.draft, "bottom-seam", {build.id("bottom"), "seam-line", 0, -1},
              footCurve(build, -half, girth - half));
  addBodySeam(build.draft, "back-seam", {build.id("bottom"), "back", 0, -1}, footCurve(build, -half, half));
}

void addAnchors(const RollTopBuild& build) {
  const RollTopShape& shape = *build.shape;
  PackDraft& draft = build.draft;
  const double trunk = shape.trunkHeight();
  const double half = build.width() / 2;
  const double strap = std::min(strapCentre(draft), half - kSeamMargin);
  const double middle = half + build.depth() / 2;
  addAnchorPair(draft, "strap-top", shape.onCloth(strap, trunk - kStrapBelowTrunk));
  addAnchorPair(draft, "strap-bottom", shape.onCloth(half - kSeamMargin, kStrapLowerY));
  addAnchorPair(draft, "hip", shape.onCloth(half - kSeamMargin, kHipY));
  addAnchorPair(draft, "side-top", shape.onCloth(middle, 0.85 * trunk));
  addAnchorPair(draft, "side-bottom", shape.onCloth(middle, 0.2 * trunk));
  draft.body.anchors["haul-loop"] = shape.onCloth(0, trunk);
  draft.body.anchors["bladder-hanger"] = shape.onCloth(0, trunk - 15) + Vec3{0, 0, 3};
}

}  // namespace

bool rollTopHasRoom(const RollTopShape& shape, const Promise& promise) {
  const double wide = shape.dimensions().width - 2 * kSeamMargin;
  const double high = shape.trunkHeight() - kSeamMargin;
  return wide >= promise.width_mm + kPromiseEase && high >= promise.y_mm + promise.height_mm + kPromiseEase;
}

void addRollTopPlaces(const RollTopBuild& build) {
  addUprightHosts(build);
  addEndHosts(build);
  addSeamCurves(build);
  addAnchors(build);
}

}  // namespace configurator
