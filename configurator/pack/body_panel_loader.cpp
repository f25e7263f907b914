// Dimensions of the panel loader and the order in which its parts are made.
#include "configurator/pack/body_panel_loader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/pack/body_panel_loader_parts.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

// The 20 l row of the size table (17 and 24 l agree with it to 2 % when scaled by the cube root of capacity).
constexpr double kTableLitres = 20;
constexpr BoxDimensions kTable{480, 270, 175};
constexpr double kTopWidth = 250.0 / 270.0;  // of the bottom width
constexpr double kTopDepth = 130.0 / 175.0;  // of the bottom depth
constexpr double kTopRadius = 100, kBottomRadius = 40;

constexpr double kGussetBow = 0.035;    // of the bottom depth: section 5 of the construction notes
constexpr double kFrontSag = 0.10;      // of the width: a full bag
constexpr double kShortPanel = 0.6;     // of the back length, where that is less than the width
constexpr double kNarrowStrip = 30;     // between back seam and zip; less in a very flat bag
constexpr double kHeavyZipLitres = 16;  // from here the main zip is #8: parts lists of 16 and 20 l daypacks

double visibleChain(double zip_size) {
  return zip_size >= 8 ? 11 : 8;
}

/// By the litres on the label: what pockets take off the main compartment makes no lighter zip.
double zipSize(const ModuleCall& call, const PanelLoaderRequest& request) {
  const double litres = std::max(request.capacity_l, request.label_l);
  return call.number("zip-size", litres >= kHeavyZipLitres ? 8 : 5);
}

BoxDimensions scaled(const BoxDimensions& box, double factor) {
  return {box.back_length * factor, box.width * factor, box.depth * factor};
}

PanelLoaderShape shapeOf(const ModuleCall& call, const BoxDimensions& box, const PanelLoaderRequest& asked) {
  PanelLoaderRequest request = asked;
  request.back_length = box.back_length;
  request.width = box.width;
  request.depth = box.depth;
  return PanelLoaderShape(panelLoaderDimensions(call, request));
}

/// What the choices ask of the form, before its three dimensions are known.
PanelLoaderRequest requestOf(const PackDraft& draft) {
  PanelLoaderRequest request;
  request.capacity_l = draft.parameter("capacity");
  if (const auto asked = draft.choices.parameters.find("capacity"); asked != draft.choices.parameters.end())
    request.label_l = asked->second.value;
  request.tapered = draft.attributeOf("panel-shape", "taper") != "none";
  request.arched_top = draft.attributeOf("panel-shape", "top") != "square";
  request.rounded_foot = draft.attributeOf("panel-shape", "foot") != "square";
  request.ring_zip = parseDecimal(draft.attributeOf("expansion", "ring-zip")).value_or(0);
  return request;
}

BoxDimensions solvedBox(const ModuleCall& call, const PackDraft& draft, const PanelLoaderRequest& request) {
  BoxProblem problem;
  problem.typical = scaled(kTable, std::cbrt(request.capacity_l / kTableLitres));
  problem.low = {260, 150, 40};
  problem.high = {760, 460, 480};
  problem.driver = BoxProblem::Driver::Depth;
  problem.litres = [&](const BoxDimensions& box) { return shapeOf(call, box, request).volume() / 1e6; };
  problem.has_room = [&](const BoxDimensions& box, const Promise& promise) {
    return panelHasRoom(shapeOf(call, box, request).outline(), promise);
  };
  return solveBox(draft, problem);
}

/// Where the filled form can reach farthest: the front panel's middle line, both sides half way across the
/// gusset, which bows out most there, and so the middle of its top and bottom.
Vec3 outerSize(const PanelLoaderShape& shape) {
  const PanelOutline& outline = shape.outline();
  const double height = outline.dimensions().height;
  PointBox box;
  box.take({0, 0, 0});
  constexpr int kHeights = 12;
  for (int i = 0; i <= kHeights; ++i) {
    const double y = height * i / kHeights;
    box.take(shape.onFront({0, y}));
    const double side = outline.rightSideAt(y);
    box.takeBoth(shape.onGusset(side, shape.gussetWidthAt(side) / 2));
    box.takeBoth({outline.halfWidthAt(y), y, 0});
  }
  for (const double end : {0.0, outline.perimeter() / 2})
    box.take(shape.onGusset(end, shape.gussetWidthAt(end) / 2));
  return box.size();
}

void addMeasures(const PanelLoaderBuild& build) {
  const PanelLoaderShape& shape = *build.shape;
  const auto& panel = shape.outline().dimensions();
  PackDraft& draft = build.draft;
  addMeasure(draft, "A", panel.height);
  addMeasure(draft, "B", 2 * shape.outline().halfWidthAt(panel.height - 50));
  addMeasure(draft, "C", 2 * shape.outline().halfWidthAt(50));
  addMeasure(draft, "D", shape.dimensions().bottom_depth);
  const auto& anchors = draft.body.anchors;
  addMeasure(draft, "E", anchors.at("strap-top-right").at().y - anchors.at("hip-right").at().y);
  addMeasure(draft, "N", shape.zipLength());
}

}  // namespace

FamilySpec panelLoaderSpec() {
  FamilySpec spec;
  spec.name = "panel-loader";
  spec.parameters = {{"opening", false, {}, Dimension::Number, false},
                     {"zip-size", false, {}, Dimension::Number, false},
                     {"top-radius", false, {}, Dimension::Length, false},
                     {"bottom-radius", false, {}, Dimension::Length, false},
                     {"sag", false, {}, Dimension::Number, false}};
  return spec;
}

PanelLoaderShape::Dimensions panelLoaderDimensions(const ModuleCall& call,
                                                   const PanelLoaderRequest& request) {
  const double factor = std::cbrt(request.capacity_l / kTableLitres);
  PanelLoaderShape::Dimensions d;
  d.panel.height = request.back_length;
  d.panel.bottom_width = request.width;
  d.panel.top_width = request.width * (request.tapered ? kTopWidth : 1);
  const double arch = request.arched_top ? std::clamp(kTopRadius * factor, 70.0, 115.0) : 0;
  const double foot = request.rounded_foot ? std::clamp(kBottomRadius * factor, 30.0, 50.0) : 0;
  d.panel.top_radius = call.number("top-radius", arch);
  d.panel.bottom_radius = call.number("bottom-radius", foot);
  d.bottom_depth = request.depth;
  d.top_depth = request.depth * (request.tapered ? kTopDepth : 1);
  // The shorter way across decides how far a panel can dome.
  d.front_sag = std::min(request.width, kShortPanel * request.back_length) * call.number("sag", kFrontSag);
  d.gusset_bow = request.depth * kGussetBow;
  d.chain = visibleChain(zipSize(call, request));
  d.ring_gap = request.ring_zip > 0 ? zipGap(request.ring_zip) : 0;
  d.narrow_strip = std::min(kNarrowStrip, 0.4 * (d.top_depth - d.chain - d.ring_gap));
  d.opening = std::clamp(call.number("opening", 0.5), 0.3, 0.95);
  return d;
}

void buildPanelLoader(const ModuleCall& call, PackDraft& draft) {
  const PanelLoaderRequest request = requestOf(draft);
  const BoxDimensions box = solvedBox(call, draft, request);
  const auto shape = std::make_shared<const PanelLoaderShape>(shapeOf(call, box, request));
  const double start = shape->zipGussetStart();
  const double end = shape->outline().perimeter() - start;
  const auto strip = [&](GussetStrip::Kind kind, double from, double to) {
    return std::make_shared<const GussetStrip>(shape, kind, from, to);
  };
  const PanelLoaderBuild build{call,
                               draft,
                               shape,
                               strip(GussetStrip::Kind::Whole, -start, start),
                               strip(GussetStrip::Kind::Narrow, start, end),
                               strip(GussetStrip::Kind::Wide, start, end),
                               zipSize(call, request),
                               request.ring_zip};
  draft.pack.construction = "panel-loader";
  addPanelLoaderPieces(build);
  addPanelLoaderZip(build);
  addPanelLoaderSeams(build);
  addPanelLoaderPlaces(build);

  BoxStatement statement;
  statement.dimensions = box;
  statement.outer_mm = outerSize(*shape);
  statement.litres = shape->volume() / 1e6;
  statement.c7_y_mm = box.back_length + 10;  // the straps' anchors, 50 below the top, lie 60 below C7
  statement.shell = {build.id("back"),     build.id("front"),    build.id("zip-narrow"),
                     build.id("zip-wide"), build.id("main-zip"), build.id("bottom-gusset")};
  stateBox(call, draft, statement);
  addMeasures(build);
}

}  // namespace configurator
