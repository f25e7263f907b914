// Pockets sewn to a panel of the body: patch, dump and side pockets.
#include <algorithm>
#include <string>

#include "configurator/pack/module_families.h"
#include "configurator/pack/pocket.h"

namespace configurator {
namespace {

void buildPatchPocket(const ModuleCall& call, PackDraft& draft) {
  PocketPlan plan;
  plan.names = namesOf(call, "Patch pocket");
  plan.spot = spotOf(call, draft, {"front", 240, 280});
  addPocket(draft, pocketPlanOf(call, plan));
}

void buildDumpPocket(const ModuleCall& call, PackDraft& draft) {
  PocketPlan plan;
  plan.names = namesOf(call, "Stretch pocket");
  const Host& host = placeOf(draft, call.word("host", "front"));
  plan.spot = spotOf(call, draft, {host.id, host.width_mm - 20, 330});
  plan.mouth = "elastic";
  plan.zone = "pocket-mesh";
  plan.fullness_mm = 60;
  plan.corner_radius_mm = 30;
  addPocket(draft, pocketPlanOf(call, plan));
}

/// True when u runs away from the wearer, so that u = 0 is the side at the wearer's back.
bool startsAtWearer(const Host& host) {
  const double v = host.height_mm / 2;
  return host.outside({0, v}).z < host.outside({host.width_mm, v}).z;
}

void buildSidePocket(const ModuleCall& call, PackDraft& draft) {
  for (const Side& side : sidesOf(call, draft, "left")) {
    const Host& host = draft.body.hosts.at(side.host);
    ModuleCall here = call;
    here.words["host"] = side.host;
    if (side.mirrored) here.numbers["x"] = -call.number("x", 0);
    PocketPlan plan;
    plan.names = namesOf(call, "Side pocket");
    plan.names.suffix = side.suffix;
    plan.spot = spotOf(here, draft, {side.host, host.width_mm - 8, 210, 0, 4});
    plan.mouth = "elastic";
    plan.zip = 3;
    plan.zone = "pocket-mesh";
    plan.fullness_mm = 40;
    plan.corner_radius_mm = 12;
    plan = pocketPlanOf(call, plan);
    plan.mirrored = side.mirrored;
    plan.right_drop_mm = 0;
    const bool zip = plan.mouth == "zip";
    const double slant = std::min(call.number("slant", zip ? 0 : 40), 0.4 * plan.spot.height_mm);
    (startsAtWearer(host) ? plan.left_drop_mm : plan.right_drop_mm) = slant;
    addPocket(draft, plan);
  }
}

}  // namespace

Family patchPocketFamily() {
  return {moduleSpec("patch-pocket", true, pocketArguments()), buildPatchPocket};
}
Family dumpPocketFamily() {
  return {moduleSpec("dump-pocket", true, pocketArguments()), buildDumpPocket};
}

Family sidePocketFamily() {
  auto own = pocketArguments();
  own.push_back(wordArgument("sides", {"both", "left", "right"}));
  return {moduleSpec("side-pocket", false, own), buildSidePocket};
}

}  // namespace configurator
