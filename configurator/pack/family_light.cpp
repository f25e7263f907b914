// Safety lights and single bought parts.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/pocket.h"

namespace configurator {
namespace {

/// A webbing loop on a patch that any clip-on light grips.
void addLightLoop(PackDraft& draft, const PartNames& names, const Spot& spot) {
  const Host& host = draft.body.hosts.at(spot.host);
  Piece patch = makePiece(draft, names, {"patch", "shell", "reinforcement"});
  patch.edges = patchEdges(spot, 3, 6);
  const std::vector<Edge> placed = patch.edges;
  addPatch(draft, host, std::move(patch), 0.3);
  sewOn(draft, host,
        {names.id("patch"),
         {"bottom", "right", "top", "left"},
         placed,
         lappedSeam(names, "patch-seam", "S01")});
  const Vec2 middle = spot.at + Vec2{spot.width_mm, spot.height_mm} / 2.0;
  const Polyline line{middle - Vec2{0, 20}, middle + Vec2{0, 20}};
  addNarrow(draft, names,
            {"loop", "webbing", "light loop", 15, 60, {ribbonOn(draft, host, {line, 15, 1.3, 2})}});
  addTackOn(draft, names, host, {"tack-1", "light loop end", middle - Vec2{0, 18}});
  addTackOn(draft, names, host, {"tack-2", "light loop end", middle + Vec2{0, 18}});
}

/// A cell pocket inside, closed by its own zip, and the tunnel in which the cable runs up to the light.
void addPower(PackDraft& draft, const ModuleCall& call, const PartNames& base) {
  PartNames names = base;
  names.part = base.part + "-cell";
  names.name = "Cell pocket";
  const Host& inner = placeOf(draft, "back-inner");
  PocketPlan plan;
  plan.names = names;
  plan.spot = fitted(draft, {inner.id, {inner.width_mm - 120, inner.height_mm - 110}, 110, 75});
  plan.zip = call.number("zip", 3);
  plan.zone = "lining";
  plan.fullness_mm = 8;
  plan.corner_radius_mm = 6;
  plan.holds_volume = false;
  plan.offers_host = false;
  addPocket(draft, plan);
  const double cable = std::clamp(call.number("cable", 600), 100.0, 1500.0);
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const double run = std::min(cable, host.height_mm - 8);
  const Polyline line{{host.width_mm - 12, host.height_mm - 4},
                      {host.width_mm - 12, host.height_mm - 4 - run}};
  addCounted(draft, base,
             {"cable",
              "",
              "ledcable",
              "cable in its tunnel",
              0,
              cable / 1000,
              {cordOn(draft, host, {line, 3, 1, 0.5})}});
  Piece tunnel = makePiece(draft, base, {"tunnel", "lining", "lining"});
  const Spot strip = fitted(draft, {host.id, {host.width_mm - 20, host.height_mm - 4 - run}, 15, run});
  tunnel.edges = patchEdges(strip, 0, 8);
  const std::vector<Edge> placed = tunnel.edges;
  addPatch(draft, host, std::move(tunnel), 1);
  sewOn(draft, host, {base.id("tunnel"), {"right"}, placed, lappedSeam(base, "tunnel-seam-1", "S01")});
  sewOn(draft, host, {base.id("tunnel"), {"left"}, placed, lappedSeam(base, "tunnel-seam-2", "S01")});
}

void buildLight(const ModuleCall& call, PackDraft& draft) {
  const std::string kind = call.word("kind", "loop");
  const PartNames names = namesOf(call, "Light");
  ModuleCall here = call;
  here.numbers.erase("width");
  here.numbers.erase("height");
  const Spot spot = openSpotOf(here, draft, {"front", 40, 60});
  addLightLoop(draft, names, spot);
  if (kind == "loop") return;
  const Host& host = draft.body.hosts.at(spot.host);
  const Vec2 middle = spot.at + Vec2{spot.width_mm, spot.height_mm} / 2.0;
  const std::string item = call.word("item", kind == "clip" ? "ledclip" : "leds");
  addCounted(
      draft, names,
      {"module", "", item, "LED light", 0, 1, {modelOn(draft, host, {"led-light", middle, {1, 0}, 1, 4})}});
  if (kind == "powered") addPower(draft, call, names);
}

void buildCounted(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Part");
  const std::string model = call.word("model", "");
  CountedOf counted{"part", call.word("zone", ""), call.word("item", ""), "", 0, 1, {}};
  counted.label = draft.catalog.itemOf(counted.item, 0).name;
  counted.amount = std::max(1e-3, call.number("count", 1));
  if (!model.empty()) {
    const Spot spot = openSpotOf(call, draft, {"front", 20, 20});
    const Host& host = draft.body.hosts.at(spot.host);
    const Vec2 middle = spot.at + Vec2{spot.width_mm, spot.height_mm} / 2.0;
    counted.shapes = {
        modelOn(draft, host, {model, middle, {1, 0}, std::max(0.05, call.number("scale", 1)), 1})};
  }
  addCounted(draft, names, std::move(counted));
  const std::string operation = call.word("operation", "");
  if (!operation.empty())
    addWork(draft, {names.id("work"), operation, call.assembly, 1, 0, {names.id("part")}});
}

}  // namespace

Family lightFamily() {
  return {moduleSpec("light", true,
                     {wordArgument("kind", {"loop", "clip", "powered"}), wordArgument("item"),
                      lengthArgument("cable"), numberArgument("zip")}),
          buildLight};
}

Family countedFamily() {
  return {moduleSpec("counted", false,
                     {wordArgument("item", {}, true), numberArgument("count"), wordArgument("model"),
                      wordArgument("zone"), numberArgument("scale"), wordArgument("operation")}),
          buildCounted};
}

}  // namespace configurator
