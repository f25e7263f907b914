// What can be taken off or out: a detachable pouch (a closed sub-assembly) and the rain cover with its own
// pocket.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/pocket.h"

namespace configurator {
namespace {

constexpr double kClipWebbing = 10;
constexpr double kSmallestPouch = 60;
constexpr double kLoopRise = 5;  // base loops and clips between pouch and pack

/// Where the clips sit: the corners of the spot, a little inside.
std::vector<Vec2> clipPlaces(const Spot& spot, int clips) {
  const double in = std::min(24.0, spot.width_mm / 4);
  const double low = std::min(20.0, spot.height_mm / 4);
  const std::vector<Vec2> corners{{in, spot.height_mm - low},
                                  {spot.width_mm - in, spot.height_mm - low},
                                  {in, low},
                                  {spot.width_mm - in, low}};
  return {corners.begin(), corners.begin() + clips};
}

/// Loops on the pack that the pouch's clips hook into.
void addBaseLoops(PackDraft& draft, const PartNames& base, const Spot& spot,
                  const std::vector<Vec2>& places) {
  const Host& host = draft.body.hosts.at(spot.host);
  PartNames names = base;
  int index = 0;
  for (const Vec2& place : places) {
    names.suffix = "-" + std::to_string(++index);
    const Vec2 at = spot.at + place;
    const Polyline line{at - Vec2{0, 14}, at + Vec2{0, 14}};
    addNarrow(draft, names,
              {"base-loop",
               "webbing",
               "base loop",
               kClipWebbing,
               60,
               {ribbonOn(draft, host, {line, kClipWebbing, 1.3, 1})}});
    addTackOn(draft, names, host, {"base-tack-1", "base loop end", at - Vec2{0, 13}, TackType::Bartack28});
    addTackOn(draft, names, host, {"base-tack-2", "base loop end", at + Vec2{0, 13}, TackType::Bartack28});
  }
}

void addClips(PackDraft& draft, const PartNames& base, const Host& back, const std::vector<Vec2>& places) {
  PartNames names = base;
  int index = 0;
  for (const Vec2& at : places) {
    names.suffix = "-" + std::to_string(++index);
    addNarrow(draft, names, {"clip-tab", "webbing", "clip tab", kClipWebbing, 60, {}});
    addCounted(draft, names,
               {"clip",
                "hardware",
                "keyclip",
                "hook",
                0,
                1,
                {modelOn(draft, back, {"key-clip", at, {0, 1}, 0.6, -6})}});
    addTackOn(draft, names, back, {"clip-tack", "clip tab", at, TackType::Bartack28});
    addWork(draft, {names.id("threading"), "S20", names.assembly, 1, 0, {names.id("clip")}});
  }
}

void buildDetachablePouch(const ModuleCall& call, PackDraft& draft) {
  PartNames names = namesOf(call, "Detachable pouch");
  Spot spot = openSpotOf(call, draft, {"front", 200, 140});
  // Where pockets leave no band wide enough it hangs over them, on its loops.
  if (std::min(spot.width_mm, spot.height_mm) < kSmallestPouch)
    spot = spotOf(call, draft, {"front", 200, 140});
  const int clips = std::clamp(static_cast<int>(std::lround(call.number("clips", 4))), 2, 4);
  const std::vector<Vec2> places = clipPlaces(spot, clips);
  addBaseLoops(draft, names, spot, places);
  // The pouch itself: its back lies on the loops, everything else is sewn to that back.
  addAssembly(draft, {call.part + "-off", names.name, call.assembly, true});
  names.assembly = call.part + "-off";
  const Host& host = draft.body.hosts.at(spot.host);
  PocketPlan plan;
  plan.names = names;
  plan.bellows_mm = std::max(20.0, call.number("depth", 40));
  plan.corner_radius_mm = 18;
  plan.fullness_mm = 6;
  plan.zip = call.number("zip", 5);
  plan.zone = call.word("zone", "pocket-shell");
  Piece back = makePiece(draft, names, {"back", plan.zone});
  back.edges = makeEdges({spot.at, spot.width_mm, spot.height_mm, 18, 0, -1});
  // It hangs on its loops as one body: set off as a whole, not bent round the pack any wider.
  const Vec3 off = kLoopRise * normalAt(host.outside, spot.at + Vec2{spot.width_mm, spot.height_mm} / 2.0);
  back.surface = [host, off](Vec2 uv) { return onHost(host, uv, 0.4) + off; };
  const Piece& added = addPiece(draft, std::move(back));
  const Host& own = offerAsHost(draft, spot, added, 0);
  plan.spot = {own.id, {0, 0}, spot.width_mm, spot.height_mm};
  addClips(draft, names, own, places);
  addPocket(draft, plan);
}

/// The pocket under the pack that holds the cover.
void addCoverPocket(PackDraft& draft, const ModuleCall& call) {
  PocketPlan plan;
  plan.names = namesOf(call, "Rain cover pocket");
  plan.names.part = call.part + "-pocket";
  ModuleCall here = call;
  here.numbers["width"] = call.number("pouch-width", 160);
  here.numbers["height"] = call.number("pouch-height", 120);
  plan.spot = spotOf(here, draft, {"bottom", 160, 120, 0, 10});
  plan.mouth = call.word("closure", "zip") == "zip" ? "zip" : "flap";
  plan.zip = call.number("zip", 3);
  plan.zone = "bottom";
  plan.fullness_mm = 10;
  plan.holds_volume = false;
  plan.offers_host = false;
  addPocket(draft, plan);
}

/// A dome when worn; cut flat with rounded corners and drawn in by a cord all round. Lies folded in its
/// pocket.
void buildRainCover(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Rain cover");
  addCoverPocket(draft, call);
  const Body& body = draft.body;
  const double margin = std::clamp(call.number("margin", 0), 0.0, 200.0);
  const double width = body.width_mm + body.depth_mm + margin;
  const double height = body.height_mm + body.depth_mm + margin;
  const double radius = std::min({120.0, 0.4 * width, 0.4 * height});
  Piece cover = makePiece(draft, names, {"cover", "cover", "stowed"});
  cover.edges = makeEdges({{-width / 2, 0}, width, height, radius, radius, -1}, 20, EdgeFinish::Hemmed);
  const double behind = body.depth_mm + 20;
  cover.surface = [behind](Vec2 p) { return Vec3{p.x, p.y, behind}; };
  double rim = 0;
  for (const Edge& edge : cover.edges) rim += lengthOf(edge.points);
  addPiece(draft, std::move(cover));
  StitchLine hem = makeStitch(names, "hem", "S03");
  hem.purpose = "cord tunnel";
  hem.seam_class = "6.03.01";
  for (const char* edge : {"bottom", "right", "top", "left"}) hem.run.push_back({names.id("cover"), edge});
  addStitchLine(draft, std::move(hem));
  addNarrow(draft, names, {"cord", "cord", "elastic cord in the hem", 3, 0.6 * rim, {}});
  addCounted(draft, names, {"lock", "hardware", "cl", "cord lock", 0, 1, {}});
  const Host& bottom = placeOf(draft, call.word("host", "bottom"));
  addNarrow(draft, names, {"tether", "webbing", "tether", 10, 120, {}});
  addTackOn(draft, names, bottom,
            {"tether-tack", "tether of the cover", {bottom.width_mm / 2, bottom.height_mm / 2}});
}

}  // namespace

Family detachablePouchFamily() {
  return {moduleSpec("detachable-pouch", true,
                     {lengthArgument("depth"), numberArgument("zip"), numberArgument("clips"),
                      wordArgument("zone")}),
          buildDetachablePouch};
}

Family rainCoverFamily() {
  return {moduleSpec(
              "rain-cover", false,
              {wordArgument("zone"), lengthArgument("margin"), wordArgument("closure", {"zip", "hook-loop"}),
               numberArgument("zip"), lengthArgument("pouch-width"), lengthArgument("pouch-height")}),
          buildRainCover};
}

}  // namespace configurator
