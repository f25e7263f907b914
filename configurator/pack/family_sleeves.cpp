// What hangs inside the main compartment: hydration sleeve, padded laptop sleeve, dividers. No own volume.
#include <algorithm>
#include <cmath>

#include "configurator/pack/module_families.h"
#include "configurator/pack/pocket.h"

namespace configurator {
namespace {

/// Things inside lie one before the other: the next one starts where this one ends.
void raiseHost(PackDraft& draft, const std::string& host, double depth_mm) {
  draft.body.hosts.at(host).lift_mm += depth_mm;
}

/// A webbing loop folded over a point on a host: both ends under one bartack.
void addHangerLoop(PackDraft& draft, const PartNames& names, const Host& host, Vec2 at) {
  const Shape shape = ribbonOn(draft, host, {{at, at - Vec2{0, 38}}, 10, 2, 1});
  addNarrow(draft, names, {"hanger", "webbing", "hanger loop", 10, 80, {shape}});
  addTackOn(draft, names, host, {"hanger-tack", "hanger loop", at, TackType::Bartack42});
}

void buildSleeve(const ModuleCall& call, PackDraft& draft) {
  PocketPlan plan;
  plan.names = namesOf(call, "Hydration sleeve");
  plan.spot = spotOf(call, draft, {"bladder", 190, 360});
  plan.mouth = "elastic";
  plan.zone = "lining";
  plan.fullness_mm = 20;
  plan.covered_by = "S12";
  plan.holds_volume = false;
  plan.offers_host = false;
  plan = pocketPlanOf(call, plan);
  const SwollenPanel panel = addPocket(draft, plan);
  const Host& host = draft.body.hosts.at(plan.spot.host);
  if (call.word("hanger", "yes") == "yes") {
    const double top = std::min(plan.spot.at.y + plan.spot.height_mm + 45, host.height_mm - 4);
    addHangerLoop(draft, plan.names, host, {plan.spot.at.x + plan.spot.width_mm / 2, top});
  }
  if (draft.catalog.findMeasure("R") != nullptr) addMeasure(draft, "R", plan.spot.height_mm);
  if (draft.catalog.findMeasure("RW") != nullptr) addMeasure(draft, "RW", plan.spot.width_mm);
  raiseHost(draft, plan.spot.host, panel.swell_mm + 1);
}

Spot insetBy(Spot spot, double inset) {
  spot.at += Vec2{inset, inset};
  spot.width_mm -= 2 * inset;
  spot.height_mm -= 2 * inset;
  return spot;
}

std::vector<Edge> facingEdges(const Spot& spot) {
  return makeEdges({spot.at, spot.width_mm, spot.height_mm, 14, 0, -1});
}

/// One padded wall: foam and a facing that closes it. `z_mm` is the foam's underside over the host's own
/// layers.
struct Padding {
  std::string what;
  Spot spot;
  double foam_mm = 5, foam_z_mm = 0.4, facing_z_mm = 6;
  Vec3 outward{0, 0, 0};  ///< of the front wall, which stands off as a whole
  double stand_off_mm = 0;
};

void addPadding(PackDraft& draft, const PartNames& names, const Padding& padding) {
  const Host& host = draft.body.hosts.at(padding.spot.host);
  const Vec3 away = padding.stand_off_mm * padding.outward;
  const auto surfaceAt = [&](double z) {
    return [host, z, away](Vec2 uv) { return onHost(host, uv, z) + away; };
  };
  Piece foam = makePiece(
      draft, names, {padding.what + "-foam", "foam-pad", "foam", padding.what + " foam", padding.foam_mm});
  foam.edges = patchEdges(insetBy(padding.spot, 6), 12, 0);
  foam.surface = surfaceAt(padding.foam_z_mm);
  addPiece(draft, std::move(foam));
  Piece facing =
      makePiece(draft, names, {padding.what + "-facing", "lining", "lining", padding.what + " facing"});
  facing.edges = facingEdges(padding.spot);
  facing.surface = surfaceAt(padding.facing_z_mm);
  addPiece(draft, std::move(facing));
}

void buildLaptopSleeve(const ModuleCall& call, PackDraft& draft) {
  const double thick = std::max(12.0, call.number("thickness", 25));
  const double foam = draft.thicknessOf("foam-pad", call.number("foam", 5));
  PocketPlan plan;
  plan.names = namesOf(call, "Laptop sleeve");
  plan.spot = spotOf(call, draft, {"back-inner", 260, 370, 0, 30});
  plan.mouth = "binding";
  plan.zone = "lining";
  plan.bellows_mm = thick + foam;
  plan.fullness_mm = 0;
  plan.corner_radius_mm = 14;
  plan.covered_by = "S16";
  plan.holds_volume = false;
  plan.offers_host = false;
  const SwollenPanel panel = addPocket(draft, plan);
  addPadding(draft, plan.names, {"back", plan.spot, foam, 0.4, foam + 0.6});
  const double inside = plan.bellows_mm - foam - 1;
  addPadding(draft, plan.names, {"front", plan.spot, foam, 0.2, 0, panel.outward, inside});
  const Host& host = draft.body.hosts.at(plan.spot.host);
  sewOn(draft, host,
        {plan.names.id("back-facing"),
         {"bottom", "right", "top", "left"},
         facingEdges(plan.spot),
         lappedSeam(plan.names, "back-facing-seam", "")});
  Seam front = makeSeam(plan.names, "front-facing-seam", "S01");
  front.runs[0] = {{plan.names.id("front-facing"), "top"}};
  front.runs[1] = {{plan.names.id("panel"), "top"}};
  addSeam(draft, std::move(front));
  const double mid = plan.spot.at.x + plan.spot.width_mm / 2;
  const double top = plan.spot.at.y + plan.spot.height_mm;
  const Shape tab = ribbonShape(panel.over, {{{mid, top + 20}, {mid, top - 40}}, 20, 1.2, 1});
  addNarrow(draft, plan.names, {"tab", "elastic", "closing tab", 20, 140, {tab}});
  addNarrow(draft, plan.names, {"tab-closure", "hook-loop", "hook and loop of the tab", 20, 50, {}});
  addTackOn(draft, plan.names, host,
            {"tab-tack", "closing tab", {mid, std::min(top + 15, host.height_mm - 2)}});
  if (draft.catalog.findMeasure("T") != nullptr) addMeasure(draft, "T", plan.spot.height_mm);
  if (draft.catalog.findMeasure("TW") != nullptr) addMeasure(draft, "TW", plan.spot.width_mm);
  if (draft.catalog.findMeasure("TD") != nullptr) addMeasure(draft, "TD", thick);
  raiseHost(draft, plan.spot.host, plan.bellows_mm + 2);
}

/// A divider stands square off the back: a plane from a line of the host outwards.
Surface shelfFrom(const Host& host, Vec2 at, double lift_mm) {
  const Vec3 origin = onHost(host, at, 1);
  const Vec3 outward = normalAt(host.outside, at);
  Vec3 along = host.outside(at + Vec2{5, 0}) - host.outside(at - Vec2{5, 0});
  along = glm::normalize(along - glm::dot(along, outward) * outward);
  const Vec3 up = glm::cross(outward, along);
  // x along the host, y away from it: seen from above, so that the outside of the cloth looks down.
  return [=](Vec2 p) { return origin + (p.x * along + p.y * outward) - lift_mm * up; };
}

struct Divider {
  int index = 1;
  Vec2 at{0, 0};  ///< middle of its sewn edge
  double width_mm = 240, depth_mm = 120, foam_mm = 5;
  bool own_cloth = false;  ///< of zone "divider-INDEX", so that each has a colour of its own

  std::string zone() const { return own_cloth ? "divider-" + std::to_string(index) : "lining"; }
};

constexpr int kColouredDividers = 3;  // the catalog's zones divider-1 to divider-3

/// Two faces of lining with foam between them, joined round the three free edges.
void addDividerPieces(PackDraft& draft, const PartNames& names, const Divider& divider, const Host& host) {
  const double w = divider.width_mm;
  const RoundedRectangle shape{{-w / 2, 0}, w, divider.depth_mm, 0, 15, -1};
  for (const char* face : {"upper", "lower"}) {
    const bool upper = std::string(face) == "upper";
    Piece piece = makePiece(draft, names, {face, divider.zone(), "lining"});
    piece.code = divider.own_cloth ? names.id("face") : names.code("face");
    piece.edges = makeEdges(shape);
    piece.surface = shelfFrom(host, divider.at, upper ? -divider.foam_mm - 0.4 : 0);
    addPiece(draft, std::move(piece));
  }
  Piece foam = makePiece(draft, names, {"foam", "foam-pad", "foam", "foam", divider.foam_mm});
  foam.edges = makeEdges({{-w / 2 + 6, 6}, w - 12, divider.depth_mm - 12, 0, 12, -1}, 0);
  foam.surface = shelfFrom(host, divider.at, -divider.foam_mm - 0.2);
  addPiece(draft, std::move(foam));
  Seam rim = makeSeam(names, "rim", "S02");
  rim.seam_class = "1.06.01";
  for (const char* edge : {"right", "top", "left"}) {
    rim.runs[0].push_back({names.id("upper"), edge});
    rim.runs[1].push_back({names.id("lower"), edge});
  }
  addSeam(draft, std::move(rim));
}

void addDivider(PackDraft& draft, const PartNames& base, const Divider& divider, const Host& host) {
  PartNames names = base;
  names.suffix = "-" + std::to_string(divider.index);
  const double w = divider.width_mm;
  addDividerPieces(draft, names, divider, host);
  const Polyline line{divider.at - Vec2{w / 2, 0}, divider.at + Vec2{w / 2, 0}};
  Seam base_seam = lappedSeam(names, "setting", "S01");
  base_seam.runs[0] = {{names.id("lower"), "bottom"}};
  base_seam.runs[1] = {{host.piece, markOn(draft, host, {names.id("line"), MarkKind::Placement, line})}};
  addSeam(draft, std::move(base_seam));
  const double hook = 2 * divider.depth_mm + w;
  const Surface plane = shelfFrom(host, divider.at, -divider.foam_mm - 0.6);
  const Polyline edge{{w / 2 - 10, 4},
                      {w / 2 - 10, divider.depth_mm - 12},
                      {-w / 2 + 10, divider.depth_mm - 12},
                      {-w / 2 + 10, 4}};
  addNarrow(draft, names,
            {"hook",
             "hook-loop",
             "hook edges and loop strips",
             20,
             hook,
             {ribbonShape(plane, {edge, 20, 1.5, 0.2})}});
  StitchLine sewn = makeStitch(names, "hook-stitch", "S03");
  sewn.rows = 2;
  sewn.run = {{names.id("upper"), "right"}, {names.id("upper"), "top"}, {names.id("upper"), "left"}};
  addStitchLine(draft, std::move(sewn));
}

void buildDividers(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Divider");
  const Host& host = placeOf(draft, call.word("host", "back-inner"));
  Divider divider;
  divider.own_cloth = call.word("cloth", "lining") == "each-its-own";
  const int most = divider.own_cloth ? kColouredDividers : 6;
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 3))), 1, most);
  divider.width_mm = std::min(call.number("width", 240), host.width_mm - 20);
  divider.depth_mm = std::max(40.0, call.number("depth", 120));
  divider.foam_mm = draft.thicknessOf("foam-pad", call.number("foam", 5));
  for (int i = 1; i <= count; ++i) {
    divider.index = i;
    divider.at = {host.width_mm / 2, host.height_mm * i / (count + 1.0)};
    addDivider(draft, names, divider, host);
  }
}

}  // namespace

Family sleeveFamily() {
  return {moduleSpec("sleeve", false,
                     {lengthArgument("fullness"), numberArgument("pleats"), wordArgument("zone"),
                      wordArgument("mouth", {"elastic", "binding"}), wordArgument("hanger", {"yes", "no"}),
                      lengthArgument("corner-radius")}),
          buildSleeve};
}

Family laptopSleeveFamily() {
  return {moduleSpec("laptop-sleeve", false, {lengthArgument("thickness"), lengthArgument("foam")}),
          buildLaptopSleeve};
}

Family dividersFamily() {
  return {moduleSpec("dividers", false,
                     {numberArgument("count"), lengthArgument("depth"), lengthArgument("foam"),
                      wordArgument("cloth", {"lining", "each-its-own"})}),
          buildDividers};
}

}  // namespace configurator
