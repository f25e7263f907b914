// What hangs inside the main compartment: hydration sleeve, padded laptop sleeve, dividers. No own volume.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

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

/// Between the sleeve and what it is sewn to.
void offerRoom(PackDraft& draft, const Spot& spot, const SwollenPanel& panel) {
  constexpr double kCloth = 0.4;
  const Host& host = draft.body.hosts.at(spot.host);
  const FlatFrame foot{spot.at + Vec2{spot.width_mm / 2, 0}};
  draft.body.rooms[spot.host] = {offsetSurface(reframedSurface(host.outside, foot), host.lift_mm + kCloth),
                                 reframedSurface(panel.over, foot), spot.width_mm, spot.height_mm};
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
  // A full bladder leaves its sleeve's corners, its mouth and the way of its hose.
  constexpr double kCorners = 1.2, kHose_l = 0.2;
  const double litres = call.number("holds", 0);
  plan.holds_l = litres > 0 ? kCorners * litres + kHose_l : 0;
  const SwollenPanel panel = addPocket(draft, plan);
  const Host& host = draft.body.hosts.at(plan.spot.host);
  offerRoom(draft, plan.spot, panel);
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

/// The front facing is bagged out with the panel at the mouth, and caught with it in the bellows' seam: its
/// foam lies closed in between.
void addFrontFacingSeams(PackDraft& draft, const PartNames& names) {
  const std::string facing = names.id("front-facing"), panel = names.id("panel");
  Seam mouth = makeSeam(names, "front-facing-seam", "S01");
  mouth.runs[0] = {{facing, "top"}};
  mouth.runs[1] = {{panel, "top"}};
  addSeam(draft, std::move(mouth));
  Seam rim = makeSeam(names, "front-facing-basting", "");
  rim.stitches_per_inch = 5;
  for (const char* edge : {"left", "bottom", "right"}) {
    rim.runs[0].push_back({facing, edge});
    rim.runs[1].push_back({panel, edge});
  }
  addSeam(draft, std::move(rim));
}

/// An elastic tab over the mouth: hook on its end, loop on the panel.
void addClosingTab(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  constexpr double kClosure = 50, kOver = 20, kDown = 40;
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const double mid = plan.spot.at.x + plan.spot.width_mm / 2;
  const double top = plan.spot.at.y + plan.spot.height_mm;
  const Shape tab = ribbonShape(panel.over, {{{mid, top + kOver}, {mid, top - kDown}}, 20, 1.2, 1});
  addNarrow(draft, plan.names, {"tab", "elastic", "closing tab", 20, 140, {tab}});
  addNarrow(draft, plan.names, {"tab-closure", "hook-loop", "hook and loop of the tab", 20, kClosure, {}});
  addTackOn(draft, plan.names, host,
            {"tab-tack", "closing tab", {mid, std::min(top + 15, host.height_mm - 2)}});
  addMark(
      draft, plan.names.id("panel"),
      {"tab-loop",
       MarkKind::Stitch,
       {panel.toFlat({mid, top - kDown - kClosure / 2}), panel.toFlat({mid, top - kDown + kClosure / 2})}});
  StitchLine loop = makeStitch(plan.names, "tab-loop-stitch", "S03");
  loop.run = {{plan.names.id("panel"), "tab-loop"}};
  loop.rows = 2;
  addStitchLine(draft, std::move(loop));
  sewLoose(draft, plan.names,
           {"tab-hook",
            "thread of the hook on the closing tab",
            "S03",
            0,
            2 * kClosure,
            {plan.names.id("tab-closure")}});
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
  addFrontFacingSeams(draft, plan.names);
  addClosingTab(draft, plan, panel);
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
    piece.code = names.id("face");  // each is as wide and deep as the bag at its height
    piece.edges = makeEdges(shape);
    piece.surface = shelfFrom(host, divider.at, upper ? -divider.foam_mm - 0.4 : 0);
    addPiece(draft, std::move(piece));
  }
  Piece foam = makePiece(draft, names, {"foam", "foam-pad", "foam", "foam", divider.foam_mm});
  foam.code = foam.id;
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

/// A level line on a side wall, from the back to the front.
struct WallLine {
  std::string host;
  Polyline points;
};

/// The place of a side wall that is as high as `y`, or nearest to it, and how far up it that is. A zip's end
/// parts the wall, and a strip cannot cross it.
struct WallPlace {
  const Host* host = nullptr;
  double v = 0, off = 1e9;
};

WallPlace wallPlaceAt(const PackDraft& draft, const std::string& side, double y) {
  constexpr double kEnd = 4;
  constexpr int kHalvings = 24;
  WallPlace nearest;
  for (const std::string& id : {side, side + "-upper"}) {
    const auto found = draft.body.hosts.find(id);
    if (found == draft.body.hosts.end()) continue;
    const Host& host = found->second;
    const auto heightAt = [&](double v) { return host.outside({host.width_mm / 2, v}).y; };
    double low = kEnd, high = host.height_mm - kEnd;
    const double off = std::max({0.0, heightAt(low) - y, y - heightAt(high)});
    if (off >= nearest.off) continue;
    for (int i = 0; i < kHalvings; ++i) {
      const double v = (low + high) / 2;
      (heightAt(v) < y ? low : high) = v;
    }
    nearest = {&host, low, off};
  }
  return nearest;
}

/// The level line on a side wall at the height `y` or nearest to it, no longer than `longest`; nothing where
/// the body has no such wall.
std::optional<WallLine> wallLineAt(const PackDraft& draft, const std::string& side, double y,
                                   double longest) {
  constexpr double kEnd = 4;
  const WallPlace place = wallPlaceAt(draft, side, y);
  if (place.host == nullptr) return std::nullopt;
  const Host& host = *place.host;
  const bool from_back = host.outside({0, place.v}).z < host.outside({host.width_mm, place.v}).z;
  const double length = std::min(longest, host.width_mm - 2 * kEnd);
  const double start = from_back ? kEnd : host.width_mm - kEnd;
  return WallLine{host.id, {{start, place.v}, {start + (from_back ? length : -length), place.v}}};
}

/// Hook along both ends of a divider, loop as long on the side walls that it meets.
void addHookEdges(PackDraft& draft, const PartNames& names, const Divider& divider, const Host& host) {
  constexpr double kTape = 20, kIn = 10, kFoot = 4, kCorner = 12;
  const double end = divider.width_mm / 2 - kIn, tip = divider.depth_mm - kCorner;
  const Surface plane = shelfFrom(host, divider.at, -divider.foam_mm - 0.6);
  std::vector<Shape> shapes;
  for (const double x : {-end, end})
    shapes.push_back(ribbonShape(plane, {{{x, kFoot}, {x, tip}}, kTape, 1.5, 0.2}));
  StitchLine hook = makeStitch(names, "hook-stitch", "S03");
  hook.rows = 2;
  hook.run = {{names.id("upper"), "right"}, {names.id("upper"), "left"}};
  addStitchLine(draft, std::move(hook));
  StitchLine loop = makeStitch(names, "loop-stitch", "S03");
  loop.rows = 2;
  for (const char* side : {"left", "right"}) {
    const auto line = wallLineAt(draft, side, shelfFrom(host, divider.at, 0)({0, 0}).y, divider.depth_mm);
    if (!line) continue;
    const Host& wall = draft.body.hosts.at(line->host);
    const std::string mark =
        markOn(draft, wall, {names.id(std::string("loop-") + side), MarkKind::Placement, line->points});
    loop.run.push_back({wall.piece, mark});
    constexpr double kInside = -2.2;
    shapes.push_back(ribbonShape(wall.outside, {line->points, kTape, 1.5, kInside}));
  }
  if (!loop.run.empty()) addStitchLine(draft, std::move(loop));
  addNarrow(
      draft, names,
      {"hook", "hook-loop", "hook ends and loop strips", kTape, 2 * divider.depth_mm, std::move(shapes)});
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
  addHookEdges(draft, names, divider, host);
}

/// From the back to the front at a height of the host, at its corners, where it is least.
double depthAt(const PackDraft& draft, const Host& host, double v) {
  const auto front = draft.body.hosts.find("front");
  if (front == draft.body.hosts.end()) return draft.body.depth_mm;
  const Host& facing = front->second;
  constexpr int kSteps = 40;
  double least = 1e9;
  for (const double part : {0.0, 1.0}) {
    const Vec3 from = onHost(host, {part * host.width_mm, v}, 0);
    double depth = 0, nearest = 1e9;
    for (int i = 0; i <= kSteps; ++i) {
      const Vec3 to = facing.outside({part * facing.width_mm, facing.height_mm * i / kSteps});
      if (std::abs(to.y - from.y) >= nearest) continue;
      nearest = std::abs(to.y - from.y);
      depth = to.z - from.z;
    }
    least = std::min(least, depth);
  }
  return least;
}

void buildDividers(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Divider");
  const Host& host = placeOf(draft, call.word("host", "back-inner"));
  Divider divider;
  divider.own_cloth = call.word("cloth", "lining") == "each-its-own";
  const int most = divider.own_cloth ? kColouredDividers : 6;
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 3))), 1, most);
  divider.foam_mm = draft.thicknessOf("foam-pad", call.number("foam", 5));
  for (int i = 1; i <= count; ++i) {
    divider.index = i;
    divider.at = {host.width_mm / 2, host.height_mm * i / (count + 1.0)};
    // A place keeps 5 from the seams: the dividers are (W - 20) x (D - 20).
    constexpr double kWithin = 10, kShorter = 20, kLeast = 40;
    const double v = divider.at.y;
    divider.width_mm = std::min(call.number("width", 240), widthBetween(host, v, v) - kWithin);
    divider.depth_mm =
        std::max(kLeast, std::min(call.number("depth", 120), depthAt(draft, host, v) - kShorter));
    addDivider(draft, names, divider, host);
  }
}

}  // namespace

Family sleeveFamily() {
  return {moduleSpec("sleeve", false,
                     {lengthArgument("fullness"),
                      numberArgument("pleats"),
                      wordArgument("zone"),
                      {"holds", false, {}, Dimension::Volume, false},
                      wordArgument("mouth", {"elastic", "binding"}),
                      wordArgument("hanger", {"yes", "no"}),
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
