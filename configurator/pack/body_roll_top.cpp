// Dimensions of the roll-top and the order in which its parts are made.
#include "configurator/pack/body_roll_top.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_roll_top_parts.h"

namespace configurator {
namespace {

// Size table, 20-25 l: Hu 460, W 280, D 175; 40 l: Hu 700, W 280, D 200. Litres go into height first, then
// depth.
constexpr double kTableLitres = 22.5;
constexpr double kTableWidth = 280, kTableDepth = 175;
constexpr double kWidthPower = 0.08, kDepthPower = 0.23;
constexpr double kFill = 1.06;  // litres over W x D x Hu, only to start from

constexpr double kPulledUp = 1.2, kPulledDown = -0.4;  // radians, how far the roll's ends are bent
constexpr double kStrapBelowTrunk = 5;                 // strap anchors below the upright back's top
constexpr double kAnchorBelowC7 = 60;
constexpr double kSquareFoot = 2;  // corner radius of a foot that is sewn with pivoted corners

BoxDimensions typicalBox(double litres) {
  const double part = litres / kTableLitres;
  BoxDimensions box;
  box.width = kTableWidth * std::pow(part, kWidthPower);
  box.depth = kTableDepth * std::pow(part, kDepthPower);
  box.back_length = litres * 1e6 / (kFill * box.width * box.depth);
  return box;
}

bool heldBySideStraps(const PackDraft& draft) {
  return draft.attributeOf("main-closure", "ends") == "strapped";
}

/// What the choices ask of the form, before its three dimensions are known.
struct RollTopWish {
  bool square_foot = false, side_straps = false;
};

RollTopWish wishOf(const PackDraft& draft) {
  return {draft.attributeOf("panel-shape", "foot") == "square", heldBySideStraps(draft)};
}

RollTopShape::Dimensions dimensionsOf(const ModuleCall& call, const BoxDimensions& box,
                                      const RollTopWish& wish) {
  RollTopShape::Dimensions d;
  d.usable_height = box.back_length;
  d.width = box.width;
  d.depth = box.depth;
  d.corner_radius = call.number("corner-radius", wish.square_foot ? kSquareFoot : d.corner_radius);
  d.turns = static_cast<int>(std::clamp(std::round(call.number("turns", 3)), 1.0, 4.0));
  d.end_bend = wish.side_straps ? kPulledDown : kPulledUp;
  return d;
}

BoxDimensions solvedBox(const ModuleCall& call, const PackDraft& draft, RollTopWish wish) {
  wish.side_straps = false;  // the litres of a closed bag do not hang on where its ends are clipped
  BoxProblem problem;
  problem.typical = typicalBox(draft.parameter("capacity"));
  problem.low = {190, 180, 45};
  problem.high = {1000, 420, 480};
  problem.driver = BoxProblem::Driver::BackLength;
  problem.litres = [&](const BoxDimensions& box) {
    return RollTopShape(dimensionsOf(call, box, wish)).volume() / 1e6;
  };
  problem.has_room = [&](const BoxDimensions& box, const Promise& promise) {
    return rollTopHasRoom(RollTopShape(dimensionsOf(call, box, wish)), promise);
  };
  return solveBox(draft, problem);
}

/// Width and depth of the upright bag, height from the sagging bottom to the roll in its middle: its ends
/// are pulled up or clipped down, and push in.
Vec3 outerSize(const RollTopShape& shape) {
  const auto& d = shape.dimensions();
  PointBox bag, middle;
  middle.take(shape.onBottom({0, d.depth / 2}));
  constexpr int kHeights = 6, kPlaces = 4;
  for (int i = 0; i <= kHeights; ++i) {
    const double up = shape.trunkHeight() * i / kHeights;
    for (int k = 0; k <= kPlaces; ++k) bag.takeBoth(shape.onCloth(d.width / 2 + d.depth * k / kPlaces, up));
    bag.take(shape.onCloth(0, up));
    bag.take(shape.onCloth(shape.girth() / 2, up));
  }
  constexpr double kStep = 4;  // a turn of the roll is 25 of cloth
  for (double up = shape.ridgeAt(); up < shape.cutHeight(); up += kStep)
    for (const double around : {0.0, shape.girth() / 2}) middle.take(shape.onCloth(around, up));
  return {bag.size().x, middle.size().y, bag.size().z};
}

void addMeasures(const RollTopBuild& build) {
  const RollTopShape& shape = *build.shape;
  PackDraft& draft = build.draft;
  addMeasure(draft, "A", shape.cutHeight());
  addMeasure(draft, "B", build.width());
  addMeasure(draft, "C", build.width());
  addMeasure(draft, "D", build.depth());
  const auto& anchors = draft.body.anchors;
  addMeasure(draft, "E", anchors.at("strap-top-right").at().y - anchors.at("hip-right").at().y);
}

}  // namespace

FamilySpec rollTopSpec() {
  FamilySpec spec;
  spec.name = "roll-top";
  spec.parameters = {{"corner-radius", false, {}, Dimension::Length, false},
                     {"turns", false, {}, Dimension::Number, false},
                     {"riser", false, {}, Dimension::Length, false}};
  return spec;
}

void buildRollTop(const ModuleCall& call, PackDraft& draft) {
  const RollTopWish wish = wishOf(draft);
  const BoxDimensions box = solvedBox(call, draft, wish);
  const auto shape = std::make_shared<const RollTopShape>(dimensionsOf(call, box, wish));
  const double riser = std::clamp(call.number("riser", 70), 0.0, shape->trunkHeight() - 30);
  const RollTopBuild build{call, draft, shape, riser, wish.side_straps};
  draft.pack.construction = "roll-top";
  addRollTopPieces(build);
  addRollTopSeams(build);
  addRollTopClosure(build);
  addRollTopPlaces(build);

  BoxStatement statement;
  statement.dimensions = box;
  statement.outer_mm = outerSize(*shape);
  statement.litres = shape->volume() / 1e6;
  statement.c7_y_mm = shape->trunkHeight() - kStrapBelowTrunk + kAnchorBelowC7;
  statement.shell = {build.id("wrap"), build.id("front"), build.id("bottom")};
  stateBox(call, draft, statement);
  addMeasures(build);
}

}  // namespace configurator
