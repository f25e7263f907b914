// Where modules attach to a drawcord top: hosts on its pieces, its seams in space, its anchors.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"

namespace configurator {
namespace {

constexpr double kSeamMargin = 5;
constexpr double kStrapAnchorDrop = 50;  // below the back's upper edge
constexpr double kStrapLowerY = 60, kHipY = 90;
constexpr double kBelowStraps = 6;  // the front's place ends this far below the ends of the cover straps

const Piece& pieceOf(const DrawcordBuild& build, const std::string& name) {
  return *findPiece(build.draft.pack, build.id(name));
}

void addWallHosts(const DrawcordBuild& build) {
  const double half = build.width() / 2 - kSeamMargin;
  const double deep = build.depth() / 2 - kSeamMargin;
  const double front = strapAnchorHeight(build) - kBelowStraps - kSeamMargin;
  const double back = build.back() - 2 * kSeamMargin;
  const double side = build.shape->frontHeight() - 2 * kSeamMargin;
  const auto wall = [&](const char* id, const char* piece, double half_width, double height) {
    addHost(build.draft, pieceOf(build, piece),
            {id, {-half_width, kSeamMargin}, {1, 0}, {0, 1}, 2 * half_width, height});
  };
  wall("front", "front", half, front);
  wall("back", "back", half, back);
  wall("back-inner", "back-lining", half, back);
  wall("right", "side-right", deep, side);
  wall("left", "side-left", deep, side);
}

/// The haul loop hangs from the upper back, which carries the pack, not from the lid.
void addEndHosts(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  const double corner = build.shape->dimensions().corner_radius;
  addHost(build.draft, pieceOf(build, "bottom"),
          {"bottom",
           {-half + corner, kSeamMargin},
           {1, 0},
           {0, 1},
           build.width() - 2 * corner,
           build.depth() - 2 * kSeamMargin});
  constexpr double kTopHalf = 60, kTopHeight = 36;
  addHost(build.draft, pieceOf(build, "back"),
          {"top", {-kTopHalf, build.back() - kTopHeight - 2}, {1, 0}, {0, 1}, 2 * kTopHalf, kTopHeight});
  if (!build.lid) return;
  const auto& outline = build.lid->outline().dimensions();
  constexpr double kRim = 25;
  addHost(build.draft, pieceOf(build, "lid-top"),
          {"lid",
           {half - kRim, outline.height - kRim},
           {-1, 0},
           {0, -1},
           build.width() - 2 * kRim,
           outline.height - 2 * kRim});
}

Vec3 outwardOf(const DrawcordShape& shape, double around, double up) {
  return normalAt([&](Vec2 p) { return shape.onTrunk(around - p.x, up + p.y); }, {0, 0});
}

/// Along the seam of the front panel: down its left side, across the foot, up its right side.
SeamCurve frontCurve(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double high = shape.frontHeight();
  const double half = build.width() / 2;
  SeamCurve curve;
  const auto add = [&](double x, double up) {
    const double around = std::copysign(shape.halfGirth() - std::abs(x), x);
    const double foot = std::clamp(1 - up / 12, 0.0, 1.0);
    curve.path.push_back(shape.onTrunk(around, up));
    curve.normals.push_back(glm::normalize(outwardOf(shape, around, up) - Vec3{0, foot, 0}));
  };
  const int rows = std::max(4, static_cast<int>(high / 15));
  const int columns = std::max(4, static_cast<int>(2 * half / 12));
  for (int i = 0; i < rows; ++i) add(-half, high * (1 - static_cast<double>(i) / rows));
  for (int i = 0; i <= columns; ++i) add(half * (2.0 * i / columns - 1), 0);
  for (int i = 1; i <= rows; ++i) add(half, high * i / rows);
  return curve;
}

SeamCurve footCurve(const DrawcordBuild& build, double from, double to) {
  SeamCurve curve;
  for (const Vec2& p : build.shape->bottomLine(from, to)) curve.path.emplace_back(p.x, 0.0, p.y);
  for (std::size_t i = 0; i < curve.path.size(); ++i) {
    const Vec3 step = curve.path[std::min(i + 1, curve.path.size() - 1)] - curve.path[i > 0 ? i - 1 : 0];
    const Vec3 out = glm::normalize(Vec3{step.z, 0, -step.x});
    curve.normals.push_back(glm::normalize(out - Vec3{0, 1, 0}));
  }
  return curve;
}

void addSeamCurves(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  const double girth = 2 * build.shape->halfGirth();
  addBodySeam(build.draft, "front-seam", {build.id("front"), "seam-line", 0, -1}, frontCurve(build));
  addBodySeam(build.draft, "bottom-seam", {build.id("bottom"), "seam-line", 0, -1},
              footCurve(build, -half, girth - half));
  addBodySeam(build.draft, "back-seam", {build.id("bottom"), "back", 0, -1}, footCurve(build, -half, half));
}

void addAnchors(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  PackDraft& draft = build.draft;
  const double back = build.back();
  const double half = build.width() / 2;
  const double strap = std::min(strapCentre(draft), half - kSeamMargin);
  const double middle = half + build.depth() / 2;
  addAnchorPair(draft, "strap-top", shape.onTrunk(strap, back - kStrapAnchorDrop));
  addAnchorPair(draft, "strap-bottom", shape.onTrunk(half - kSeamMargin, kStrapLowerY));
  addAnchorPair(draft, "hip", shape.onTrunk(half - kSeamMargin, kHipY));
  addAnchorPair(draft, "side-top", shape.onTrunk(middle, 0.85 * shape.frontHeight()));
  addAnchorPair(draft, "side-bottom", shape.onTrunk(middle, 0.2 * back));
  draft.body.anchors["haul-loop"] = shape.onTrunk(0, back);
  draft.body.anchors["bladder-hanger"] = shape.onTrunk(0, back - 15) + Vec3{0, 0, 3};
}

}  // namespace

void addDrawcordPlaces(const DrawcordBuild& build) {
  addWallHosts(build);
  addEndHosts(build);
  addSeamCurves(build);
  addAnchors(build);
}

}  // namespace configurator
