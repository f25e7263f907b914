// Dimensions of the drawcord top and the order in which its parts are made.
#include "configurator/pack/body_drawcord.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_drawcord_parts.h"

namespace configurator {
namespace {

// Size table: 460 x 270 x 155 and 560 x 280 x 210. The notes name them 20 and 32 l, which is width x depth x
// height; filled at equal girth and with the collar closed they hold 23.5 and 40.
constexpr double kTableLitres = 23.5;
constexpr BoxDimensions kTable{460, 270, 155};
constexpr double kLengthPower = 0.37, kWidthPower = 0.07, kDepthPower = 0.57;

constexpr double kCoveredCollar = 95;  // a collar under a lid or flap only has to close
constexpr double kOpenCollar = 130;
constexpr double kCoveredRuff = 1.0, kOpenRuff = 0.5;  // a cover presses the tunnel down

BoxDimensions typicalBox(double litres) {
  const double part = litres / kTableLitres;
  return {kTable.back_length * std::pow(part, kLengthPower), kTable.width * std::pow(part, kWidthPower),
          kTable.depth * std::pow(part, kDepthPower)};
}

DrawcordCover coverOf(const PackDraft& draft) {
  const std::string cover = draft.attributeOf("main-closure", "cover");
  if (cover == "lid") return DrawcordCover::Lid;
  return cover == "flap" ? DrawcordCover::Flap : DrawcordCover::Strap;
}

DrawcordShape::Dimensions dimensionsOf(const ModuleCall& call, const BoxDimensions& box, bool covered) {
  DrawcordShape::Dimensions d;
  d.back_length = box.back_length;
  d.width = box.width;
  d.depth = box.depth;
  d.front_drop = std::clamp(call.number("front-drop", d.front_drop), 0.0, 60.0);
  d.corner_radius = call.number("corner-radius", d.corner_radius);
  d.collar = call.number("collar", covered ? kCoveredCollar : kOpenCollar);
  d.ruff = covered ? kCoveredRuff : kOpenRuff;
  d.folds = static_cast<int>(std::clamp(std::round(call.number("folds", d.folds)), 14.0, 18.0));
  return d;
}

/// Is there room inside the back for what a module promises? (Its place keeps 5 mm off the seams.)
bool drawcordHasRoom(const BoxDimensions& box, const Promise& promise) {
  constexpr double kSeams = 10;
  return box.width - kSeams >= promise.width_mm + kPromiseEase &&
         box.back_length - kSeams >= promise.y_mm + promise.height_mm + kPromiseEase;
}

BoxDimensions solvedBox(const ModuleCall& call, const PackDraft& draft, bool covered) {
  BoxProblem problem;
  problem.typical = typicalBox(draft.parameter("capacity"));
  problem.low = {280, 180, 70};
  problem.high = {780, 420, 420};
  problem.driver = BoxProblem::Driver::BackLength;
  problem.litres = [&](const BoxDimensions& box) {
    return DrawcordShape(dimensionsOf(call, box, covered)).volume() / 1e6;
  };
  problem.has_room = drawcordHasRoom;
  return solveBox(draft, problem);
}

void addMeasures(const DrawcordBuild& build) {
  PackDraft& draft = build.draft;
  addMeasure(draft, "A", build.back());
  addMeasure(draft, "B", build.width());
  addMeasure(draft, "C", build.width());
  addMeasure(draft, "D", build.depth());
  const auto& anchors = draft.body.anchors;
  addMeasure(draft, "E", anchors.at("strap-top-right").at().y - anchors.at("hip-right").at().y);
}

void takeTrunk(const DrawcordBuild& build, PointBox& box) {
  const DrawcordShape& shape = *build.shape;
  box.take(shape.onBottom({0, build.depth() / 2}));
  constexpr int kHeights = 6, kPlaces = 4;
  for (int i = 0; i <= kHeights; ++i) {
    const double part = static_cast<double>(i) / kHeights;
    for (int k = 0; k <= kPlaces; ++k) {
      const double around = build.width() / 2 + build.depth() * k / kPlaces;
      box.takeBoth(shape.onTrunk(around, part * shape.topAt(around)));
    }
    box.take(shape.onTrunk(0, part * build.back()));
    box.take(onFrontPanel(shape, {0, part * shape.frontHeight()}));
  }
}

/// The gathered collar: its folds stand highest and widest somewhere round the rim of the tunnel.
void takeCollar(const DrawcordShape& shape, PointBox& box) {
  const double fold = shape.collarHeight() + shape.dimensions().tunnel;
  const int folds = shape.dimensions().folds;
  for (int i = 0; i < folds; ++i)
    box.take(shape.onCollar({shape.mouthLength() * ((i + 0.25) / folds - 0.5), fold}));
}

/// A lid bows out at its rear and in front, and domes upwards.
void takeLid(const DrawcordLidShape& lid, PointBox& box) {
  const PanelOutline& outline = lid.outline();
  for (const double end : {0.0, outline.perimeter() / 2}) {
    const double across = lid.box()->gussetWidthAt(end);
    for (const double part : {0.0, 0.25, 0.5, 0.75, 1.0}) box.take(lid.onRing(end, part * across));
  }
  constexpr int kPlaces = 8;
  for (int i = 0; i <= kPlaces; ++i) {
    const double y = outline.dimensions().height * i / kPlaces;
    const double side = outline.rightSideAt(y);
    box.take(lid.onTop({0, y}));
    box.takeBoth(lid.onRing(side, lid.box()->gussetWidthAt(side) / 2));
  }
}

/// Width, height and depth of the filled bag, its cover included.
Vec3 outerSize(const DrawcordBuild& build) {
  PointBox box;
  takeTrunk(build, box);
  if (build.cover == DrawcordCover::Strap) takeCollar(*build.shape, box);
  if (build.lid) takeLid(*build.lid, box);
  if (build.flap)
    for (const Vec3& point : build.flap->points) box.take(point);
  return box.size();
}

void addStatement(const DrawcordBuild& build, const BoxDimensions& box) {
  BoxStatement statement;
  statement.dimensions = box;
  statement.outer_mm = outerSize(build);
  statement.litres = build.shape->volume() / 1e6;
  statement.c7_y_mm = box.back_length + 10;  // the straps' anchors, 50 below the top, lie 60 below C7
  statement.shell = {build.id("back"),   build.id("front"),  build.id("side-left"), build.id("side-right"),
                     build.id("bottom"), build.id("collar"), build.id("cord")};
  stateBox(build.call, build.draft, statement);
  if (build.lid) build.draft.pack.compartments.push_back(lidPocket(build));
}

}  // namespace

FamilySpec drawcordSpec() {
  FamilySpec spec;
  spec.name = "drawcord";
  spec.parameters = {{"corner-radius", false, {}, Dimension::Length, false},
                     {"front-drop", false, {}, Dimension::Length, false},
                     {"collar", false, {}, Dimension::Length, false},
                     {"folds", false, {}, Dimension::Number, false},
                     {"straps", false, {}, Dimension::Number, false}};
  return spec;
}

void buildDrawcord(const ModuleCall& call, PackDraft& draft) {
  const DrawcordCover cover = coverOf(draft);
  const bool covered = cover != DrawcordCover::Strap;
  const BoxDimensions box = solvedBox(call, draft, covered);
  DrawcordBuild build{call,
                      draft,
                      std::make_shared<const DrawcordShape>(dimensionsOf(call, box, covered)),
                      cover,
                      call.number("straps", 1) > 1.5 ? 2 : 1,
                      nullptr};
  if (cover == DrawcordCover::Lid) build.lid = std::make_shared<const DrawcordLidShape>(*build.shape);
  if (cover == DrawcordCover::Flap) build.flap = std::make_shared<const DrawcordFlapLine>(flapLine(build));
  draft.pack.construction = "drawcord";
  addDrawcordPieces(build);
  addDrawcordCollar(build);
  addDrawcordSeams(build);
  if (cover == DrawcordCover::Lid) addDrawcordLid(build);
  if (cover == DrawcordCover::Flap) addDrawcordFlap(build);
  addDrawcordStraps(build);
  addDrawcordPlaces(build);
  addStatement(build, box);
  addMeasures(build);
}

}  // namespace configurator
