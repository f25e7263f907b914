#include "configurator/pack/family_hip_belt.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/lumbar_pad.h"
#include "configurator/pack/pocket.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {
namespace {

// mm of padding on each side, unless the option says otherwise
constexpr double kWingLength = 250, kWingWidth = 100;

/// How high a belt from a height on the back lies at the flank and before: level, but of a short pack so far
/// down that it runs free below the arms.
double beltHeight(const Torso& torso, double from_y) {
  constexpr double kArmpitBelowC7 = 190, kFree = 110;
  return std::min(from_y, torso.c7_y_mm - kArmpitBelowC7 - kFree);
}

/// A place on the skin at one height, from the middle of the back (0) round the side to the middle of the
/// front (1), with its normal.
struct HipPlace {
  Vec3 at, normal;
};
HipPlace hipPlace(const TorsoSection& section, double side, double around, double lift_mm) {
  const double angle = std::numbers::pi * (0.5 - around);
  const double c = std::max(std::cos(angle), 0.0);
  const double s = std::sin(angle);
  const double power = 2 / section.n;
  const Vec3 normal{side * std::pow(c, 2 - power) / section.a, 0,
                    std::copysign(std::pow(std::abs(s), 2 - power), s) / section.b};
  return {{side * (section.a + lift_mm) * std::pow(c, power), section.y,
           section.centre_z + (section.b + lift_mm) * std::copysign(std::pow(std::abs(s), power), s)},
          glm::normalize(normal)};
}

/// Half a way round the hips: from the body's corner on the back to the middle of the front. It goes down
/// little by little: cloth laid along it bends no further than it can.
BodyPath halfHips(const PackDraft& draft, const BodySide& side, double lift_mm) {
  const Vec3 from = anchorOf(draft, side.of("hip"));
  const Torso& torso = draft.body.torso;
  const double level = beltHeight(torso, from.y);
  constexpr int kParts = 48;
  constexpr double kDown = 0.55;  // of half a way round
  BodyPath ring;
  ring.points.push_back(from);
  int first = -1;
  for (int i = 0; i <= kParts; ++i) {
    const double around = static_cast<double>(i) / kParts;
    const double turned = first < 0 ? 0 : std::min(1.0, static_cast<double>(i - first) / (kDown * kParts));
    const double y = glm::mix(from.y, level, turned * turned * (3 - 2 * turned));
    TorsoSection section = sectionAt(torso, y);
    section.y = y;
    const HipPlace place = hipPlace(section, side.sign, around, lift_mm);
    if (side.sign * place.at.x < side.sign * from.x && around < 0.5) continue;  // behind the pack's corner
    if (first < 0) first = i;
    ring.points.push_back(place.at);
    ring.normals.push_back(place.normal);
  }
  ring.normals.insert(ring.normals.begin(), ring.normals.front());
  ring.bed = std::make_shared<const StrapBed>(torso, ring.points, ring.normals, 0);
  return ring;
}

Fitting madeOf(const ModuleCall& call, const std::string& id, const std::string& name) {
  Fitting fitting;
  fitting.id = call.id(id);
  fitting.name = name;
  fitting.assembly = call.assembly;
  return fitting;
}

/// Half the belt's webbing by size (construction practice 600/625/650).
double webbingHalf(PackSize size) {
  return 600 + 25.0 * static_cast<int>(size);
}

void addBeltWebbing(const ModuleCall& call, PackDraft& draft, const BodySide& side, double lift_mm) {
  const double size = call.number("size", 25);
  const BodyPath path = halfHips(draft, side, lift_mm);
  Fitting webbing = madeOf(call, side.of("webbing"), std::string("Belt webbing ") + side.name);
  webbing.zone = "webbing";
  webbing.item = draft.item("webbing", size).id;
  webbing.amount = webbingHalf(draft.pack.size) / 1000;
  webbing.shapes.emplace_back(ribbonOn(path, size, 1.4));
  addFitting(draft, std::move(webbing));
}

/// The box that holds the belt's webbing, on a piece that lies in the back's plane, and the patch behind it.
void addAnchorBox(const ModuleCall& call, PackDraft& draft, const BodySide& side, const Host& host) {
  const Vec2 at = xBoxOn(draft, host, hostPlaceOf(host, anchorOf(draft, side.of("hip"))));
  PartNames names = namesOf(call, "Belt anchor");
  names.suffix = std::string("-") + side.name;
  if (host.id == "back" && draft.body.hosts.count("back") == 1 && host.piece == hostOf(draft, "back").piece)
    addBackingPatch(draft, names, host, at);
  addTack(draft, {call.part + "." + side.of("anchor-box"), call.assembly, host.piece, "hip belt anchor",
                  TackType::XBox, onPiece(host, at), 0});
}

/// Round the wearer from fixing to fixing: the pack's back and on each side what shows of the webbing, the
/// buckle between. A belt pulled in has its buckle at the wings' tips, or where webbing alone leaves the
/// pack.
void addBeltRange(const ModuleCall& call, PackDraft& draft, double wing_mm) {
  constexpr double kStub = 40, kSewnAndGrip = 120, kBucklePerSize = 2;
  const double between = glm::distance(anchorOf(draft, "hip-left"), anchorOf(draft, "hip-right")) +
                         kBucklePerSize * call.number("size", 25);
  addMeasure(draft, "M", between + 2 * std::max(kStub, wing_mm));
  addMeasure(draft, "MX", between + 2 * (webbingHalf(draft.pack.size) - kSewnAndGrip));
}

/// A strap from the wing to the pack's corner above it, which draws the wing in.
void addSnugger(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kSize = 20, kCut = 0.38, kOnWing = 90, kAbove = 90;
  const BodyPath wing = halfHips(draft, side, draft.thicknessOf("foam-strap", call.number("foam", 8)) + 8);
  const BodyPath end = stretchOf(wing, kOnWing, kOnWing + 8);
  const Vec3 corner = anchorOf(draft, side.of("hip")) + Vec3{0, kAbove, 0};
  Fitting strap = madeOf(call, side.of("snugger"), std::string("Belt snugger strap ") + side.name);
  strap.zone = "webbing";
  strap.item = draft.item("webbing", kSize).id;
  strap.amount = kCut;
  strap.shapes.emplace_back(
      ribbonOn({{end.points.front(), corner}, {end.normals.front(), end.normals.front()}}, kSize, 1.4));
  addFitting(draft, std::move(strap));
  addLadderLock(call, draft, side,
                {"Belt snugger ladder lock", kSize,
                 ModelShape{"ladder-lock", end.points.front(), glm::normalize(corner - end.points.front()),
                            end.normals.front(), kSize / 20}});
  addWork(draft, {call.part + "." + side.of("thread-snugger"), "S20", call.assembly, 1, 0, {}});
}

void addBeltBuckle(const ModuleCall& call, PackDraft& draft, double lift_mm) {
  const double size = call.number("size", 25);
  const BodyPath path = halfHips(draft, kSides[1], lift_mm);
  Fitting buckle = madeOf(call, "buckle", "Hip belt buckle");
  buckle.zone = "buckle";
  buckle.item = draft.item("buckle", size).id;
  const Vec3 at = path.points.back();
  buckle.shapes.emplace_back(
      ModelShape{"side-release-buckle", {0, at.y, at.z - 5}, {1, 0, 0}, {0, 0, -1}, size / 20});
  addFitting(draft, std::move(buckle));
  addWork(draft, {call.id("thread"), "S20", call.assembly, 2, 0, {}});
}

/// One padded wing: a strap that tapers from the pack to the front.
StrapShape wingShape(const ModuleCall& call) {
  StrapShape shape;
  shape.length_mm = call.number("wing-length", kWingLength);
  shape.width_mm = call.number("wing-width", kWingWidth);
  shape.anchor_width_mm = shape.width_mm - 4;
  shape.tail_width_mm = 0.55 * shape.width_mm;
  shape.bend = 0;
  return shape;
}

/// The way round the hips that a wing's cloth is laid along.
BodyPath wingPath(const ModuleCall& call, const PackDraft& draft, const BodySide& side, double lift_mm) {
  BodyPath path = halfHips(draft, side, lift_mm);
  path.eased_half_width_mm = wingShape(call).width_mm / 2;
  return path;
}

struct WingLayer {
  const char* name;
  const char* text;
  const char* zone;
  const char* layer;
  double size = 0, inset_mm = 0, lift_mm = 0, thickness_mm = 0.3;
};

void addWingLayer(const ModuleCall& call, PackDraft& draft, const BodySide& side, const WingLayer& layer) {
  const StrapShape shape = wingShape(call);
  const Polyline centre = centreLineOf(shape);
  const BodyPath path = wingPath(call, draft, side, 3 + layer.lift_mm);
  Piece piece;
  piece.id = call.part + "." + side.of(layer.name);
  piece.name = std::string("Belt wing ") + layer.text + " " + side.name;
  piece.code = call.part + "." + layer.name;
  piece.mirrored = side.sign > 0;
  piece.assembly = call.assembly;
  piece.zone = layer.zone;
  piece.item = draft.item(layer.zone, layer.size).id;
  piece.layer = layer.layer;
  const bool foam = layer.inset_mm > 0;
  piece.edges =
      edgesOf(shape, {layer.inset_mm, foam ? 0.0 : 10.0, foam ? EdgeFinish::Raw : EdgeFinish::Bound});
  piece.surface = layAlong(centre, path, 0);
  piece.thickness_mm = layer.thickness_mm;
  addPiece(draft, std::move(piece));
}

/// The binding along one edge of a wing, which lies upright: straight centre line along +y.
RibbonShape wingBand(const BodyPath& path, const Edge& edge, double foam_mm) {
  const Surface cloth = layAlong({{0, 0}, {0, 400}}, path, 0);
  RibbonShape band;
  band.width_mm = foam_mm + 4;
  band.thickness_mm = 0.8;
  for (const Vec2& p : refined(edge.points, 8)) {
    const Vec3 out = cloth(p) - cloth({0.9 * p.x, p.y - 1});
    band.path.push_back(cloth(p));
    band.normals.push_back(glm::normalize(out));
  }
  return band;
}

void addWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  const double foam = draft.thicknessOf("foam-strap", call.number("foam", 8));
  addWingLayer(call, draft, side, {"face", "face mesh", "strap-face", "mesh", 0, 0, 0, 2.0});
  addWingLayer(call, draft, side, {"foam", "foam", "foam-strap", "foam", foam, 8, 2.2, foam});
  addWingLayer(call, draft, side, {"shell", "shell", "strap-shell", "shell", 0, 0, foam + 4.5, 0.3});
  const std::string shell = call.part + "." + side.of("shell");
  const std::string face = call.part + "." + side.of("face");
  Seam seam{call.part + "." + side.of("close"),
            std::string("Belt wing layers ") + side.name,
            call.assembly,
            {{{shell, "right"}, {shell, "tail"}, {shell, "left"}},
             {{face, "right"}, {face, "tail"}, {face, "left"}}}};
  seam.operation = "";  // a belt wing is one operation, charged below
  seam.finish = "bound";
  addSeam(draft, seam);
  const double edge = lengthOf(draft.pack, seam.runs[0]);
  addWork(draft, {call.part + "." + side.of("wing"), "S15", call.assembly, 1, edge / 1000, {shell, face}});
  Fitting binding = madeOf(call, side.of("binding"), std::string("Belt wing binding ") + side.name);
  binding.zone = "binding";
  binding.item = draft.item("binding").id;
  binding.amount = edge * 1.03 / 1000;
  for (const Edge& bound : edgesOf(wingShape(call), {})) {
    if (bound.name == "anchor") continue;
    binding.shapes.emplace_back([bound, foam, path = wingPath(call, draft, side, 3 + foam / 2 + 1.2)] {
      return wingBand(path, bound, foam);
    });
  }
  addFitting(draft, std::move(binding));
}

/// The wing as a place of its own, seen from outside with its long side level.
void offerWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  constexpr double kFrom = 45, kLength = 154, kHeight = 80;
  Host host;
  host.id = side.of("belt-wing");
  host.piece = call.part + "." + side.of("shell");
  const Surface cloth = findPiece(draft.pack, host.piece)->surface;
  const bool x_is_up = cloth({10, kFrom}).y > cloth({-10, kFrom}).y;
  host.v_axis = {x_is_up ? 1.0 : -1.0, 0.0};
  host.u_axis = {0.0, x_is_up ? -1.0 : 1.0};
  const Vec2 middle{0, kFrom + kLength / 2};
  host.origin = middle - host.u_axis * (kLength / 2) - host.v_axis * (kHeight / 2);
  host.width_mm = kLength;
  host.height_mm = kHeight;
  host.outside = [cloth, origin = host.origin, u = host.u_axis, v = host.v_axis](Vec2 uv) {
    return cloth(origin + uv.x * u + uv.y * v);
  };
  host.lift_mm = 0.3;
  draft.body.hosts[host.id] = std::move(host);
}

void addWingPocket(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  offerWing(call, draft, side);
  PocketPlan plan;
  plan.names = {call.part + "-pocket", std::string("-") + side.name, call.assembly,
                std::string("Belt pocket ") + side.name};
  plan.spot = fitted(draft, {side.of("belt-wing"), {2, 2}, 150, 76});
  plan.fullness_mm = 20;
  plan.corner_radius_mm = 18;
  plan.zip = 3;
  plan.mirrored = side.sign > 0;
  plan.offers_host = false;
  addPocket(draft, plan);
}

/// Where a wing's broad end is set: upright on the back, at the hip.
Polyline anchorLine(const PackDraft& draft, const Host& back, Vec3 hip, double width_mm) {
  constexpr double kInside = 2;
  Vec2 at = hostPlaceOf(back, hip);
  at.y = std::max(at.y, width_mm / 2);
  return movedOnto(draft, back, {at - Vec2{0, width_mm / 2}, at + Vec2{0, width_mm / 2}}, kInside);
}

Seam anchorSeam(const ModuleCall& call, const BodySide& side) {
  Seam seam;
  seam.id = call.part + "." + side.of("anchor-seam");
  seam.name = std::string("Belt wing set on, ") + side.name;
  seam.assembly = call.assembly;
  seam.runs[0] = {{call.part + "." + side.of("shell"), "anchor"}};
  seam.seam_class = "2.01.01";
  seam.rows = 2;
  return seam;
}

void setWingOnBack(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  Seam seam = anchorSeam(call, side);
  const double width = lengthOf(draft.pack, seam.runs[0]);
  const Host& back = hostOf(draft, "back");
  const Mark line{call.part + "." + side.of("anchor"), MarkKind::Placement,
                  anchorLine(draft, back, anchorOf(draft, side.of("hip")), width)};
  seam.runs[1] = {{back.piece, markOn(draft, back, line)}};
  addSeam(draft, std::move(seam));
}

/// A detachable belt's wings are sewn to a tongue of cloth that hook and loop holds on the back.
void addTongue(const ModuleCall& call, PackDraft& draft) {
  for (Assembly& assembly : draft.pack.assemblies)
    assembly.detachable = assembly.detachable || assembly.id == call.assembly;
  const Host& back = hostOf(draft, "back");
  Seam seams[2] = {anchorSeam(call, kSides[0]), anchorSeam(call, kSides[1])};
  const double height = lengthOf(draft.pack, seams[0].runs[0]);
  const Polyline ends[2] = {anchorLine(draft, back, anchorOf(draft, "hip-left"), height),
                            anchorLine(draft, back, anchorOf(draft, "hip-right"), height)};
  const bool left_first = ends[0][0].x < ends[1][0].x;
  const Vec2 low = left_first ? ends[0][0] : ends[1][0];
  const double width = std::abs(ends[1][0].x - ends[0][0].x);
  Piece tongue;
  tongue.id = call.id("tongue-cloth");
  tongue.name = "Tongue of the detachable belt";
  tongue.assembly = call.assembly;
  tongue.layer = "reinforcement";
  setMaterial(draft, tongue, "strap-shell");
  tongue.edges = makeEdges({low, width, height, 0, 0, -1}, 10);
  addPatch(draft, back, std::move(tongue), 1.2);
  for (const int i : {0, 1}) {
    seams[i].runs[1] = {{call.id("tongue-cloth"), (i == 0) == left_first ? "left" : "right"}};
    addSeam(draft, std::move(seams[i]));
  }
  Host cloth = back;  // the tongue's flat frame is the back's (u, v)
  cloth.piece = call.id("tongue-cloth");
  cloth.origin = {0, 0};
  cloth.u_axis = {1, 0};
  cloth.v_axis = {0, 1};
  for (const BodySide& side : kSides) addAnchorBox(call, draft, side, cloth);
  Fitting closure = madeOf(call, "tongue", "Hook and loop tongue of the detachable belt");
  closure.zone = "hook-loop";
  closure.item = draft.item("hook-loop", 50).id;
  closure.amount = 0.4;
  addFitting(draft, std::move(closure));
}

}  // namespace

void buildWebbingBelt(const ModuleCall& call, PackDraft& draft) {
  for (const BodySide& side : kSides) {
    addBeltWebbing(call, draft, side, 3);
    addAnchorBox(call, draft, side, hostOf(draft, "back"));
  }
  addBeltBuckle(call, draft, 3);
  addBeltRange(call, draft, 0);
}

FamilySpec webbingBeltSpec() {
  return {"webbing-belt", {{"size", false, {}, Dimension::Length, false}}, {}, {}};
}

void buildPaddedBelt(const ModuleCall& call, PackDraft& draft) {
  const double lift = draft.thicknessOf("foam-strap", call.number("foam", 8)) + 7;
  for (const BodySide& side : kSides) {
    addWing(call, draft, side);
    addBeltWebbing(call, draft, side, lift);
    if (call.word("pockets", "no") == "yes") addWingPocket(call, draft, side);
  }
  addBeltBuckle(call, draft, lift);
  addBeltRange(call, draft, call.number("wing-length", kWingLength));
  if (call.word("lumbar", "no") == "yes") {
    addLumbarPad(call, draft);
    for (const BodySide& side : kSides) addSnugger(call, draft, side);
  }
  if (call.word("detachable", "no") == "yes") {
    addTongue(call, draft);
    return;
  }
  for (const BodySide& side : kSides) {
    setWingOnBack(call, draft, side);
    addAnchorBox(call, draft, side, hostOf(draft, "back"));
  }
}

FamilySpec paddedBeltSpec() {
  return {"padded-belt",
          {{"wing-length", false, {}, Dimension::Length, false},
           {"wing-width", false, {}, Dimension::Length, false},
           {"foam", false, {}, Dimension::Length, false},
           {"size", false, {}, Dimension::Length, false},
           {"lumbar", true, {"yes", "no"}, Dimension::Number, false},
           {"pockets", true, {"yes", "no"}, Dimension::Number, false},
           {"detachable", true, {"yes", "no"}, Dimension::Number, false}},
          {},
          {}};
}

}  // namespace configurator
