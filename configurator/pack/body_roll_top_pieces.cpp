// Cut pieces and seams of the roll-top. Every flat frame shows the outside of its piece: x of the wrap runs
// from the wearer's right front corner over the back to the left one.
#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <utility>

#include "configurator/pack/body_roll_top_parts.h"
#include "configurator/pack/body_trunk.h"

namespace configurator {
namespace {

constexpr double kBoundAllowance = 10, kFoldAllowance = 12;
constexpr double kHemAllowance = 35;  // 25 hem and 10 turned under
constexpr double kInnerLift = 1.5;    // the second bottom lies off the first, inside
constexpr double kRiserLift = 0.7;
constexpr double kFacingLift = 0.8, kFacingMargin = 6, kFacingAboveTrunk = 12, kFacingRadius = 25;

/// Places around the bag where the bottom seam needs a vertex: every 4 mm, the ends included.
std::vector<double> placesAround(double from, double to) {
  const int steps = std::max(2, static_cast<int>(std::ceil((to - from) / 4)));
  std::vector<double> out;
  for (int i = 0; i <= steps; ++i) out.push_back(from + (to - from) * i / steps);
  return out;
}

Piece clothPiece(const RollTopBuild& build, const std::string& name, const std::string& zone) {
  Piece piece;
  piece.id = build.id(name);
  piece.assembly = build.call.assembly;
  piece.zone = zone;
  piece.item = build.draft.item(zone).id;
  piece.layer = "shell";
  piece.is_body = true;
  piece.cell_scale = {0.8, 0.35};  // the roll winds tightly along the height
  return piece;
}

/// Heights from the ridge to the mouth, close enough for seams that are wound into the roll.
std::vector<double> rollRows(double high) {
  const int rows = std::max(2, static_cast<int>(std::ceil(high / 4)));
  std::vector<double> out;
  for (int i = 0; i <= rows; ++i) out.push_back(high * i / rows);
  return out;
}

/// The mouth, with a vertex where it is folded flat at the roll's ends.
Polyline mouthLine(const RollTopBuild& build, Vec2 from, Vec2 to) {
  const double fold = (build.width() + build.depth()) / 2;
  if (from.x <= fold) return {from, to};
  return {from, {fold, from.y}, {-fold, from.y}, to};
}

/// Upright cloth from x = -half to half: straight sides, a foot with a vertex at each of `places`, a hemmed
/// mouth.
void addUprightEdges(const RollTopBuild& build, const std::vector<double>& foot, Piece& piece) {
  const double low = build.flatY(0);
  const double high = build.flatY(build.shape->cutHeight());
  Polyline bottom;
  for (const double x : foot) bottom.emplace_back(x, low);
  const double from = foot.front();
  const double to = foot.back();
  Polyline right{{to, low}};
  for (const double y : rollRows(high)) right.emplace_back(to, y);
  Polyline left;
  for (const Vec2& p : reversed(right)) left.emplace_back(from, p.y);
  piece.edges = {{"bottom", std::move(bottom), kBoundAllowance, EdgeFinish::Bound},
                 {"right", std::move(right), kBoundAllowance, EdgeFinish::Bound},
                 {"top", mouthLine(build, {to, high}, {from, high}), kHemAllowance, EdgeFinish::Hemmed},
                 {"left", std::move(left), kBoundAllowance, EdgeFinish::Bound}};
  piece.marks.push_back({"roll-line", MarkKind::Fold, {{from, 0}, {to, 0}}});
}

void addWrap(const RollTopBuild& build) {
  const double half = build.width() / 2;
  const double end = build.wrapHalf();
  std::vector<double> foot = placesAround(-end, -half);
  for (const double x : placesAround(-half, half)) foot.push_back(x);
  for (const double x : placesAround(half, end)) foot.push_back(x);
  foot.erase(std::unique(foot.begin(), foot.end()), foot.end());
  Piece wrap = clothPiece(build, "wrap", "shell");
  wrap.name = "Wrap panel: back and both sides";
  addUprightEdges(build, foot, wrap);
  wrap.surface = [shape = build.shape](Vec2 p) { return shape->onCloth(-p.x, p.y + shape->ridgeAt()); };
  addPiece(build.draft, std::move(wrap));
}

/// The flat x of front and riser (0 in the middle of the front) as a place around the bag.
double aroundOfFront(const RollTopShape& shape, double x) {
  return std::copysign(shape.girth() / 2 - std::abs(x), x);
}

void addFront(const RollTopBuild& build) {
  const double half = build.width() / 2;
  Piece front = clothPiece(build, "front", "front-panel");
  front.name = "Front panel";
  addUprightEdges(build, placesAround(-half, half), front);
  const double low = build.flatY(0);
  const double top = build.flatY(build.shape->trunkHeight());
  front.marks.push_back(
      {"seam-line", MarkKind::Stitch, {{-half, top}, {-half, low}, {half, low}, {half, top}}});
  front.surface = [shape = build.shape](Vec2 p) {
    return shape->onCloth(aroundOfFront(*shape, p.x), p.y + shape->ridgeAt());
  };
  addPiece(build.draft, std::move(front));
}

void addBottoms(const RollTopBuild& build) {
  const RollTopShape& shape = *build.shape;
  const double half = build.width() / 2;
  const double end = build.wrapHalf();
  const double girth = shape.girth();
  const double places[5] = {-half, half, end, girth - end, girth - half};
  constexpr const char* kNames[4] = {"back", "right", "front", "left"};
  for (const bool inner : {false, true}) {
    Piece bottom = clothPiece(build, inner ? "bottom-inner" : "bottom", "bottom");
    bottom.name = inner ? "Bottom, second layer" : "Bottom";
    bottom.code = build.id("bottom");
    bottom.is_body = !inner;
    for (int i = 0; i < 4; ++i) {
      bottom.edges.push_back(
          {kNames[i], shape.bottomLine(places[i], places[i + 1]), kBoundAllowance, EdgeFinish::Bound});
    }
    Polyline around = shape.bottomLine(-half, girth - half);
    bottom.marks.push_back({"seam-line", MarkKind::Stitch, std::move(around)});
    bottom.surface = [shape = build.shape, lift = inner ? kInnerLift : 0.0](Vec2 p) {
      const Vec3 below = shape->onBottom(p);
      const double inside = std::clamp(-below.y / std::max(0.1, shape->dimensions().bottom_sag), 0.0, 1.0);
      return below + Vec3{0, lift * std::min(1.0, 4 * inside), 0};
    };
    addPiece(build.draft, std::move(bottom));
  }
}

void addRiser(const RollTopBuild& build) {
  const double half = build.wrapHalf();
  const double corner = build.width() / 2;
  std::vector<double> foot = placesAround(-half, -corner);
  for (const double x : placesAround(-corner, corner)) foot.push_back(x);
  for (const double x : placesAround(corner, half)) foot.push_back(x);
  foot.erase(std::unique(foot.begin(), foot.end()), foot.end());
  Polyline bottom;
  for (const double x : foot) bottom.emplace_back(x, 0);
  Piece riser = clothPiece(build, "riser", "bottom");
  riser.name = "Bottom riser";
  riser.is_body = false;
  riser.edges = {{"bottom", std::move(bottom), kBoundAllowance, EdgeFinish::Bound},
                 {"right", {{half, 0}, {half, build.riser}}, kFoldAllowance, EdgeFinish::Raw},
                 {"top", {{half, build.riser}, {-half, build.riser}}, kFoldAllowance, EdgeFinish::Raw},
                 {"left", {{-half, build.riser}, {-half, 0}}, kFoldAllowance, EdgeFinish::Raw}};
  riser.surface = [shape = build.shape](Vec2 p) {
    const double around = aroundOfFront(*shape, p.x);
    const auto cloth = [&](Vec2 at) { return shape->onCloth(aroundOfFront(*shape, at.x), at.y); };
    const double lift = kRiserLift * std::clamp(p.y / 6, 0.0, 1.0);
    return shape->onCloth(around, p.y) + lift * normalAt(cloth, p);
  };
  addPiece(build.draft, std::move(riser));
}

/// Distance from the edge of a rectangle whose four corners have the bottom's radius; > 0 inside.
double insideOf(const RoundedRectangle& shape, Vec2 p) {
  const Vec2 half{shape.width_mm / 2, shape.height_mm / 2};
  const Vec2 out = glm::abs(p - shape.origin - half) - half + Vec2{1, 1} * shape.bottom_radius_mm;
  const double beyond = glm::length(glm::max(out, Vec2{0, 0}));
  return shape.bottom_radius_mm - beyond - std::min(std::max(out.x, out.y), 0.0);
}

/// A second layer on the upright back, sewn to the wrap all round: with the wrap it makes the sleeve for pad
/// and frame, and what lies against the wearer is built on it instead of on the whole wrap.
void addFacing(const RollTopBuild& build) {
  const RoundedRectangle shape = build.facing();
  Piece back = clothPiece(build, "back", "shell");
  back.name = "Back facing (pad sleeve)";
  back.edges = makeEdges(shape, kFoldAllowance, EdgeFinish::Raw);
  back.is_body = false;
  back.surface = [cloth = build.shape, shape](Vec2 p) {
    const double inside = insideOf(shape, p);
    const auto wrap = [&](Vec2 at) { return cloth->onCloth(-at.x, at.y + cloth->ridgeAt()); };
    return wrap(p) + kFacingLift * std::clamp(inside / 8, 0.0, 1.0) * normalAt(wrap, p);
  };
  Polyline around = outlineOf(back);
  around.push_back(around.front());
  addMark(build.draft, build.id("wrap"), {"back-facing", MarkKind::Stitch, std::move(around)});
  addPiece(build.draft, std::move(back));
}

Seam seamOf(const RollTopBuild& build, const std::string& name, const std::string& title) {
  Seam seam;
  seam.id = build.id(name);
  seam.name = title;
  seam.assembly = build.call.assembly;
  return seam;
}

double edgeLength(const RollTopBuild& build, const std::string& piece, const std::string& edge) {
  return lengthOf(build.draft.pack, {{build.id(piece), edge, 0, -1}});
}

void addFacingSeam(const RollTopBuild& build) {
  Seam seam = seamOf(build, "back-facing-seam", "Back facing to the wrap, all round");
  for (const char* edge : {"bottom", "right", "top", "left"})
    seam.runs[0].push_back({build.id("back"), edge, 0, -1});
  seam.runs[1] = {{build.id("wrap"), "back-facing", 0, -1}};
  seam.seam_class = "2.02.03";
  seam.operation = "S02";
  addSeam(build.draft, std::move(seam));
}

void addVerticals(const RollTopBuild& build) {
  for (const bool right : {true, false}) {
    const std::string side = right ? "right" : "left";
    const std::string wrap_edge = right ? "left" : "right";  // the wrap is seen from the wearer's side
    Seam seam = seamOf(build, "front-seam-" + side, "Front panel to wrap, " + side);
    seam.runs[0] = {{build.id("front"), side, 0, -1}};
    seam.runs[1] = {{build.id("wrap"), wrap_edge, edgeLength(build, "wrap", wrap_edge), 0}};
    seam.finish = "bound, 3.05.01 binding 22";
    seam.stitches_per_inch = 8;
    addSeam(build.draft, std::move(seam));
  }
}

void addFootSeams(const RollTopBuild& build) {
  const double wrap = edgeLength(build, "wrap", "bottom");
  const double front = edgeLength(build, "front", "bottom");
  Seam inner = seamOf(build, "bottom-inner-seam", "Second bottom basted to the bottom");
  inner.runs[0] = bottomRun(build.draft.pack, build.id("bottom-inner"));
  inner.runs[1] = bottomRun(build.draft.pack, build.id("bottom"));
  inner.stitches_per_inch = 5;
  inner.finish = "in the bottom seam";
  addSeam(build.draft, std::move(inner));
  Seam seam = seamOf(build, "bottom-seam", "Bottom to wrap and front");
  seam.runs[0] = bottomRun(build.draft.pack, build.id("bottom"));
  seam.runs[1] = {{build.id("wrap"), "bottom", wrap / 2, 0},
                  {build.id("front"), "bottom", front, 0},
                  {build.id("wrap"), "bottom", wrap, wrap / 2}};
  seam.operation = "B04";
  seam.seam_class = "1.01.02";
  seam.rows = 2;
  seam.finish = "bound, 3.05.01 binding 22";
  addSeam(build.draft, std::move(seam));
  addBinding(build.call, build.draft,
             {{"right-front", {{build.id("front"), "right", 0, -1}}},
              {"left-front", {{build.id("front"), "left", 0, -1}}},
              {"bottom", bottomRun(build.draft.pack, build.id("bottom"))}});
}

void addRiserSeams(const RollTopBuild& build) {
  const double wrap = edgeLength(build, "wrap", "bottom");
  const double depth = build.depth();
  Seam foot = seamOf(build, "riser-seam", "Riser basted to front and sides at the foot");
  const double riser = edgeLength(build, "riser", "bottom");
  foot.runs[0] = {{build.id("riser"), "bottom", 0, riser}};
  foot.runs[1] = {{build.id("wrap"), "bottom", wrap - depth, wrap},
                  {build.id("front"), "bottom", 0, -1},
                  {build.id("wrap"), "bottom", 0, depth}};
  foot.stitches_per_inch = 5;
  foot.finish = "in the bottom seam";
  addSeam(build.draft, std::move(foot));
  StitchLine top;
  top.id = build.id("riser-topstitch");
  top.name = "Riser's folded edge to front and sides";
  top.assembly = build.call.assembly;
  top.purpose = "holds the riser";
  top.run = {{build.id("riser"), "right", 0, -1},
             {build.id("riser"), "top", 0, -1},
             {build.id("riser"), "left", 0, -1}};
  top.seam_class = "2.02.03";
  addStitchLine(build.draft, std::move(top));
}

}  // namespace

void addRollTopPieces(const RollTopBuild& build) {
  addWrap(build);
  addFacing(build);
  addFront(build);
  addBottoms(build);
  if (build.riser > 0) addRiser(build);
}

RoundedRectangle RollTopBuild::facing() const {
  RoundedRectangle rectangle;
  rectangle.width_mm = width() - 2 * kFacingMargin;
  rectangle.height_mm = shape->trunkHeight() + kFacingAboveTrunk - kFacingMargin;
  rectangle.origin = {-rectangle.width_mm / 2, flatY(kFacingMargin)};
  rectangle.bottom_radius_mm = rectangle.top_radius_mm = kFacingRadius;
  return rectangle;
}

void addRollTopSeams(const RollTopBuild& build) {
  addFacingSeam(build);
  addVerticals(build);
  if (build.riser > 0) addRiserSeams(build);
  addFootSeams(build);
}

}  // namespace configurator
