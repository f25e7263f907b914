// Where modules attach to a drawcord top: hosts on its pieces, its seams in space, its anchors.
#include <algorithm>

#include "configurator/pack/body_drawcord_parts.h"
#include "configurator/pack/body_trunk.h"

namespace configurator {
namespace {

constexpr double kSeamMargin = 5;
constexpr double kStrapAnchorDrop = 50;  // below the back's upper edge
constexpr double kBelowStraps = 6;       // the front's place ends this far below the ends of the cover straps

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
  const double lining = boxOf(outlineOf(pieceOf(build, "back-lining"))).high.y - kSeamMargin - 2;
  wall("back-inner", "back-lining", half, std::min(back, lining));
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

Trunk trunkOf(const DrawcordBuild& build) {
  const auto shape = build.shape;
  Trunk trunk;
  trunk.width = build.width();
  trunk.depth = build.depth();
  trunk.back_height = build.back();
  trunk.front_height = shape->frontHeight();
  trunk.strap_height = build.back() - kStrapAnchorDrop;
  trunk.cloth = [shape](Vec2 p) { return shape->onTrunk(p.x, p.y); };
  trunk.foot = [shape](double from, double to) { return shape->bottomLine(from, to); };
  return trunk;
}

}  // namespace

void addDrawcordPlaces(const DrawcordBuild& build) {
  addWallHosts(build);
  addEndHosts(build);
  const Trunk trunk = trunkOf(build);
  addTrunkSeams(build.call, build.draft, trunk);
  addTrunkAnchors(build.draft, trunk);
}

}  // namespace configurator
