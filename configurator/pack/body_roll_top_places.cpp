// Where modules attach to a roll-top: hosts on its pieces, its seams in space, its anchors.
#include "configurator/pack/body_roll_top_parts.h"
#include "configurator/pack/body_trunk.h"

namespace configurator {
namespace {

constexpr double kSeamMargin = 5;
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

Trunk trunkOf(const RollTopBuild& build) {
  const auto shape = build.shape;
  Trunk trunk;
  trunk.width = build.width();
  trunk.depth = build.depth();
  trunk.back_height = trunk.front_height = shape->trunkHeight();
  trunk.strap_height = shape->trunkHeight() - kStrapBelowTrunk;
  trunk.cloth = [shape](Vec2 p) { return shape->onCloth(p.x, p.y); };
  trunk.foot = [shape](double from, double to) { return shape->bottomLine(from, to); };
  return trunk;
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
  const Trunk trunk = trunkOf(build);
  addTrunkSeams(build.call, build.draft, trunk);
  addTrunkAnchors(build.draft, trunk);
}

}  // namespace configurator
