// The collar of the drawcord top: a ring of light cloth, its upper edge turned in as the tunnel of the cord,
// which comes out at the front between two tacks through a faced stretch and is held by a lock.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"

namespace configurator {
namespace {

constexpr double kSeamAllowance = 10, kRingAllowance = 12;
constexpr double kCell = 12, kRows = 10;  // a still's triangles; rows of the collar
constexpr double kCord = 3;               // diameter
constexpr double kCordEnds = 300;         // beyond the open mouth: for the lock and to hold on to
constexpr double kExitHalf = 14;          // the two slits, from the middle of the front
constexpr double kFacingWidth = 60;
constexpr double kSlit = 12;
constexpr double kLockOut = 22, kTailDrop = 46;

Polyline evenLine(Vec2 from, Vec2 to, double step) {
  return refined({from, to}, step);
}

void addRing(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double half = shape.mouthLength() / 2;
  const double cord = shape.collarHeight();
  const double tunnel = shape.dimensions().tunnel;
  const double high = cord + 2 * tunnel;
  const Polyline up = joined({evenLine({half, 0}, {half, cord + tunnel}, 8), {{half, high}}});
  Polyline down = up;
  for (Vec2& p : down) p.x = -half;
  Piece collar = drawcordPiece(build, "collar", "lining");
  collar.name = "Collar with cord tunnel";
  collar.is_body = true;
  // Eight columns of triangles to a fold, from crest to crest, and a row that ends where the tunnel is
  // folded.
  collar.cell_scale = {half / 4 / shape.dimensions().folds / kCell,
                       (cord + tunnel) / (2 * std::round((cord + tunnel) / kRows / 2)) / kCell};
  collar.edges = {{"bottom", evenLine({-half, 0}, {half, 0}, 12), kSeamAllowance, EdgeFinish::Bound},
                  {"right", up, kRingAllowance, EdgeFinish::Raw},
                  {"top", evenLine({half, high}, {-half, high}, 6), kSeamAllowance, EdgeFinish::Raw},
                  {"left", reversed(down), kRingAllowance, EdgeFinish::Raw}};
  collar.marks = {{"tunnel-line", MarkKind::Stitch, evenLine({half, cord}, {-half, cord}, 6)},
                  {"tunnel-fold", MarkKind::Fold, {{-half, cord + tunnel}, {half, cord + tunnel}}}};
  collar.surface = [shape = build.shape](Vec2 p) { return shape->onCollar(p); };
  addPiece(build.draft, std::move(collar));

  Seam ring = drawcordSeam(build, "collar-ring", "Collar closed to a ring, middle of the back");
  ring.runs[0] = {{build.id("collar"), "right", 0, -1}};
  ring.runs[1] = {{build.id("collar"), "left", high, 0}};
  ring.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(ring));
  Seam hem = drawcordSeam(build, "tunnel-seam", "Tunnel turned in and stitched down");
  hem.runs[0] = {{build.id("collar"), "top", 0, -1}};
  hem.runs[1] = {{build.id("collar"), "tunnel-line", 0, -1}};
  hem.seam_class = "6.03.01";
  hem.operation = "S03";
  hem.finish = "turned under 10";
  addSeam(build.draft, std::move(hem));
}

/// Facing behind the two slits through which the cord comes out of the tunnel.
void addExit(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double low = shape.collarHeight();
  const double tunnel = shape.dimensions().tunnel;
  const double middle = low + tunnel / 2;
  Piece facing = drawcordPiece(build, "cord-facing", "shell");
  facing.name = "Facing of the cord exits";
  facing.layer = "reinforcement";
  facing.cell_scale = {0.4, 0.8};
  facing.edges = makeEdges({{-kFacingWidth / 2, low}, kFacingWidth, tunnel, 0, 0, -1}, 0, EdgeFinish::HotCut);
  for (Edge& edge : facing.edges) edge.points = refined(edge.points, 6);
  facing.surface = [shape = build.shape](Vec2 p) {
    const auto collar = [&](Vec2 at) { return shape->onCollar(at); };
    return collar(p) + 0.5 * normalAt(collar, p);
  };
  Seam seam = drawcordSeam(build, "cord-facing-seam", "Facing of the cord exits to the tunnel");
  seam.seam_class = "2.02.03";
  seam.operation = "S02";
  for (const Edge& edge : facing.edges) {
    const std::string mark = "cord-facing-" + edge.name;
    addMark(build.draft, build.id("collar"), {mark, MarkKind::Placement, edge.points});
    seam.runs[0].push_back({facing.id, edge.name, 0, -1});
    seam.runs[1].push_back({build.id("collar"), mark, 0, -1});
  }
  addPiece(build.draft, std::move(facing));
  addSeam(build.draft, std::move(seam));
  for (const double x : {-kExitHalf, kExitHalf}) {
    const std::string side = x > 0 ? "right" : "left";
    addMark(build.draft, build.id("collar"),
            {"cord-exit-" + side, MarkKind::Drill, {{x, middle - kSlit / 2}, {x, middle + kSlit / 2}}});
    Tack tack;
    tack.id = build.id("cord-exit-tack-" + side);
    tack.assembly = build.call.assembly;
    tack.piece = build.id("collar");
    tack.location = "slit of the cord, " + side;
    tack.at = {x, middle};
    tack.angle_deg = 90;
    addTack(build.draft, std::move(tack));
  }
}

/// Both ends of the cord through the lock, hanging down in front of the collar.
void addCord(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double middle = shape.collarHeight() + shape.dimensions().tunnel / 2;
  const Surface collar = [&](Vec2 p) { return shape.onCollar(p); };
  const Vec3 exit = collar({0, middle});
  const Vec3 lock = exit + Vec3{0, -4, kLockOut};
  Fitting cord = drawcordFitting(build, "cord", "drawcord", kCord);
  cord.name = "Cord of the collar";
  cord.placement = "in the tunnel, both ends out at the front";
  cord.amount = (shape.mouthLength() + kCordEnds) / 1000;
  // The loop comes first: the compartment is closed by what it goes round.
  cord.shapes.emplace_back(CordShape{shape.throat(), kCord / 2});
  for (const double x : {-kExitHalf, kExitHalf}) {
    const double side = std::copysign(1.0, x);
    CordShape end;
    end.radius_mm = kCord / 2;
    end.path = {collar({x, middle}),
                (collar({x, middle}) + lock) / 2.0 + Vec3{0, 3, 3},
                lock + Vec3{2 * side, 0, 0},
                lock + Vec3{3 * side, -10, 6},
                lock + Vec3{7 * side, -0.6 * kTailDrop, 8},
                lock + Vec3{9 * side, -kTailDrop, 5}};
    cord.shapes.emplace_back(std::move(end));
  }
  addFitting(build.draft, std::move(cord));
  Fitting holder;
  holder.id = build.id("cord-lock");
  holder.name = "Cord lock of the collar";
  holder.assembly = build.call.assembly;
  holder.zone = "hardware";
  holder.item = build.draft.catalog.itemOf("cl2", 0).id;
  holder.placement = "on both ends of the cord";
  ModelShape model;
  model.model = "cord-lock";
  model.at = lock;
  model.along = {0, -1, 0};
  model.outward = {0, 0, 1};
  holder.shapes.emplace_back(model);
  addFitting(build.draft, std::move(holder));
  addWork(build.draft, {build.id("cord-threading"), "F02", build.call.assembly, 1, 0, {build.id("cord")}});
}

}  // namespace

void addDrawcordCollar(const DrawcordBuild& build) {
  addRing(build);
  addExit(build);
  addCord(build);
}

}  // namespace configurator
