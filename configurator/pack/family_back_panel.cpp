#include "configurator/pack/family_back_panel.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/body_box.h"
#include "configurator/pack/cut_line.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_trims.h"
#include "configurator/pack/pad_sleeve.h"

namespace configurator {
namespace {

constexpr double kFoamInset = 12;  // foam stays clear of the seam allowance

/// The piece of the body that lies on the wearer's back, and which way its surface's normal turns against the
/// wearer. Where the body's piece goes on round the sides (a wrap), only the back's own rectangle counts.
struct BackPiece {
  Piece piece;
  double sign = 1;  // +1 when the surface's own normal points to the wearer
  bool is_part = false;
};

constexpr double kWrapCorner = 30;  // of the padding on a wrap, which has no corners of its own

/// True when the back is only a part of its piece.
bool isPartOf(const Host& back, const Piece& piece) {
  return areaOf(outlineOf(piece)) > 1.4 * back.width_mm * back.height_mm;
}

BackPiece backPieceOf(const PackDraft& draft) {
  const Host& back = hostOf(draft, "back");
  const Piece* piece = findPiece(draft.pack, back.piece);
  require(piece != nullptr, "the host back lies on a piece");
  if (isPartOf(back, *piece)) {
    BackPiece part{*piece, 1, true};
    part.piece.edges = makeEdges({{0, 0}, back.width_mm, back.height_mm, kWrapCorner, kWrapCorner, -1}, 10);
    part.piece.surface = back.outside;
    return part;
  }
  const Vec3 outward = normalAt(back.outside, {back.width_mm / 2, back.height_mm / 2});
  const Vec3 own = normalAt(piece->surface, onPiece(back, {back.width_mm / 2, back.height_mm / 2}));
  return {*piece, glm::dot(outward, own) >= 0 ? 1.0 : -1.0, false};
}

/// Cloth parallel to the back piece, `height` towards the wearer. A piece seen from the wearer's side is
/// drawn mirrored when the back piece is drawn from the inside.
Surface towardsWearer(const BackPiece& back, double height) {
  return offsetSurface(reframedSurface(back.piece.surface, {{0, 0}, {back.sign, 0}, {0, 1}}), height);
}

/// The back piece's edges as seen from the wearer: same names, counter-clockwise again after a flip.
std::vector<Edge> edgesFromWearer(const BackPiece& back) {
  std::vector<Edge> edges = back.piece.edges;
  if (back.sign > 0) return edges;
  std::reverse(edges.begin(), edges.end());
  for (Edge& edge : edges) edge.points = reversed(mirroredX(edge.points));
  return edges;
}

Piece madeOf(const ModuleCall& call, const PackDraft& draft, const char* name, const char* zone,
             double size) {
  Piece piece;
  piece.id = call.id(name);
  piece.assembly = call.assembly;
  piece.zone = zone;
  piece.item = draft.item(zone, size).id;
  return piece;
}

/// Spacer mesh over the whole back, caught in the body seam all round.
void addSpacer(const ModuleCall& call, PackDraft& draft, const BackPiece& back, double height) {
  Piece spacer = madeOf(call, draft, "mesh", "back-face", 0);
  spacer.name = "Back mesh";
  spacer.layer = "mesh";
  spacer.edges = edgesFromWearer(back);
  spacer.surface = towardsWearer(back, height);
  spacer.thickness_mm = 3;
  addPiece(draft, std::move(spacer));
  Seam seam;
  seam.id = call.id("mesh-basting");
  seam.name = "Back mesh to back panel, all round";
  seam.assembly = call.assembly;
  const Host& host = hostOf(draft, "back");
  for (const Edge& edge : back.piece.edges) {
    seam.runs[0].push_back({call.id("mesh"), edge.name});
    std::string line = edge.name;
    if (back.is_part) {  // sewn flat on the wrap along a line of its own
      line = call.id("mesh-" + edge.name);
      Polyline place;
      for (const Vec2& p : edge.points) place.push_back(onPiece(host, p));
      addMark(draft, back.piece.id, {line, MarkKind::Placement, std::move(place)});
    }
    seam.runs[1].push_back({back.piece.id, line});
  }
  seam.stitches_per_inch = 6;
  addSeam(draft, std::move(seam));
}

/// A closed outline as one edge loop of four named stretches, from any polygon.
std::vector<Edge> edgesOfLoop(const Polyline& loop) {
  const std::size_t n = loop.size();
  constexpr const char* kNames[4] = {"bottom", "right", "top", "left"};
  std::vector<Edge> edges;
  for (std::size_t k = 0; k < 4; ++k) {
    Polyline points;
    for (std::size_t i = k * n / 4; i <= (k + 1) * n / 4; ++i) points.push_back(loop[i % n]);
    edges.push_back({kNames[k], std::move(points), 0, EdgeFinish::Raw});
  }
  return edges;
}

/// The back's outline moved inwards.
Polyline insetOutline(const BackPiece& back, double inset_mm) {
  Piece shrunk;
  shrunk.edges = edgesFromWearer(back);
  for (Edge& edge : shrunk.edges) edge.allowance_mm = -inset_mm;
  return cutLineOf(shrunk);
}

/// Foam `height` towards the wearer from the back piece; below 0 it lies in the sleeve behind it.
void addPad(const ModuleCall& call, PackDraft& draft, const BackPiece& back, Piece pad, double height = 0.5) {
  pad.layer = "foam";
  pad.surface = towardsWearer(back, height);
  const std::string id = pad.id;
  addPiece(draft, std::move(pad));
  addWork(draft, {id + "-insert", "B08", call.assembly, 1, 0, {id}});
}

/// A row of stitches through the mesh to the back.
void addQuiltLine(const ModuleCall& call, PackDraft& draft, int number, const Polyline& line) {
  const std::string name = "quilt-" + std::to_string(number);
  addMark(draft, call.id("mesh"), {name, MarkKind::Stitch, line});
  addStitchLine(draft, {call.id(name),
                        "Quilting through mesh and foam",
                        call.assembly,
                        "quilting",
                        {{call.id("mesh"), name}}});
}

void addQuilting(const ModuleCall& call, PackDraft& draft, const BackPiece& back, int lines) {
  const Box2 box = boxOf(insetOutline(back, 2.5 * kFoamInset));
  for (int i = 1; i <= lines; ++i) {
    const double y = glm::mix(box.low.y, box.high.y, static_cast<double>(i) / (lines + 1));
    const double reach = 0.36 * (box.high.x - box.low.x);
    const double middle = (box.low.x + box.high.x) / 2;
    addQuiltLine(call, draft, i, {{middle - reach, y}, {middle + reach, y}});
  }
}

struct Foam {
  const char* name;
  double thickness_mm;
};

/// One sheet of foam a little smaller than the back.
Piece foamOf(const ModuleCall& call, const PackDraft& draft, const BackPiece& back, const Foam& foam) {
  Piece pad = madeOf(call, draft, "foam", "foam-back", foam.thickness_mm);
  pad.name = foam.name;
  pad.thickness_mm = foam.thickness_mm;
  pad.edges = edgesOfLoop(insetOutline(back, kFoamInset));
  return pad;
}

constexpr double kClosureDrop = 12;  // of the hook and loop, below the mouth's edge

/// A sleeve's mouth: the bound "top" edge of `cloth`, which closes on `other` behind it. `axis` and `origin`
/// bring x of the one's frame to the other's.
struct SleeveMouth {
  std::string cloth, other;
  Vec2 origin{0, 0};
  double axis = -1;
};

/// Binds the mouth and sets hook and loop in the middle half of it, one on each side.
void closeMouth(const ModuleCall& call, PackDraft& draft, const SleeveMouth& mouth) {
  const PartNames names = namesOf(call, "Pad sleeve");
  finishMouth(draft, names, {mouth.cloth, "top", "binding"});
  const Polyline top = findEdge(*findPiece(draft.pack, mouth.cloth), "top")->points;
  const Vec2 drop{0, -kClosureDrop};
  Polyline closure{glm::mix(top.front(), top.back(), 0.25) + drop,
                   glm::mix(top.front(), top.back(), 0.75) + drop};
  addNarrow(draft, names, {"closure", "hook-loop", "hook and loop of the mouth", 20, lengthOf(closure), {}});
  for (const std::string& piece : {mouth.cloth, mouth.other}) {
    const std::string mark = names.id("closure");
    addMark(draft, piece, {mark, MarkKind::Stitch, closure});
    StitchLine sewn = makeStitch(names, piece == mouth.cloth ? "hook-stitch" : "loop-stitch", "S03");
    sewn.run = {{piece, mark}};
    sewn.rows = 2;
    addStitchLine(draft, std::move(sewn));
    for (Vec2& p : closure) p = mouth.origin + Vec2{mouth.axis * p.x, p.y};
  }
}

/// Where the back has no lining the pad's sleeve is a panel of its own on the inside, open above.
void addOwnSleeve(const ModuleCall& call, PackDraft& draft, double foam) {
  constexpr double kSide = 4, kBelowTop = 30, kRadius = 25;
  Host& inner = draft.body.hosts.at("back-inner");
  const RoundedRectangle shape{
      {kSide, kSide}, inner.width_mm - 2 * kSide, inner.height_mm - kBelowTop, kRadius, 0, -1};
  const PartNames names = namesOf(call, "Pad sleeve");
  Piece sleeve = makePiece(draft, names, {"sleeve", "lining", "lining", "sleeve"});
  sleeve.edges = makeEdges(shape);
  prepareMouthEdge(sleeve, "top", "binding");
  const std::vector<Edge> placed = sleeve.edges;
  addPatch(draft, inner, std::move(sleeve), foam + 0.6);
  sewOn(draft, inner,
        {names.id("sleeve"), {"left", "bottom", "right"}, placed, lappedSeam(names, "sleeve-seam", "S02")});
  const double in = kFoamInset;
  Piece pad = madeOf(call, draft, "foam", "foam-back", foam);
  pad.name = "Removable back pad";
  pad.layer = "foam";
  pad.thickness_mm = foam;
  pad.edges = makeEdges(
      {shape.origin + Vec2{in, in}, shape.width_mm - 2 * in, shape.height_mm - 2 * in, kRadius, kRadius, -1},
      0);
  const std::string id = pad.id;
  addPatch(draft, inner, std::move(pad), 0.4);
  addWork(draft, {id + "-insert", "B08", call.assembly, 1, 0, {id}});
  closeMouth(call, draft, {names.id("sleeve"), inner.piece, inner.origin, inner.u_axis.x});
  inner.lift_mm += foam + 1;
}

/// What modules find on the back: `foam` mm under spacer mesh.
void coverBack(PackDraft& draft, double foam) {
  constexpr double kMesh = 4;
  double& lift = draft.body.hosts["back"].lift_mm;
  lift = foam + kMesh;
  standOff(draft, std::max(0.0, lift - kBackGap));
}

}  // namespace

void buildFoamBack(const ModuleCall& call, PackDraft& draft) {
  const double foam = draft.thicknessOf("foam-back", call.number("foam", 5));
  const BackPiece back = backPieceOf(draft);
  addPad(call, draft, back, foamOf(call, draft, back, {"Back foam", foam}));
  addSpacer(call, draft, back, foam + 1);
  addQuilting(call, draft, back, static_cast<int>(std::lround(call.number("channels", 3))));
  coverBack(draft, foam);
}

void buildPadInSleeve(const ModuleCall& call, PackDraft& draft) {
  const double foam = draft.thicknessOf("foam-back", call.number("foam", 6));
  const BackPiece back = backPieceOf(draft);
  if (findPiece(draft.pack, hostOf(draft, "back-inner").piece)->layer != "lining") {
    addOwnSleeve(call, draft, foam);
    return;
  }
  BackPiece sleeve = back;
  openPadMouth(sleeve.piece);
  addPad(call, draft, back, foamOf(call, draft, sleeve, {"Removable back pad", foam}), -foam - 0.5);
  closeMouth(call, draft, {hostOf(draft, "back-inner").piece, back.piece.id});
}

FamilySpec padInSleeveSpec() {
  return {"pad-in-sleeve", {{"foam", false, {}, Dimension::Length, false}}, {}, {}};
}

FamilySpec foamBackSpec() {
  return {"foam-back",
          {{"foam", false, {}, Dimension::Length, false}, {"channels", false, {}, Dimension::Number, false}},
          {},
          {}};
}

namespace {

// Two columns 85 x 380 and a lumbar pad 200 x 80 (construction reference, section 7), smaller on a smaller
// back. Between them a channel up the spine and one across.
struct ChannelledPads {
  double column_mm = 85, lumbar_width_mm = 200, lumbar_height_mm = 80;
  double spine_mm = 36, across_mm = 12;  ///< the channels
  double low = 0, high = 0;              ///< of the columns
  double lumbar_low = 0;
};

constexpr double kColumnTop = 30, kColumnFoot = 15;  // radii; the top fits under an arch

/// How high up an outline reaches beside its middle.
double highestAt(const Polyline& outline, double x) {
  const std::size_t n = outline.size();
  double high = -1e9;
  for (std::size_t i = 0; i < n; ++i) {
    const Vec2 a = outline[i], b = outline[(i + 1) % n];
    if ((a.x < x) != (b.x < x)) high = std::max(high, glm::mix(a.y, b.y, (x - a.x) / (b.x - a.x)));
  }
  return high;
}

ChannelledPads padsOn(const BackPiece& back) {
  constexpr double kAboveFoot = 8, kLongest = 380, kShare = 0.68, kCorner = 1 - 0.7072;
  const Polyline inset = insetOutline(back, kFoamInset);
  const Box2 box = boxOf(inset);
  const double width = box.high.x - box.low.x, height = box.high.y - box.low.y;
  ChannelledPads pads;
  pads.lumbar_width_mm = std::min(pads.lumbar_width_mm, 0.88 * width);
  pads.lumbar_height_mm = std::min(pads.lumbar_height_mm, 0.19 * height);
  pads.column_mm = std::min(pads.column_mm, (0.88 * width - pads.spine_mm) / 2);
  pads.lumbar_low = box.low.y + kAboveFoot;
  pads.low = pads.lumbar_low + pads.lumbar_height_mm + pads.across_mm;
  const double corner = pads.spine_mm / 2 + pads.column_mm - kCorner * kColumnTop;
  const double middle = (box.low.x + box.high.x) / 2;
  const double top = std::min(box.high.y, highestAt(inset, middle + corner) + kCorner * kColumnTop);
  pads.high = std::min({top, pads.low + kLongest, pads.low + kShare * height});
  return pads;
}

/// A closed line inside a piece's outline from the middle of its foot round to there again, so that it is the
/// same line on a mirrored part.
Polyline ringInside(const Piece& piece, double inset_mm) {
  Piece shrunk;
  shrunk.edges = piece.edges;
  for (Edge& edge : shrunk.edges) edge.allowance_mm = -inset_mm;
  Polyline ring = cutLineOf(shrunk);
  const Box2 box = boxOf(ring);
  const Vec2 foot{(box.low.x + box.high.x) / 2, box.low.y};
  std::size_t before = 0;  // the vertex that the foot's level line comes from
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec2 a = ring[i], b = ring[(i + 1) % ring.size()];
    if (a.x <= foot.x && b.x > foot.x && b.y < box.low.y + 1) before = i;
  }
  std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(before) + 1, ring.end());
  ring.insert(ring.begin(), foot);
  ring.push_back(foot);
  return ring;
}

/// Stuck to the back, then stitched to it 3 inside its edge.
void addSewnPad(const ModuleCall& call, PackDraft& draft, const BackPiece& back, Piece pad) {
  constexpr double kInside = 3;
  const std::string id = pad.id;
  Polyline ring = ringInside(pad, kInside);
  const Box2 box = boxOf(ring);
  pad.marks.push_back({"stitch-line", MarkKind::Stitch, std::move(ring)});
  addPad(call, draft, back, std::move(pad));
  addStitchLine(
      draft,
      {id + "-stitch", "Pad to the back, 3 inside", call.assembly, "pad on back", {{id, "stitch-line"}}});
  const PartNames names{id, "", call.assembly, "Back pad"};
  addCounted(
      draft, names,
      {"glue", "", "sglue", "adhesive tape under the pad", 0, 2 * (box.high.y - box.low.y) / 1000, {}});
}

Piece padPiece(const ModuleCall& call, const PackDraft& draft, const char* name, double foam) {
  Piece pad = madeOf(call, draft, name, "foam-back", foam);
  pad.thickness_mm = foam;
  return pad;
}

}  // namespace

void buildChannelledBack(const ModuleCall& call, PackDraft& draft) {
  const double foam = draft.thicknessOf("foam-back", call.number("foam", 10));
  const BackPiece back = backPieceOf(draft);
  const ChannelledPads pads = padsOn(back);
  const Box2 box = boxOf(insetOutline(back, kFoamInset));
  const double middle = (box.low.x + box.high.x) / 2;
  const double foot = std::min(kColumnFoot, 0.3 * pads.column_mm);
  const double head = std::min(kColumnTop, 0.45 * pads.column_mm);
  for (const BodySide& side : kSides) {
    Piece pad = padPiece(call, draft, side.sign < 0 ? "pad-left" : "pad-right", foam);
    pad.name = std::string("Back pad ") + side.name;
    pad.code = call.id("pad");
    pad.mirrored = side.sign > 0;
    const double x = middle + (side.sign < 0 ? -pads.spine_mm / 2 - pads.column_mm : pads.spine_mm / 2);
    pad.edges = makeEdges({{x, pads.low}, pads.column_mm, pads.high - pads.low, foot, head, -1}, 0);
    addSewnPad(call, draft, back, std::move(pad));
  }
  Piece pad = padPiece(call, draft, "pad-lumbar", foam);
  pad.name = "Lumbar pad";
  const double low_round = std::min(25.0, 0.45 * pads.lumbar_height_mm);
  const double high_round = std::min(15.0, 0.3 * pads.lumbar_height_mm);
  pad.edges = makeEdges({{middle - pads.lumbar_width_mm / 2, pads.lumbar_low},
                         pads.lumbar_width_mm,
                         pads.lumbar_height_mm,
                         low_round,
                         high_round,
                         -1},
                        0);
  addSewnPad(call, draft, back, std::move(pad));
  addSpacer(call, draft, back, foam + 1);
  // The mesh is stitched down in the channels, clear of the pads.
  const double across = pads.low - pads.across_mm / 2;
  const double reach = pads.spine_mm / 2 + pads.column_mm;
  addQuiltLine(call, draft, 1, {{middle - reach, across}, {middle + reach, across}});
  addQuiltLine(call, draft, 2, {{middle, pads.low}, {middle, pads.high}});
  coverBack(draft, foam);
}

FamilySpec channelledBackSpec() {
  return {"channelled-back", {{"foam", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
