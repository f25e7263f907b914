#include "configurator/pack/family_harness.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "configurator/catalog/require.h"
#include "configurator/pack/anchor_triangle.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/on_host.h"
#include "configurator/pack/strap_places.h"
#include "configurator/pack/strap_tail.h"
#include "configurator/pack/strap_way.h"

namespace configurator {
namespace {

constexpr double kBindingEase = 1.03;  // binding eaten by curves

/// Padded length by size: POM F, graded +40 and +30.
double paddedLength(PackSize size) {
  constexpr double kLengths[] = {380, 420, 450};
  return kLengths[static_cast<int>(size)];
}

/// A wing is the front of a vest: it grows wider down to the flask and reaches lower than a strap.
constexpr double kWingWider = 60, kWingLonger = 80, kWingBend = 0.35, kWingWidestAt = 0.6, kWingTail = 70;

void makeWing(ShoulderStrap& strap) {
  StrapShape& shape = strap.shape;
  strap.is_wing = true;
  shape.length_mm = std::min(shape.length_mm + kWingLonger, 0.78 * lengthOf(strap.path->points));
  shape.width_mm += kWingWider;
  shape.widest_at = kWingWidestAt;
  shape.tail_width_mm = kWingTail;
  shape.bend *= kWingBend;
  strap.centre = centreLineOf(shape);
}

ShoulderStrap makeStrap(const PackDraft& draft, const BodySide& side, std::shared_ptr<const BodyPath> way,
                        double foam_mm) {
  ShoulderStrap strap{side, {}, {}, std::move(way), foam_mm, draft.body.stand_off_mm};
  const double width = draft.parameter("strap-width");
  strap.shape.length_mm =
      std::min(paddedLength(draft.pack.size) + strap.stand_off_mm, 0.72 * lengthOf(strap.path->points));
  strap.shape.width_mm = width;
  strap.shape.anchor_width_mm = 0.8 * width;
  strap.shape.bend = -side.sign;
  strap.centre = centreLineOf(strap.shape);
  return strap;
}

/// One layer of a strap: what differs between shell, foam and face.
struct Layer {
  const char* name;
  const char* text;
  const char* zone;
  const char* layer;
  double size = 0, inset_mm = 0, lift_mm = 0, thickness_mm = 0.3;
};

void addLayer(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, const Layer& layer) {
  Piece piece = makePiece(draft, namesOf(call, strap.side, "Shoulder strap"),
                          {layer.name, layer.zone, layer.layer, layer.text, layer.size});
  piece.mirrored = strap.side.sign > 0;
  constexpr double kBound = 6, kTurned = 10;  // binding takes the raw edges; what is turned needs more
  const bool foam = layer.inset_mm > 0, bound = !foam && strap.foam_mm > 0;
  piece.edges = edgesOf(strap.shape, {layer.inset_mm,
                                      foam    ? 0
                                      : bound ? kBound
                                              : kTurned,
                                      bound ? EdgeFinish::Bound : EdgeFinish::Raw});
  if (!foam) piece.edges.front().allowance_mm = 15;
  piece.surface = layAlong(strap.centre, strap.path, layer.lift_mm);
  piece.thickness_mm = layer.thickness_mm;
  addPiece(draft, std::move(piece));
}

/// Face mesh, foam and shell; without padding the shell's own cloth twice.
void addStrapCloth(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap) {
  if (strap.foam_mm <= 0) {
    addLayer(call, draft, strap, {"face", "inner layer", "strap-shell", "shell", 0, 0, 0.0, 0.3});
    addLayer(call, draft, strap, {"shell", "shell", "strap-shell", "shell", 0, 0, shellLift(strap), 0.3});
    return;
  }
  addLayer(call, draft, strap, {"face", "face mesh", "strap-face", "mesh", 0, 0, 0.0, 2.0});
  addLayer(call, draft, strap, {"foam", "foam", "foam-strap", "foam", strap.foam_mm, 6, 2.2, strap.foam_mm});
  addLayer(call, draft, strap, {"shell", "shell", "strap-shell", "shell", 0, 0, shellLift(strap), 0.3});
}

/// Both layers of an unpadded strap face to face, turned out and topstitched: nothing stiffens their edge.
void turnOut(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, Seam seam) {
  seam.seam_class = "1.06.01";
  seam.operation = "S02";
  seam.finish = "turned, edges pressed out";
  const Run edge = seam.runs[0];
  addSeam(draft, std::move(seam));
  StitchLine top{call.part + "." + strap.side.of("topstitch"),
                 std::string("Topstitch of strap ") + strap.side.name, call.assembly, "topstitch", edge};
  top.seam_class = "2.02.03";
  top.operation = "S03";
  addStitchLine(draft, std::move(top));
}

/// Face, foam and shell laminated, closed and bound.
void bindLayers(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, Seam seam) {
  const Run edge = seam.runs[0];
  const std::vector<std::string> layers{seam.runs[0].front().piece, seam.runs[1].front().piece};
  seam.operation = "";  // laminating and closing a strap is one operation, charged below
  seam.finish = "bound";
  addSeam(draft, std::move(seam));
  addWork(draft, {call.part + "." + strap.side.of("laminate"), "S09", call.assembly, 1,
                  lengthOf(draft.pack, edge) / 1000, layers});
  StitchLine binding{call.part + "." + strap.side.of("binding-stitch"),
                     std::string("Strap binding ") + strap.side.name, call.assembly, "binding", edge};
  binding.seam_class = "3.05.01";
  binding.operation = "S10";
  addStitchLine(draft, binding);
}

void addStrapLayers(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap) {
  addStrapCloth(call, draft, strap);
  const std::string shell = call.part + "." + strap.side.of("shell");
  const std::string face = call.part + "." + strap.side.of("face");
  const Run around[2] = {{{shell, "right"}, {shell, "tail"}, {shell, "left"}},
                         {{face, "right"}, {face, "tail"}, {face, "left"}}};
  Seam seam{call.part + "." + strap.side.of("close"),
            std::string("Strap layers ") + strap.side.name,
            call.assembly,
            {around[0], around[1]}};
  if (strap.foam_mm > 0)
    bindLayers(call, draft, strap, std::move(seam));
  else
    turnOut(call, draft, strap, std::move(seam));
}

/// The binding along one edge of a strap.
RibbonShape edgeBand(const ShoulderStrap& strap, const Edge& edge) {
  const Surface surface = layAlong(strap.centre, strap.path, strap.foam_mm / 2 + 1.2);
  RibbonShape band;
  band.width_mm = strap.foam_mm + 4;
  band.thickness_mm = 0.8;
  for (const Vec2& p : edge.points) {
    const Vec2 middle = pointAlong(strap.centre, std::clamp(p.y, 0.0, strap.shape.length_mm));
    band.path.push_back(surface(p));
    const Vec3 out = surface(p) - surface(glm::mix(p, middle, 0.02));
    band.normals.push_back(glm::length(out) > 1e-9 ? glm::normalize(out) : Vec3{1, 0, 0});
  }
  return band;
}

/// The binding seen along the strap's edge: one band on each long side.
void addBinding(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap) {
  std::vector<Shape> bands;
  double length = 0;
  for (const Edge& edge : edgesOf(strap.shape, {})) {
    if (edge.name == "anchor") continue;
    length += lengthOf(edge.points);
    if (edge.points.size() > 2) bands.emplace_back([strap, edge] { return edgeBand(strap, edge); });
  }
  addNarrow(draft, namesOf(call, strap.side, "Shoulder strap"),
            {"binding", "binding", "binding", 0, length * kBindingEase, std::move(bands)});
}

/// The strap's upper end on the back panel: a mark, the seam to it and two bartacks.
void addUpperAnchor(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap) {
  const Host& back = hostOf(draft, "back");
  const Vec2 at = hostPlaceOf(back, anchorOf(draft, strap.side.of("strap-top")));
  const double half = strap.shape.anchor_width_mm / 2;
  const std::string mark = call.part + "." + strap.side.of("anchor");
  const std::string back_piece = back.piece;
  const Polyline line{onPiece(back, at - Vec2{half, 0}), onPiece(back, at + Vec2{half, 0})};
  addMark(draft, back_piece, {mark, MarkKind::Placement, line});
  const std::string shell = call.part + "." + strap.side.of("shell");
  Seam seam{call.part + "." + strap.side.of("anchor-seam"),
            std::string("Strap to back ") + strap.side.name,
            call.assembly,
            {{{shell, "anchor"}}, {{back_piece, mark}}}};
  seam.seam_class = "2.01.01";
  seam.operation = "";  // basting a strap end is charged below
  seam.rows = 2;
  addSeam(draft, seam);
  addWork(draft, {call.part + "." + strap.side.of("baste"), "B03", call.assembly, 2, 0, {shell}});
  for (const double t : {-0.6, 0.6}) {
    addTack(draft,
            {mark + (t < 0 ? "-tack-inner" : "-tack-outer"), call.assembly, back_piece,
             "shoulder strap anchor", TackType::Bartack42, onPiece(back, at + Vec2{t * half, 0}), 90, true});
  }
}

/// The strip that carries both strap anchors across the back.
void addYoke(const ModuleCall& call, PackDraft& draft) {
  const Host& back = hostOf(draft, "back");
  constexpr double kHeight = 60;
  const double anchors = hostPlaceOf(back, anchorOf(draft, "strap-top-left")).y;
  const double v = std::min(anchors - kHeight / 2, back.height_mm - kHeight);  // on the back, not above it
  Piece yoke;
  yoke.id = call.id("yoke");
  yoke.name = "Yoke strip under the strap anchors";
  yoke.assembly = call.assembly;
  yoke.zone = "lining";
  yoke.item = draft.item("lining").id;
  yoke.layer = "reinforcement";
  const double width =
      std::min({back.width_mm, 0.86 * draft.body.width_mm, widthBetween(back, v, v + kHeight)});
  const double left = (back.width_mm - width) / 2;
  const std::vector<Edge> placed = makeEdges({{left, v}, width, kHeight, 0, 0, -1}, 10, EdgeFinish::Raw);
  yoke.edges = placed;
  yoke.surface = [host = back](Vec2 p) { return onHost(host, p, -0.6); };
  addPiece(draft, std::move(yoke));
  Seam seam;
  seam.id = call.id("yoke-seam");
  seam.name = "Yoke strip to back panel";
  seam.assembly = call.assembly;
  seam.seam_class = "2.01.01";
  seam.operation = "S03";
  sewOn(draft, back, {call.id("yoke"), {"bottom", "top"}, placed, std::move(seam)});
}

}  // namespace

PartNames namesOf(const ModuleCall& call, const BodySide& side, const std::string& name) {
  return {call.part, std::string("-") + side.name, call.assembly, name + " " + side.name};
}

void addLadderLock(const ModuleCall& call, PackDraft& draft, const BodySide& side, const LadderLock& lock) {
  addCounted(draft, namesOf(call, side, lock.of),
             {"ladder-lock", "ladder-lock", "", "ladder lock", lock.size, 1, {lock.shape}});
}

Vec3 anchorOf(const PackDraft& draft, const std::string& id) {
  const auto found = draft.body.anchors.find(id);
  if (found == draft.body.anchors.end()) broken("the body offers no point " + id);
  return found->second.at();
}

const Host& hostOf(const PackDraft& draft, const std::string& id) {
  const auto found = draft.body.hosts.find(id);
  if (found == draft.body.hosts.end()) broken("the body offers no host " + id);
  return found->second;
}

Vec2 flatUnder(const Surface& cloth, Vec3 at, Vec2 from) {
  constexpr int kMostSteps = 8;
  constexpr double kSettled = 1e-6;  // mm
  for (int i = 0; i < kMostSteps; ++i) {
    const Vec3 here = cloth(from), off = at - here;
    const Vec3 u = cloth(from + Vec2{1, 0}) - here, v = cloth(from + Vec2{0, 1}) - here;
    const double uu = glm::dot(u, u), uv = glm::dot(u, v), vv = glm::dot(v, v);
    const double det = std::max(uu * vv - uv * uv, 1e-9), a = glm::dot(off, u), b = glm::dot(off, v);
    const Vec2 step = Vec2{vv * a - uv * b, uu * b - uv * a} / det;
    from += step;
    if (glm::length(step) < kSettled) break;
  }
  return from;
}

Vec2 hostPlaceOf(const Host& host, Vec3 at) {
  return flatUnder(host.outside, at, {host.width_mm / 2, host.height_mm / 2});
}

void buildPaddedHarness(const ModuleCall& call, PackDraft& draft) {
  const bool padded = call.word("padding", "foam") == "foam";
  const double foam = padded ? draft.thicknessOf("foam-strap", call.number("foam", 8)) : 0;
  const double tail = call.number("tail-size", 20);
  addYoke(call, draft);
  const bool wings = call.word("shape", "strap") == "wing";
  const auto ways = strapWays(draft, wings);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const BodySide& side = kSides[i];
    ShoulderStrap strap = makeStrap(draft, side, ways[i], foam);
    if (wings) makeWing(strap);
    addStrapLayers(call, draft, strap);
    if (padded) addBinding(call, draft, strap);
    addTail(call, draft, strap, tail);
    addUpperAnchor(call, draft, strap);
    addAnchorTriangle(call, draft,
                      {side.of("anchor-patch"), anchorOf(draft, side.of("strap-bottom")),
                       strap.path->points[strap.path->points.size() - 2], side.sign > 0});
    offerStrap(draft, strap, call.part + "." + side.of("shell"));
    if (side.sign > 0) {
      addMeasure(draft, "F", strap.shape.length_mm);
      addMeasure(draft, "G", strap.shape.width_mm);
      addMeasure(draft, "J", tailExcess(draft));
    }
  }
  const double spread = anchorOf(draft, "strap-top-right").x - anchorOf(draft, "strap-top-left").x;
  addMeasure(draft, "H", spread - 0.8 * draft.parameter("strap-width"));
  if (padded) addMeasure(draft, "I", foam);
}

FamilySpec paddedHarnessSpec() {
  return {"padded-harness",
          {{"foam", false, {}, Dimension::Length, false},
           {"tail-size", false, {}, Dimension::Length, false},
           {"shape", true, {"strap", "wing"}, Dimension::Number, false},
           {"padding", true, {"foam", "none"}, Dimension::Number, false}},
          {"body.width", "body.height", "body.depth"},
          {}};
}

namespace {

/// One strap of bare webbing: an X-box on the back, a lock on a tab below, the free end turned through a
/// tri-glide.
void addWebbingStrap(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, double size) {
  constexpr double kLockFromEnd = 60, kGlideAboveLock = 90, kAbove = 2.4;
  const BodySide& side = strap.side;
  const double whole = lengthOf(strap.path->points), lock_at = whole - kLockFromEnd;
  const PartNames names = namesOf(call, side, "Shoulder strap");
  const Shape band = [path = strap.path, lock_at, size] {
    return ribbonOn(stretchOf(*path, 0, lock_at), size, 1.6);
  };
  addNarrow(draft, names,
            {"strap", "webbing", "webbing", size, lock_at + tailExcess(draft) / 2 + kTurnUnder, {band}});
  addStrapLock(call, draft, strap, {lock_at, size, kAbove});
  const Shape glide = [path = strap.path, at = lock_at - kGlideAboveLock, whole, size] {
    const BodyPath on = stretchOf(*path, at, whole);
    return ModelShape{"tri-glide", on.points[0] + kAbove * on.normals[0],
                      glm::normalize(on.points[1] - on.points[0]), on.normals[0], size / 20};
  };
  addCounted(draft, names, {"tri-glide", "tri-glide", "", "tri-glide", size, 1, {glide}});
  addWork(draft, {call.part + "." + side.of("thread-glide"), "S20", call.assembly, 1, 0, {}});
  addWork(draft, {call.part + "." + side.of("baste"), "B03", call.assembly, 2, 0, {}});
  const Host& back = hostOf(draft, "back");
  const Vec2 at = hostPlaceOf(back, anchorOf(draft, side.of("strap-top")));
  addTack(draft, {call.part + "." + side.of("anchor-box"), call.assembly, back.piece, "shoulder strap anchor",
                  TackType::XBox, onPiece(back, xBoxOn(draft, back, at)), 0, true});
  addAnchorTriangle(call, draft,
                    {side.of("anchor-patch"), anchorOf(draft, side.of("strap-bottom")),
                     pointAlong(strap.path->points, lock_at), side.sign > 0, TackType::XBox});
}

}  // namespace

void buildWebbingHarness(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 25);
  addYoke(call, draft);
  const auto ways = strapWays(draft, false);
  for (std::size_t i = 0; i < ways.size(); ++i) {
    const ShoulderStrap strap = makeStrap(draft, kSides[i], ways[i], 0);
    addWebbingStrap(call, draft, strap, size);
    offerBareStrap(draft, strap, size);
  }
  const double spread = anchorOf(draft, "strap-top-right").x - anchorOf(draft, "strap-top-left").x;
  addMeasure(draft, "H", spread - size);
  addMeasure(draft, "G", size);
  addMeasure(draft, "J", tailExcess(draft) / 2);
}

FamilySpec webbingHarnessSpec() {
  return {"webbing-harness", {{"size", false, {}, Dimension::Length, false}}, {}, {}};
}

}  // namespace configurator
