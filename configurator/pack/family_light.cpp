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

/// The other side of a place: the same cloth, seen from inside. It lies among the places for as long as it is
/// built on.
class Inside {
 public:
  Inside(PackDraft& draft, const Host& host) : draft_(draft) {
    inside_ = host;
    inside_.id = "inside:" + host.id;
    inside_.origin = host.origin + host.width_mm * host.u_axis;
    inside_.u_axis = -host.u_axis;
    inside_.outside = reframedSurface(host.outside, {{host.width_mm, 0}, {-1, 0}, {0, 1}});
    inside_.lift_mm = 0;
    draft_.body.hosts[inside_.id] = inside_;
  }
  ~Inside() { draft_.body.hosts.erase(inside_.id); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  const Host& host() const { return inside_; }

 private:
  PackDraft& draft_;
  Host inside_;
};

/// Where the cable comes through the cloth: a slit with stitches round it, as a buttonhole has.
void addCableHole(PackDraft& draft, const PartNames& names, const Host& inside, Vec2 at) {
  constexpr double kHalf = 9, kAround = 2.5;
  const Polyline ring{at + Vec2{-kHalf, -kAround}, at + Vec2{kHalf, -kAround}, at + Vec2{kHalf, kAround},
                      at + Vec2{-kHalf, kAround}, at + Vec2{-kHalf, -kAround}};
  markOn(draft, inside,
         {names.id("cable-slit"), MarkKind::Drill, {at - Vec2{kHalf, 0}, at + Vec2{kHalf, 0}}});
  StitchLine hole = makeStitch(names, "cable-hole-stitch", "S03");
  hole.purpose = "buttonhole of the cable";
  hole.rows = 2;
  hole.run = {{inside.piece, markOn(draft, inside, {names.id("cable-hole"), MarkKind::Stitch, ring})}};
  addStitchLine(draft, std::move(hole));
}

/// Hook and loop below the zip: cells that fall out of an open pocket are a fire risk.
void addSecondClosure(PackDraft& draft, const PocketPlan& pocket, const SwollenPanel& panel) {
  constexpr double kBelow = 16, kPart = 0.6;
  const Host& host = draft.body.hosts.at(pocket.spot.host);
  const Vec2 mid =
      pocket.spot.at + Vec2{pocket.spot.width_mm / 2, std::max(kBelow, pocket.spot.height_mm - kBelow)};
  const Vec2 half{kPart / 2 * pocket.spot.width_mm, 0};
  const PartNames& names = pocket.names;
  addNarrow(draft, names, {"closure", "hook-loop", "second closure, hook and loop", 20, 2 * half.x, {}});
  addMark(draft, names.id("panel"),
          {"closure", MarkKind::Stitch, {panel.toFlat(mid - half), panel.toFlat(mid + half)}});
  const std::string behind =
      markOn(draft, host, {names.id("closure"), MarkKind::Stitch, {mid - half, mid + half}});
  for (const RunPart& on : {RunPart{names.id("panel"), "closure"}, RunPart{host.piece, behind}}) {
    StitchLine sewn = makeStitch(names, on.piece == host.piece ? "loop-stitch" : "hook-stitch", "S03");
    sewn.rows = 2;
    sewn.run = {on};
    addStitchLine(draft, std::move(sewn));
  }
}

/// The cells' pocket; where it found room.
Spot addCellPocket(PackDraft& draft, const PartNames& names, const Spot& wanted, double zip) {
  PocketPlan plan;
  plan.names = names;
  plan.spot = fitted(draft, wanted);
  plan.zip = zip;
  plan.zone = "lining";
  plan.fullness_mm = 8;
  plan.corner_radius_mm = 6;
  plan.holds_volume = false;
  plan.offers_host = false;
  const SwollenPanel panel = addPocket(draft, plan);
  addSecondClosure(draft, plan, panel);
  return plan.spot;
}

void addTunnel(PackDraft& draft, const PartNames& names, const Host& inside, const Spot& wanted) {
  const Spot strip = fitted(draft, wanted);
  Piece tunnel = makePiece(draft, names, {"tunnel", "lining", "lining"});
  tunnel.edges = patchEdges(strip, 0, 8);
  const std::vector<Edge> placed = tunnel.edges;
  addPatch(draft, inside, std::move(tunnel), 3.4);
  sewOn(draft, inside, {names.id("tunnel"), {"right"}, placed, lappedSeam(names, "tunnel-seam-1", "S01")});
  sewOn(draft, inside, {names.id("tunnel"), {"left"}, placed, lappedSeam(names, "tunnel-seam-2", "S01")});
}

/// Behind the light, on the inside of the same cloth: the slit that its cable comes through, a tunnel, and
/// the cells' pocket at its upper end. What is left of the cable lies in the pocket.
//
//    .--zip--.  <- mouth
//    | cells ||
//    '-------'| tunnel
//             |
//             o  slit, behind the light
void addPower(PackDraft& draft, const ModuleCall& call, const PartNames& base, const Host& outside,
              Vec2 light) {
  constexpr double kWide = 110, kHigh = 75, kTunnel = 15, kBelowTop = 20, kFoot = 15, kSlack = 180;
  const Inside place(draft, outside);
  const Host& inside = place.host();
  PartNames names = base;
  names.part = base.part + "-cell";
  names.name = "Cell pocket";
  const double cable = std::clamp(call.number("cable", 600), 100.0, 1500.0);
  const Vec2 behind{inside.width_mm - light.x, light.y};
  const double mouth = std::min(inside.height_mm - kBelowTop, behind.y + std::max(kHigh, cable - kSlack));
  const Spot cells = addCellPocket(
      draft, names, {inside.id, {behind.x + kTunnel, mouth - kHigh}, kWide, kHigh}, call.number("zip", 3));
  const double x = std::max(kTunnel, std::min(behind.x, cells.at.x - 0.8 * kTunnel));
  const double top = cells.at.y + cells.height_mm;
  addCableHole(draft, base, inside, behind);
  addTunnel(
      draft, base, inside,
      {inside.id, {x - kTunnel / 2, behind.y + kFoot}, kTunnel, std::max(kFoot, top - behind.y - kFoot)});
  const Polyline line{behind, {x, behind.y + kFoot}, {x, top}, {cells.at.x + kTunnel, top}};
  addCounted(draft, base,
             {"cable",
              "",
              "ledcable",
              "cable in its tunnel",
              0,
              cable / 1000,
              {cordOn(draft, inside, {line, 3, 1, 0.2})}});
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
  if (kind == "powered") addPower(draft, call, names, host, middle);
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
