// Flat panels on a host: reinforcements, reflective panels, marking and label panels; and the
// finish that is bought by the square metre of cloth.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

/// A band bent upwards in its middle, for shape = arc; its ends are vertical.
std::vector<Edge> arcEdges(const Spot& spot) {
  const double rise = std::min(spot.height_mm * 0.45, spot.width_mm * 0.2);
  const double thick = spot.height_mm - rise;
  const auto bow = [&](double y) {
    Polyline line;
    for (int i = 0; i <= 16; ++i) {
      const double a = i / 16.0;
      line.push_back(spot.at + Vec2{a * spot.width_mm, y + 4 * rise * a * (1 - a)});
    }
    return line;
  };
  const Polyline low = bow(0);
  const Polyline high = reversed(bow(thick));
  return {{"bottom", low},
          {"right", {low.back(), high.front()}},
          {"top", high},
          {"left", {high.back(), low.front()}}};
}

/// A band with a point in its middle.
std::vector<Edge> chevronEdges(const Spot& spot) {
  const double rise = spot.height_mm * 0.5;
  const double thick = spot.height_mm - rise;
  const Vec2 right = spot.at + Vec2{spot.width_mm, 0};
  const Vec2 low = spot.at + Vec2{spot.width_mm / 2, rise};
  const Vec2 lift{0, thick};
  return {{"bottom", {spot.at, low, right}},
          {"right", {right, right + lift}},
          {"top", {right + lift, low + lift, spot.at + lift}},
          {"left", {spot.at + lift, spot.at}}};
}

std::vector<Edge> shapedEdges(const ModuleCall& call, const Spot& spot) {
  const std::string shape = call.word("shape", "rectangle");
  if (shape == "arc") return arcEdges(spot);
  if (shape == "chevron") return chevronEdges(spot);
  return patchEdges(spot, std::max(0.0, call.number("radius", 15)));
}

void buildOverlayPanel(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Overlay panel");
  const Spot spot = openSpotOf(call, draft, {"front", 100, 150});
  const Host& host = draft.body.hosts.at(spot.host);
  Piece piece = makePiece(draft, names, {"panel", call.word("zone", "reflective-fabric"), "reinforcement"});
  piece.edges = shapedEdges(call, spot);
  const std::vector<Edge> placed = piece.edges;
  const double thickness = piece.thickness_mm;
  addPatch(draft, host, std::move(piece), 0.3);
  sewOn(draft, host,
        {names.id("panel"), {"bottom", "right", "top", "left"}, placed, lappedSeam(names, "setting", "S02")});
  draft.body.hosts.at(spot.host).lift_mm += thickness;
}

void buildLabelPanel(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Label panel");
  const Spot spot = openSpotOf(call, draft, {"front", 120, 80});
  const Host& host = draft.body.hosts.at(spot.host);
  const bool window = call.word("window", "yes") == "yes";
  Piece piece = makePiece(draft, names, {"panel", call.word("zone", "lining"), "shell"});
  piece.edges = patchEdges(spot, 6);
  if (window) prepareMouthEdge(piece, "top", "binding");
  const std::vector<Edge> placed = piece.edges;
  addPatch(draft, host, std::move(piece), 0.4);
  std::vector<std::string> chain{"left", "bottom", "right"};
  if (!window) chain.push_back("top");
  sewOn(draft, host, {names.id("panel"), chain, placed, lappedSeam(names, "setting", "S01")});
  if (!window) return;
  finishMouth(draft, names, {names.id("panel"), "top", "binding", "binding"});
  addTackOn(draft, names, host, {"tack-1", "mouth corner", spot.at + Vec2{4, spot.height_mm - 4}});
  addTackOn(draft, names, host,
            {"tack-2", "mouth corner", spot.at + Vec2{spot.width_mm - 4, spot.height_mm - 4}});
}

/// Runs after the modules whose cloth it finishes.
void buildFinish(const ModuleCall& call, PackDraft& draft) {
  const std::string zone = call.word("zone", "shell");
  double area_mm2 = 0;
  for (const Piece& piece : draft.pack.pieces) {
    if (piece.zone == zone) area_mm2 += areaOf(outlineOf(piece));
  }
  if (area_mm2 <= 0) return;
  Fitting finish;
  finish.id = call.id("finish");
  finish.item = draft.catalog.itemOf(call.word("item", ""), 0).id;
  finish.name = draft.catalog.itemOf(finish.item, 0).name;
  finish.assembly = call.assembly;
  finish.placement = "all pieces of " + zone;
  finish.amount = area_mm2 * 1e-6;
  addFitting(draft, std::move(finish));
}

}  // namespace

Family overlayPanelFamily() {
  return {moduleSpec("overlay-panel", true,
                     {wordArgument("shape", {"rectangle", "arc", "chevron"}), lengthArgument("radius"),
                      wordArgument("zone")}),
          buildOverlayPanel};
}

Family labelPanelFamily() {
  return {moduleSpec("label-panel", true, {wordArgument("zone"), wordArgument("window", {"yes", "no"})}),
          buildLabelPanel};
}

Family finishFamily() {
  FamilySpec spec;
  spec.name = "finish";
  spec.parameters = {wordArgument("zone", {}, true), wordArgument("item", {}, true)};
  return {spec, buildFinish};
}

}  // namespace configurator
