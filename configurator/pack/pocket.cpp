// Zip mouth without bellows: the panel's upper edge is sewn to one tape of the zip, the other tape to the
// host. With bellows the strip goes down one side, along the bottom and up the other; a top strip closes the
// box:
//
//        host  ____top strip____
//                               | zip
//   bellows _|____panel_________|
#include "configurator/pack/pocket.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/pocket_zip_cover.h"

namespace configurator {
namespace {

constexpr double kFlapOver = 44, kFlapAbove = 12;

bool closedAbove(const PocketPlan& plan) {
  return plan.mouth == "zip" || plan.mouth == "flap";
}

SwellShape swellOf(const PocketPlan& plan) {
  SwellShape shape;
  const bool room_for_zip = plan.mouth == "zip" && plan.bellows_mm <= 0;
  double height = plan.spot.height_mm - (room_for_zip ? zipGap(plan.zip) + tapeStripRoom(plan) : 0);
  if (plan.mouth == "flap" && plan.bellows_mm <= 0) height -= kFlapAbove;
  shape.at = plan.spot.at;
  shape.width_mm = plan.spot.width_mm;
  shape.left_height_mm = std::max(0.4 * height, height - plan.left_drop_mm);
  shape.right_height_mm = std::max(0.4 * height, height - plan.right_drop_mm);
  shape.corner_radius_mm = plan.corner_radius_mm;
  shape.fullness_mm = plan.fullness_mm;
  shape.open_top = !closedAbove(plan);
  shape.stand_off_mm = plan.bellows_mm;
  shape.above_mm = 0.4;
  shape.holds_l = plan.holds_l;
  if (plan.holds_l > 0) shape.rise = 0.5;  // water stands low
  return shape;
}

/// Names by position suit a right pocket; its pattern is the left one's, so "left" and "right" change places.
std::vector<Edge> patternNames(std::vector<Edge> edges, bool mirrored) {
  if (!mirrored) return edges;
  for (Edge& edge : edges) {
    if (edge.name == "left")
      edge.name = "right";
    else if (edge.name == "right")
      edge.name = "left";
  }
  return edges;
}

std::vector<std::string> sewnChain(bool mirrored) {
  if (mirrored) return {"right", "bottom", "left"};
  return {"left", "bottom", "right"};
}

std::string settingOperation(const PocketPlan& plan) {
  if (!plan.covered_by.empty()) return "";
  if (plan.zone == "pocket-mesh") return "S08";
  return plan.corner_radius_mm > 5 ? "S02" : "S01";
}

void addLining(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  Piece lining = makePiece(draft, plan.names, {"lining", "lining", "lining"});
  lining.mirrored = plan.mirrored;
  lining.edges = patternNames(panel.flat, plan.mirrored);
  lining.surface = [surface = panel.surface, out = panel.outward](Vec2 p) { return surface(p) - 0.5 * out; };
  addPiece(draft, std::move(lining));
  Seam seam = makeSeam(plan.names, "lining-seam", "S01");
  seam.runs[0] = {{plan.names.id("panel"), "top"}};
  seam.runs[1] = {{plan.names.id("lining"), "top"}};
  seam.seam_class = "1.06.01";
  addSeam(draft, std::move(seam));
}

/// The chain left - bottom - right of the pocket's rim as one line, from the left mouth corner round to the
/// right.
Polyline rimOf(const SwollenPanel& panel) {
  return joined({panel.placed[3].points, panel.placed[0].points, panel.placed[1].points});
}

Piece stripPiece(PackDraft& draft, const PocketPlan& plan, const char* what, double length, double depth) {
  std::string label = what;
  std::replace(label.begin(), label.end(), '-', ' ');
  Piece strip = makePiece(draft, plan.names, {what, plan.zone, "shell", label});
  strip.mirrored = plan.mirrored;
  strip.edges = {{"host", {{0, 0}, {length, 0}}},
                 {"end", {{length, 0}, {length, depth}}},
                 {"panel", {{length, depth}, {0, depth}}},
                 {"start", {{0, depth}, {0, 0}}}};
  strip.grain = {1, 0};
  return strip;
}

/// A strip that stands on a line of the host and rises along `outward`.
Surface risingFrom(const Host& host, const Polyline& line, Vec3 outward, double above_mm) {
  return [host, line, outward, above_mm](Vec2 p) {
    const double length = lengthOf(line);
    Vec2 at = pointAlong(line, std::clamp(p.x, 0.0, length));
    const Vec2 first = glm::normalize(line[1] - line[0]);
    const Vec2 last = glm::normalize(line[line.size() - 1] - line[line.size() - 2]);
    if (p.x < 0) at += p.x * first;
    if (p.x > length) at += (p.x - length) * last;
    return onHost(host, at, above_mm) + p.y * outward;
  };
}

void addBellows(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const PartNames& names = plan.names;
  const Polyline rim = rimOf(panel);
  const double length = lengthOf(rim);
  Piece strip = stripPiece(draft, plan, "bellows", length, plan.bellows_mm);
  strip.surface = risingFrom(host, rim, panel.outward, 0.4);
  const std::string id = addPiece(draft, std::move(strip)).id;

  Seam outer = makeSeam(names, "bellows-seam", settingOperation(plan));
  outer.finish = "bound";
  for (const std::string& edge : sewnChain(plan.mirrored)) outer.runs[0].push_back({names.id("panel"), edge});
  outer.runs[1] = {{id, "panel", length, 0}};
  addSeam(draft, std::move(outer));
  StitchLine bound = makeStitch(names, "bellows-binding-stitch", "B06");
  bound.seam_class = "3.05.01";
  bound.run = {{id, "panel"}};
  addStitchLine(draft, std::move(bound));
  addNarrow(draft, names,
            {"bellows-binding", "binding", "binding of the bellows seam", 22, 1.03 * length, {}});

  Seam inner = lappedSeam(names, "bellows-setting", settingOperation(plan));
  const std::string mark = markOn(draft, host, {names.id("bellows-line"), MarkKind::Placement, rim});
  inner.runs[0] = {{id, "host"}};
  inner.runs[1] = {{host.piece, mark}};
  addSeam(draft, std::move(inner));
}

/// Closes a box pocket above: a strip from the host to the zip or flap at the panel's upper edge.
void addTopStrip(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel, double depth) {
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const PartNames& names = plan.names;
  const Polyline line = panel.placed[2].points;  // from the right mouth corner to the left one
  const double length = lengthOf(line);
  Piece strip = stripPiece(draft, plan, "top-strip", length, depth);
  strip.surface = risingFrom(host, line, panel.outward, 0.4);
  const std::string id = addPiece(draft, std::move(strip)).id;
  Seam setting = lappedSeam(names, "top-strip-setting", "S01");
  setting.runs[0] = {{id, "host"}};
  setting.runs[1] = {{host.piece, markOn(draft, host, {names.id("mouth-line"), MarkKind::Placement, line})}};
  addSeam(draft, std::move(setting));
  const std::string bellows = names.id("bellows");
  const double gap = plan.bellows_mm - depth;
  Seam ends = makeSeam(names, "top-strip-ends", "S01");
  ends.runs[0] = {{id, "start"}, {id, "end"}};
  ends.runs[1] = {{bellows, "end", 0, depth}, {bellows, "start", gap, plan.bellows_mm}};
  addSeam(draft, std::move(ends));
}

/// On a bent place a full panel's mouth is a little longer than the cloth below it: it is eased onto the zip.
double easeOver(double ratio) {
  constexpr double kMost = 1.015;
  return std::clamp(ratio, 1.0, kMost);
}

void addZipMouth(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const PartNames& names = plan.names;
  const double gap = zipGap(plan.zip);
  Seam seam = lappedSeam(names, "zip-seam", zipOperation(draft, plan.zip));
  seam.rows = 2;
  seam.runs[0] = {{names.id("panel"), "top"}};
  Polyline line = reversed(panel.placed[2].points);
  std::optional<Shape> shape;
  if (plan.bellows_mm > 0) {
    const double depth = std::max(8.0, plan.bellows_mm - gap);
    addTopStrip(draft, plan, panel, depth);
    seam.runs[1] = {{names.id("top-strip"), "panel"}};
    shape = ribbonShape(panel.over, {line, gap + 3, 1.4, 0.4});
  } else {
    Polyline upper = panel.placed[2].points;
    for (Vec2& point : upper) point.y += gap;
    seam.runs[1] = {{host.piece, markOn(draft, host, {names.id("mouth-line"), MarkKind::Placement, upper})}};
    seam.ratio = easeOver(lengthOf(draft.pack, seam.runs[0]) / lengthOf(upper));
    for (Vec2& point : line) point.y += gap / 2;
    shape = ribbonOn(draft, host, {line, gap + 3, 1.4, 0.9});
    addTapeStrip(draft, plan, upper);
    if (boxOf(line).high.y - boxOf(line).low.y < 0.1) addZipTabs(draft, plan, line, line.front().y - gap / 2);
  }
  addSeam(draft, std::move(seam));
  addZip(draft, names, {"zip", lengthOf(line), plan.zip, shape});
}

/// The flap is sewn to the host above the pocket, or to the top strip of a box pocket, and falls over the
/// panel.
void addFlap(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  const Host& host = draft.body.hosts.at(plan.spot.host);
  const PartNames& names = plan.names;
  const bool box = plan.bellows_mm > 0;
  const double top = plan.spot.at.y + plan.spot.height_mm - (box ? 0 : 2);
  const double fall = kFlapOver + (box ? 0 : kFlapAbove - 2);
  const Spot place{host.id, {plan.spot.at.x, top - fall}, plan.spot.width_mm, fall};
  Piece flap = makePiece(draft, names, {"flap", plan.zone});
  flap.mirrored = plan.mirrored;
  const double corner = std::min(12.0, 0.4 * place.width_mm);  // two of them fit beside each other
  const std::vector<Edge> placed = makeEdges({place.at, place.width_mm, place.height_mm, corner, 0, -1});
  flap.edges = placed;
  for (Edge& edge : flap.edges) {  // cut as full as the panel that it covers
    edge.points = refined(edge.points, 16);
    for (Vec2& point : edge.points) point = panel.toFlat(point);
  }
  flap.surface = [surface = panel.surface, out = panel.outward](Vec2 p) { return surface(p) + 1.5 * out; };
  addPiece(draft, std::move(flap));
  if (box) {
    addTopStrip(draft, plan, panel, plan.bellows_mm);
    Seam seam = makeSeam(names, "flap-seam", "S01");
    seam.runs[0] = {{names.id("flap"), "top"}};
    seam.runs[1] = {{names.id("top-strip"), "panel"}};
    addSeam(draft, std::move(seam));
  } else {
    sewOn(draft, host, {names.id("flap"), {"top"}, placed, lappedSeam(names, "flap-seam", "S01")});
  }
  StitchLine rim = makeStitch(names, "flap-topstitch", "S03");
  rim.run = {{names.id("flap"), "left"}, {names.id("flap"), "bottom"}, {names.id("flap"), "right"}};
  addStitchLine(draft, std::move(rim));
  addNarrow(draft, names,
            {"closure", "hook-loop", "hook and loop of the flap", 20, 0.5 * plan.spot.width_mm, {}});
  StitchLine closing = makeStitch(names, "closure-stitch", "S03");
  const Vec2 middle = panel.toFlat(place.at + Vec2{place.width_mm / 2, 14});
  const Vec2 half{plan.spot.width_mm / 4, 0};
  addMark(draft, names.id("flap"), {"closure", MarkKind::Stitch, {middle - half, middle + half}});
  closing.run = {{names.id("flap"), "closure"}};
  closing.rows = 2;
  addStitchLine(draft, std::move(closing));
}

void addMouth(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  if (plan.mouth == "zip") {
    addZipMouth(draft, plan, panel);
  } else {
    if (plan.mouth == "flap") addFlap(draft, plan, panel);
    const std::string tape = plan.zone == "pocket-mesh" ? "edge-binding" : "binding";
    finishMouth(draft, plan.names, {plan.names.id("panel"), "top", plan.mouth, tape});
  }
  const Host& host = draft.body.hosts.at(plan.spot.host);
  addTackOn(draft, plan.names, host, {"tack-1", "mouth corner", panel.placed[1].points.back()});
  addTackOn(draft, plan.names, host, {"tack-2", "mouth corner", panel.placed[3].points.front()});
}

/// Operations that are charged by the piece take the seams of the setting with them.
void addCoveringWork(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  if (plan.covered_by.empty()) return;
  const double rows = plan.bellows_mm > 0 ? 2 : 1;
  addWork(draft, {plan.names.id(plan.covered_by),
                  plan.covered_by,
                  plan.names.assembly,
                  1,
                  rows * lengthOf(rimOf(panel)) / 1000,
                  {plan.names.id("panel")}});
}

void addSpace(PackDraft& draft, const PocketPlan& plan, const SwollenPanel& panel) {
  if (!plan.holds_volume) return;
  Compartment space;
  space.id = plan.names.part + plan.names.suffix;
  space.name = plan.names.name;
  space.capacity_l = panel.volume_l;
  space.enclosed = plan.mouth == "zip";
  space.shell = {plan.names.id("panel")};
  if (plan.bellows_mm > 0) space.shell.push_back(plan.names.id("bellows"));
  draft.pack.compartments.push_back(std::move(space));
}

}  // namespace

namespace {

/// A flat pocket's zip and what covers it lie above its panel, on the same host.
void offerPanel(PackDraft& draft, const PocketPlan& plan, const Spot& over, double margin_mm) {
  Host& place = offerAsHost(draft, over, *findPiece(draft.pack, plan.names.id("panel")), margin_mm);
  if (plan.mouth == "zip" && plan.bellows_mm <= 0)
    place.reach_mm = plan.spot.at.y + plan.spot.height_mm - margin_mm;
}

}  // namespace

SwollenPanel addPocket(PackDraft& draft, const PocketPlan& wanted) {
  PocketPlan plan = wanted;
  if (plan.mouth == "flap") plan.left_drop_mm = plan.right_drop_mm = 0;  // a flap falls from a level line
  SwollenPanel panel = makeSwollenPanel(draft.body.hosts.at(plan.spot.host), swellOf(plan));
  Piece piece =
      makePiece(draft, plan.names, {"panel", plan.zone, plan.zone == "pocket-mesh" ? "mesh" : "shell"});
  piece.mirrored = plan.mirrored;
  piece.edges = patternNames(panel.flat, plan.mirrored);
  piece.surface = panel.surface;
  if (plan.mouth != "zip") prepareMouthEdge(piece, "top", plan.mouth);
  addPiece(draft, std::move(piece));
  if (plan.lining) addLining(draft, plan, panel);
  if (plan.bellows_mm > 0) {
    addBellows(draft, plan, panel);
  } else {
    const Host& host = draft.body.hosts.at(plan.spot.host);
    Seam seam = lappedSeam(plan.names, "setting", settingOperation(plan));
    sewOn(draft, host,
          {plan.names.id("panel"), sewnChain(plan.mirrored), patternNames(panel.placed, plan.mirrored),
           std::move(seam)});
  }
  addMouth(draft, plan, panel);
  addCoveringWork(draft, plan, panel);
  addSpace(draft, plan, panel);
  if (plan.offers_host) {
    Spot over = plan.spot;
    over.height_mm -=
        std::max(plan.left_drop_mm, plan.right_drop_mm) + (plan.mouth == "flap" ? kFlapOver : 0);
    if (plan.mouth == "zip" && plan.bellows_mm <= 0) over.height_mm -= zipGap(plan.zip) + tapeStripRoom(plan);
    constexpr double kMargin = 10, kSmallestPlace = 24;  // nothing is set on a smaller panel
    if (std::min(over.width_mm, over.height_mm) >= kSmallestPlace + 2 * kMargin)
      offerPanel(draft, plan, over, kMargin);
  }
  return panel;
}

PocketPlan pocketPlanOf(const ModuleCall& call, PocketPlan defaults) {
  PocketPlan plan = std::move(defaults);
  const double pleats = std::max(0.0, call.number("pleats", 0));
  plan.bellows_mm = std::max(0.0, call.number("bellows", plan.bellows_mm));
  plan.fullness_mm = call.number("fullness", pleats > 0 ? 20 * pleats : plan.fullness_mm);
  plan.fullness_mm = std::clamp(plan.fullness_mm, 0.0, 0.3 * plan.spot.width_mm);
  if (plan.bellows_mm > 0 && plan.bellows_mm < 12) plan.bellows_mm = 12;
  plan.corner_radius_mm = std::max(0.0, call.number("corner-radius", plan.corner_radius_mm));
  plan.right_drop_mm = std::max(0.0, call.number("slant", plan.right_drop_mm));
  plan.mouth = call.word("mouth", plan.mouth);
  plan.zip = call.number("zip", plan.zip);
  plan.zone = call.word("zone", plan.zone);
  plan.lining = call.word("lining", plan.lining ? "yes" : "no") == "yes";
  return plan;
}

}  // namespace configurator
