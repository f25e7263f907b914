// Cut pieces and seams of the drawcord top's trunk.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"
#include "configurator/pack/body_trunk.h"
#include "configurator/pack/pad_sleeve.h"

namespace configurator {
namespace {

constexpr double kBoundAllowance = 10;
constexpr double kInnerLift = 1.5;  // the second bottom lies off the first, inside
constexpr double kLiningLift = 2;   // the back's lining lies off it, inside
constexpr double kLiningRise = 14;  // over which it does
constexpr double kFootStep = 4;     // between vertices of the bottom seam

/// From x = a to b along y = 0, with a vertex where the bottom's outline has one.
Polyline footLine(double a, double b) {
  const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(b - a) / kFootStep)));
  Polyline line;
  for (int i = 0; i <= steps; ++i) line.emplace_back(a + (b - a) * i / steps, 0);
  return line;
}

/// Four bound edges over a foot `half` wide to both sides; the names are those of the sides.
struct WallNames {
  const char* right = "right";
  const char* left = "left";
};
std::vector<Edge> wallEdges(double half, double right_height, double left_height, const WallNames& names) {
  const Vec2 right{half, right_height};
  const Vec2 left{-half, left_height};
  return {{"bottom", footLine(-half, half), kBoundAllowance, EdgeFinish::Bound},
          {names.right, {{half, 0}, right}, kBoundAllowance, EdgeFinish::Bound},
          {"top", {right, left}, kBoundAllowance, EdgeFinish::Bound},
          {names.left, {left, {-half, 0}}, kBoundAllowance, EdgeFinish::Bound}};
}

void addBack(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  const double height = build.back();
  Piece back = drawcordPiece(build, "back", "shell");
  back.name = "Back panel";
  back.edges = wallEdges(half, height, height, {});
  back.is_body = true;
  back.surface = [shape = build.shape](Vec2 p) { return shape->onTrunk(-p.x, p.y); };
  Piece lining = drawcordPiece(build, "back-lining", "lining");
  lining.name = "Back panel lining (pad sleeve)";
  lining.layer = "lining";
  lining.edges = wallEdges(half, height, height, {});
  // Seen from inside: x to the wearer's right.
  lining.surface = [shape = build.shape, half, height](Vec2 p) {
    const double inside = std::min({half - std::abs(p.x), p.y, height - p.y});
    const double lift = kLiningLift * std::clamp(inside / kLiningRise, 0.0, 1.0);
    return shape->onTrunk(p.x, p.y) + Vec3{0, 0, lift};
  };
  if (padComesOut(build.draft)) openPadMouth(lining);
  addPiece(build.draft, std::move(back));
  addPiece(build.draft, std::move(lining));
}

void addFront(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  const double height = build.shape->frontHeight();
  Piece front = drawcordPiece(build, "front", "front-panel");
  front.name = "Front panel";
  front.edges = wallEdges(half, height, height, {});
  front.is_body = true;
  front.marks.push_back(
      {"seam-line", MarkKind::Stitch, {{-half, height}, {-half, 0}, {half, 0}, {half, height}}});
  front.surface = [shape = build.shape](Vec2 p) { return onFrontPanel(*shape, p); };
  addPiece(build.draft, std::move(front));
}

// Seen from outside the right side has the back at its right edge, the left side at its left.
void addSide(const DrawcordBuild& build, bool right) {
  const double half = build.depth() / 2;
  const double high = build.back();
  const double low = build.shape->frontHeight();
  Piece side = drawcordPiece(build, right ? "side-right" : "side-left", "shell");
  side.name = right ? "Side panel, right" : "Side panel, left";
  side.code = build.id("side");
  side.mirrored = right;
  side.edges =
      right ? wallEdges(half, high, low, {"back", "front"}) : wallEdges(half, low, high, {"front", "back"});
  side.is_body = true;
  const double middle = build.width() / 2 + half;
  side.surface = [shape = build.shape, middle, right](Vec2 p) {
    return shape->onTrunk(right ? middle - p.x : -middle - p.x, p.y);
  };
  addPiece(build.draft, std::move(side));
}

void addBottoms(const DrawcordBuild& build) {
  const DrawcordShape& shape = *build.shape;
  const double half = build.width() / 2;
  const double end = half + build.depth();
  const double girth = 2 * shape.halfGirth();
  const double places[5] = {-half, half, end, girth - end, girth - half};
  constexpr const char* kNames[4] = {"back", "right", "front", "left"};
  for (const bool inner : {false, true}) {
    Piece bottom = drawcordPiece(build, inner ? "bottom-inner" : "bottom", "bottom");
    bottom.name = inner ? "Bottom, second layer" : "Bottom";
    bottom.code = build.id("bottom");
    bottom.is_body = !inner;
    for (int i = 0; i < 4; ++i) {
      bottom.edges.push_back(
          {kNames[i], shape.bottomLine(places[i], places[i + 1]), kBoundAllowance, EdgeFinish::Bound});
    }
    bottom.marks.push_back({"seam-line", MarkKind::Stitch, shape.bottomLine(-half, girth - half)});
    bottom.surface = [shape = build.shape, lift = inner ? kInnerLift : 0.0](Vec2 p) {
      const Vec3 below = shape->onBottom(p);
      const double inside = std::clamp(-below.y / std::max(0.1, shape->dimensions().bottom_sag), 0.0, 1.0);
      return below + Vec3{0, lift * std::min(1.0, 4 * inside), 0};
    };
    addPiece(build.draft, std::move(bottom));
  }
}

void addVertical(const DrawcordBuild& build, const std::string& panel, bool right) {
  const std::string side = right ? "right" : "left";
  Seam seam = drawcordSeam(build, panel + "-seam-" + side, panel + " to side panel, " + side);
  // The back is seen from the wearer's side: its left edge is on the wearer's right.
  const std::string edge = panel == "front" ? side : (right ? "left" : "right");
  seam.runs[0] = {{build.id(panel), edge, 0, -1}};
  const std::string wall = "side-" + side;
  seam.runs[1] = {{build.id(wall), panel, edgeLength(build, wall, panel), 0}};
  seam.name[0] = panel == "front" ? 'F' : 'B';
  seam.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(seam));
}

void addLiningSeam(const DrawcordBuild& build) {
  Seam seam = drawcordSeam(build, "back-lining-seam", "Back lining basted to the back panel");
  if (padComesOut(build.draft)) {
    runUpToMouth(build.draft, build.id("back-lining"), build.id("back"), seam);
  } else {
    for (const char* edge : {"bottom", "right", "top", "left"})
      seam.runs[0].push_back({build.id("back-lining"), edge, 0, -1});
    for (const char* edge : {"bottom", "left", "top", "right"})
      seam.runs[1].push_back({build.id("back"), edge, edgeLength(build, "back", edge), 0});
  }
  seam.finish = "in the seams of the back";
  seam.stitches_per_inch = 5;
  addSeam(build.draft, std::move(seam));
}

Run footRun(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  return {{build.id("back"), "bottom", half, 0},
          {build.id("side-right"), "bottom", build.depth(), 0},
          {build.id("front"), "bottom", build.width(), 0},
          {build.id("side-left"), "bottom", build.depth(), 0},
          {build.id("back"), "bottom", build.width(), half}};
}

/// The same way round the mouth.
Run mouthRun(const DrawcordBuild& build) {
  const double half = build.width() / 2;
  return {{build.id("back"), "top", half, -1},
          {build.id("side-right"), "top", 0, -1},
          {build.id("front"), "top", 0, -1},
          {build.id("side-left"), "top", 0, -1},
          {build.id("back"), "top", 0, half}};
}

void addRingSeams(const DrawcordBuild& build) {
  Seam inner = drawcordSeam(build, "bottom-inner-seam", "Second bottom basted to the bottom");
  inner.runs[0] = bottomRun(build.draft.pack, build.id("bottom-inner"));
  inner.runs[1] = bottomRun(build.draft.pack, build.id("bottom"));
  inner.stitches_per_inch = 5;
  inner.finish = "in the bottom seam";
  addSeam(build.draft, std::move(inner));
  Seam bottom = drawcordSeam(build, "bottom-seam", "Bottom to back, front and sides");
  bottom.runs[0] = bottomRun(build.draft.pack, build.id("bottom"));
  bottom.runs[1] = footRun(build);
  bottom.operation = "B04";
  bottom.seam_class = "1.01.02";
  bottom.rows = 2;
  bottom.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(bottom));
  Seam collar = drawcordSeam(build, "collar-seam", "Collar to the mouth");
  collar.runs[0] = {{build.id("collar"), "bottom", edgeLength(build, "collar", "bottom"), 0}};
  collar.runs[1] = mouthRun(build);
  collar.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(collar));
}

}  // namespace

Piece drawcordPiece(const DrawcordBuild& build, const std::string& name, const std::string& zone) {
  Piece piece;
  piece.id = build.id(name);
  piece.assembly = build.call.assembly;
  piece.zone = zone;
  piece.item = build.draft.item(zone).id;
  piece.layer = "shell";
  return piece;
}

Seam drawcordSeam(const DrawcordBuild& build, const std::string& name, const std::string& title) {
  Seam seam;
  seam.id = build.id(name);
  seam.name = title;
  seam.assembly = build.call.assembly;
  return seam;
}

Fitting drawcordFitting(const DrawcordBuild& build, const std::string& name, const std::string& zone,
                        double size) {
  Fitting fitting;
  fitting.id = build.id(name);
  fitting.assembly = build.call.assembly;
  fitting.zone = zone;
  fitting.item = build.draft.item(zone, size).id;
  return fitting;
}

double edgeLength(const DrawcordBuild& build, const std::string& piece, const std::string& edge) {
  return lengthOf(build.draft.pack, {{build.id(piece), edge, 0, -1}});
}

Vec3 onFrontPanel(const DrawcordShape& shape, Vec2 flat) {
  return shape.onTrunk(std::copysign(shape.halfGirth() - std::abs(flat.x), flat.x), flat.y);
}

Vec3 onBackTop(const DrawcordBuild& build, double x) {
  return build.shape->onTrunk(-x, build.back());
}

void addDrawcordPieces(const DrawcordBuild& build) {
  addBack(build);
  addFront(build);
  for (const bool right : {true, false}) addSide(build, right);
  addBottoms(build);
}

void addDrawcordSeams(const DrawcordBuild& build) {
  addLiningSeam(build);
  for (const bool right : {true, false}) {
    addVertical(build, "front", right);
    addVertical(build, "back", right);
  }
  addRingSeams(build);
  std::vector<BoundRun> bound;
  for (const char* side : {"side-right", "side-left"}) {
    for (const char* edge : {"front", "back"})
      bound.push_back({std::string(side) + "-" + edge, {{build.id(side), edge, 0, -1}}});
  }
  bound.push_back({"bottom", bottomRun(build.draft.pack, build.id("bottom"))});
  bound.push_back({"mouth", mouthRun(build)});
  addBinding(build.call, build.draft, bound);
}

}  // namespace configurator
