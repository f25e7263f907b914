// The main zip of the panel loader: chain, sliders with pullers, end tabs, storm flap.
#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/body_panel_loader_parts.h"
#include "configurator/pack/body_panel_loader_tab.h"

namespace configurator {
namespace {

constexpr double kChainHeight = 2;  // of the closed chain above the strips
constexpr double kZipEnds = 30;     // chain beyond the gusset ends, sewn in
constexpr double kFlapWidth = 38;   // finished; cut double
constexpr double kSlidersOff = 55;  // where the two sliders meet, right of the middle of the top
constexpr double kSliderHalf = 11;

Vec3 outwardAt(const PanelLoaderShape& shape, double s) {
  return {shape.outline().outward(s), 0};
}

/// Direction of growing arc length: outward x (back to front) is counter-clockwise around the panel.
Vec3 alongAt(const PanelLoaderShape& shape, double s) {
  const Vec2 n = shape.outline().outward(s);
  return {-n.y, n.x, 0};
}

Fitting zipFitting(const PanelLoaderBuild& build, const std::string& name, const std::string& zone) {
  Fitting fitting;
  fitting.id = build.id(name);
  fitting.assembly = build.call.assembly;
  fitting.zone = zone;
  fitting.placement = "main opening";
  return fitting;
}

RibbonShape chainBand(const PanelLoaderShape& shape) {
  const double start = shape.zipGussetStart();
  RibbonShape ribbon;
  for (const double s : shape.outline().stations(start, shape.outline().perimeter() - start, {4.5, 9})) {
    ribbon.path.push_back(shape.onGusset(s, chainMiddle(shape)));
    ribbon.normals.push_back(outwardAt(shape, s));
  }
  ribbon.width_mm = shape.dimensions().chain;
  ribbon.thickness_mm = kChainHeight;
  return ribbon;
}

void addChain(const PanelLoaderBuild& build) {
  Fitting chain = zipFitting(build, "main-zip", "zip");
  chain.name = "Main zip, coil chain";
  chain.item = build.draft.item("zip", build.zip_size).id;
  chain.amount = (build.shape->zipGussetLength() + 2 * kZipEnds) / 1000;
  chain.shapes.emplace_back([shape = build.shape] { return chainBand(*shape); });
  addFitting(build.draft, std::move(chain));
}

/// A cord loop from the slider's tab, lying on the wide strip and hanging towards the front.
CordShape pullerCord(const PanelLoaderShape& shape, double s, double direction) {
  const double across = chainMiddle(shape);
  const double reach = std::min(42.0, 0.7 * (shape.gussetWidthAt(s) - across));
  CordShape cord;
  cord.radius_mm = 1.4;
  const auto add = [&](double along, double out) {
    const double at = s + direction * along;
    cord.path.push_back(shape.onGusset(at, across + out) + (kChainHeight + 1.6) * outwardAt(shape, at));
  };
  for (int i = 0; i <= 5; ++i) add(9 + 1.2 * i, 2 + reach * i / 5);
  for (int i = 5; i >= 0; --i) add(12.5 + 1.2 * i, 2 + reach * i / 5);
  return cord;
}

ModelShape sliderModel(const PanelLoaderShape& shape, double s, double direction, double scale) {
  const Vec3 out = outwardAt(shape, s);
  return {"zip-slider", shape.onGusset(s, chainMiddle(shape)) + kChainHeight * out,
          direction * alongAt(shape, s), out, scale};
}

void addSliders(const PanelLoaderBuild& build) {
  const auto shape = build.shape;
  const double meet = shape->outline().perimeter() / 2 - kSlidersOff;
  const double scale = build.zip_size / 5;
  Fitting sliders = zipFitting(build, "zip-sliders", "slider");
  sliders.name = "Sliders of the main zip";
  sliders.item = build.draft.item("slider", build.zip_size).id;
  sliders.amount = 2;
  Fitting pullers = zipFitting(build, "zip-pullers", "puller");
  pullers.name = "Pullers of the main zip";
  pullers.item = build.draft.item("puller", build.zip_size).id;
  pullers.amount = 2;
  for (const double direction : {-1.0, 1.0}) {
    const double s = meet + direction * kSliderHalf;
    sliders.shapes.emplace_back([=] { return sliderModel(*shape, s, direction, scale); });
    pullers.shapes.emplace_back([=] { return pullerCord(*shape, s, direction); });
  }
  addFitting(build.draft, std::move(sliders));
  addFitting(build.draft, std::move(pullers));
}

void addTab(const PanelLoaderBuild& build, bool right) {
  const std::string side = right ? "right" : "left";
  const double start = build.shape->zipGussetStart();
  const double seam = right ? start : build.shape->outline().perimeter() - start;
  Piece tab = makeZipTab(build.shape, seam, right ? 1 : -1);
  tab.id = build.id("zip-tab-" + side);
  tab.code = build.id("zip-tab");
  tab.mirrored = right;
  tab.assembly = build.call.assembly;
  tab.zone = "shell";
  tab.item = build.draft.item("shell").id;
  addPiece(build.draft, std::move(tab));
  Tack tack;
  tack.id = build.id("zip-end-" + side + "-tack");
  tack.assembly = build.call.assembly;
  tack.piece = build.id("zip-tab-" + side);
  tack.location = "across the zip end, through the tab";
  tack.at = {15, 19};  // 6 inside the fold
  addTack(build.draft, std::move(tack));
}

void addFlap(const PanelLoaderBuild& build) {
  const auto shape = build.shape;
  const double first = shape->zipGussetStart() + shape->dimensions().tab;
  const double length = shape->zipLength();
  const double whole = 2 * kFlapWidth;
  Piece flap;
  flap.id = build.id("storm-flap");
  flap.name = "Storm flap, folded";
  flap.assembly = build.call.assembly;
  flap.zone = "shell";
  flap.item = build.draft.item("shell").id;
  flap.layer = "shell";
  flap.grain = {1, 0};
  flap.edges = {{"seam", {{0, 0}, {length, 0}}, 10, EdgeFinish::Raw},
                {"end-left", {{length, 0}, {length, whole}}, 10, EdgeFinish::Raw},
                {"inner-seam", {{length, whole}, {0, whole}}, 10, EdgeFinish::Raw},
                {"end-right", {{0, whole}, {0, 0}}, 10, EdgeFinish::Raw}};
  flap.marks = {{"fold", MarkKind::Fold, {{0, kFlapWidth}, {length, kFlapWidth}}}};
  flap.surface = [shape, first](Vec2 p) {
    const double over = kFlapWidth - std::abs(p.y - kFlapWidth);
    const double rise = std::clamp(over / 10, 0.0, 1.0);
    const double lift = rise * (p.y < kFlapWidth ? 4.0 : 3.2);
    const double s = first + p.x;
    return shape->onGusset(s, shape->dimensions().narrow_strip - 2 + over) + lift * outwardAt(*shape, s);
  };
  addPiece(build.draft, std::move(flap));
  Seam seam;
  seam.id = build.id("storm-flap-seam");
  seam.name = "Storm flap to the strip at the back";
  seam.assembly = build.call.assembly;
  const double end = shape->dimensions().tab;
  seam.runs[0] = {{build.id("storm-flap"), "seam", length, 0}};
  seam.runs[1] = {{build.id("zip-narrow"), "zip", end, end + length}};
  seam.seam_class = "2.02.03";
  seam.operation = "S02";
  addSeam(build.draft, std::move(seam));
}

}  // namespace

void addPanelLoaderZip(const PanelLoaderBuild& build) {
  addChain(build);
  addSliders(build);
  for (const bool right : {true, false}) addTab(build, right);
  if (build.draft.attributeOf("main-closure", "storm-flap") == "yes") addFlap(build);
}

}  // namespace configurator
