// Hose ports and clips, bladders and flasks, and the key clip.
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <optional>
#include <utility>
#include <vector>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_families.h"
#include "configurator/pack/module_trims.h"
#include "configurator/pack/off_skin.h"
#include "configurator/pack/soft_room.h"
#include "configurator/pack/strap_room.h"

namespace configurator {
namespace {

constexpr double kFlapWidth = 76, kFlapHeight = 44;  // over a 40 mm slit

struct Port {
  std::string suffix;
  double u = 0, v = 0, slit_mm = 40;  ///< middle of the slit on the host
};

/// Everything at the back that a port goes through, the wearer's side last.
struct Ply {
  std::string piece;
  Host frame;  ///< the back's (u, v) on that piece
};

/// A piece as a ply at a place of the back, if it lies there.
std::optional<Ply> plyAt(const Host& back, const Piece& piece, Vec2 uv) {
  constexpr double kThick = 30, kArm = 10;
  const Vec3 at = back.outside(uv);
  const Polyline outline = outlineOf(piece);
  const Box2 box = boxOf(outline);
  const Vec2 flat = flatUnder(piece.surface, at, (box.low + box.high) / 2.0);
  if (!isInside(outline, flat) || glm::distance(piece.surface(flat), at) > kThick) return std::nullopt;
  Host frame = back;
  frame.piece = piece.id;
  frame.u_axis = glm::normalize(flatUnder(piece.surface, back.outside(uv + Vec2{kArm, 0}), flat) - flat);
  frame.v_axis = glm::normalize(flatUnder(piece.surface, back.outside(uv + Vec2{0, kArm}), flat) - flat);
  frame.origin = flat - uv.x * frame.u_axis - uv.y * frame.v_axis;
  return Ply{piece.id, frame};
}

/// Lining, back, foam and mesh where a port opens. A vest's port is in one ply of mesh.
std::vector<Ply> pliesAt(const PackDraft& draft, const Host& host, Vec2 uv) {
  if (draft.pack.construction == "vest" || host.id != "back") return {{host.piece, host}};
  std::vector<Ply> plies;
  const auto add = [&](const Piece& piece) {
    if (const auto ply = plyAt(host, piece, uv)) plies.push_back(*ply);
  };
  const auto inner = draft.body.hosts.find("back-inner");
  if (inner != draft.body.hosts.end() && inner->second.piece != host.piece)
    add(*findPiece(draft.pack, inner->second.piece));
  plies.push_back({host.piece, host});
  for (const char* layer : {"foam", "mesh"}) {
    for (const Piece& piece : draft.pack.pieces)
      if (piece.assembly == "back-panel" && piece.layer == layer) add(piece);
  }
  return plies;
}

/// The slit through every ply, its ends tacked, its edge bound with the plies in one fold.
void cutSlit(PackDraft& draft, const PartNames& names, const std::vector<Ply>& plies, Vec2 middle,
             double slit) {
  const Vec2 half{slit / 2, 0};
  for (const Ply& ply : plies)
    markOn(draft, ply.frame, {names.id("slit"), MarkKind::Drill, {middle - half, middle + half}});
  const Host& outer = plies.back().frame;
  StitchLine edge = makeStitch(names, "slit-stitch", "");  // S13 covers it
  edge.purpose = "bound edge of the slit";
  edge.seam_class = "3.05.01";
  edge.run = {{outer.piece, names.id("slit"), 0, slit}, {outer.piece, names.id("slit"), slit, 0}};
  addStitchLine(draft, std::move(edge));
  addNarrow(draft, names, {"binding", "binding", "binding of the slit", 22, 2 * slit + 20, {}});
  addTackOn(draft, names, outer, {"tack-1", "slit end", middle - half, TackType::Bartack28, 90});
  addTackOn(draft, names, outer, {"tack-2", "slit end", middle + half, TackType::Bartack28, 90});
}

/// S13 covers cutting and binding the slit and its flap, which is sewn to the outermost ply.
void addPort(PackDraft& draft, const ModuleCall& call, const Host& host, const Port& port) {
  PartNames names = namesOf(call, "Hose port");
  names.suffix = port.suffix;
  const double width = std::min(std::max(kFlapWidth, port.slit_mm + 30), host.width_mm / 2 - 4);
  const double height = std::min(kFlapHeight, host.height_mm / 3);
  Spot spot{host.id, {port.u - width / 2, port.v - height * 0.6}, width, height};
  spot = fitted(draft, spot);
  const std::vector<Ply> plies = pliesAt(draft, host, {port.u, port.v});
  Piece flap = makePiece(draft, names, {"flap", call.word("zone", "shell"), "reinforcement"});
  flap.mirrored = port.suffix == "-right";
  flap.edges = makeEdges({spot.at, spot.width_mm, spot.height_mm, 12, 0, -1});
  const std::vector<Edge> placed = flap.edges;
  addPatch(draft, host, std::move(flap), 0.6);
  sewOn(draft, plies.back().frame,
        {names.id("flap"), {"left", "top", "right"}, placed, lappedSeam(names, "flap-seam", "")});
  cutSlit(draft, names, plies, {port.u, port.v}, std::min(port.slit_mm, width - 16));
  addWork(draft, {names.id("work"), "S13", call.assembly, 1, 0, {names.id("flap")}});
}

void buildHosePort(const ModuleCall& call, PackDraft& draft) {
  const Host& host = placeOf(draft, call.word("host", "back"));
  const std::string side = call.word("side", "right");
  const double slit = std::clamp(call.number("slit", 40), 20.0, 80.0);
  const double inset = std::clamp(call.number("inset", 45), slit / 2, host.width_mm / 2);
  const double drop = std::clamp(call.number("drop", 40), 20.0, host.height_mm / 2);
  // The host is seen from outside; on the wearer's side of the pack left is left for the wearer too.
  const bool left_first = host.outside({0, 0}).x <= host.outside({host.width_mm, 0}).x;
  const double v = host.height_mm - drop;
  const double left = left_first ? inset : host.width_mm - inset;
  const auto add = [&](const std::string& name, double u) {
    addPort(draft, call, host, {"-" + name, u, v, slit});
    draft.body.hose_ports.push_back({name, host.outside, {u, v}});
  };
  if (side != "right") add("left", left);
  if (side != "left") add("right", host.width_mm - left);
  if (draft.catalog.findMeasure("S") != nullptr) addMeasure(draft, "S", drop);
}

/// An elastic loop across a strap: flat at its tacked ends, arched over the hose in its middle.
RibbonShape loopOverHose(const HostLayers& layers, Vec2 at, double half) {
  constexpr double kArch = 8.5, kOverHose = 10.6;
  constexpr int kParts = 24;
  RibbonShape ribbon;
  ribbon.width_mm = 20;
  ribbon.thickness_mm = 1.2;
  for (int i = 0; i <= kParts; ++i) {
    const double u = half * (2.0 * i / kParts - 1);
    const double arch = std::cos(std::min(std::abs(u) / kArch, 1.0) * std::numbers::pi / 2);
    const SurfacePoint point = layers.over(at + Vec2{u, 0}, 0.6 + kOverHose * std::sqrt(arch));
    ribbon.path.push_back(point.at);
    ribbon.normals.push_back(point.normal);
  }
  return ribbon;
}

void addElasticClip(PackDraft& draft, const PartNames& names, const Host& host, Vec2 at) {
  const double half = std::min(19.0, host.width_mm / 2 - 3);
  const Shape loop([layers = HostLayers(draft, host), at, half] { return loopOverHose(layers, at, half); });
  addNarrow(draft, names, {"loop", "elastic", "hose loop", 20, 60, {loop}});
  addTackOn(draft, names, host, {"tack-1", "hose loop end", at - Vec2{half - 4, 0}, TackType::Bartack28, 90});
  addTackOn(draft, names, host, {"tack-2", "hose loop end", at + Vec2{half - 4, 0}, TackType::Bartack28, 90});
}

/// Heights for `count` clips, from below up: in equal steps, each moved clear of sliders and of the clip
/// below it. Where nothing is free (rails take the whole chest part) they stay.
std::vector<double> clipHeights(const PackDraft& draft, const Host& host, int count) {
  constexpr double kHalf = 11, kApart = 24;
  const std::vector<Vec2> taken = takenByChest(draft, host);
  const auto isFree = [&](double v) {
    return v >= kHalf && v <= host.height_mm - kHalf &&
           std::none_of(taken.begin(), taken.end(),
                        [=](Vec2 span) { return v + kHalf > span.x && v - kHalf < span.y; });
  };
  std::vector<double> heights;
  for (int i = 1; i <= count; ++i) {
    const double wanted = host.height_mm * i / (count + 1.0);
    const double least = heights.empty() ? 0 : heights.back() + kApart;
    double best = -1;
    for (double v = std::max(least, kHalf); v <= host.height_mm; v += 1)
      if (isFree(v) && (best < 0 || std::abs(v - wanted) < std::abs(best - wanted))) best = v;
    heights.push_back(best < 0 ? wanted : best);
  }
  return heights;
}

void buildHoseClip(const ModuleCall& call, PackDraft& draft) {
  const bool magnet = call.word("kind", "elastic") == "magnet";
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", magnet ? 1 : 2))), 1, 4);
  for (const Side& side : sidesOf(call, draft, "strap-left", "left")) {
    const Host& host = draft.body.hosts.at(side.host);
    const std::vector<double> heights = clipHeights(draft, host, count);
    for (int i = 1; i <= count; ++i) {
      PartNames names = namesOf(call, "Hose clip");
      names.suffix = side.suffix + (count > 1 ? "-" + std::to_string(i) : "");
      const Vec2 at{host.width_mm / 2, call.number("y", heights[static_cast<std::size_t>(i) - 1])};
      if (!magnet) {
        addElasticClip(draft, names, host, at + Vec2{0, i * 0.01});
        continue;
      }
      const Shape clip = modelOn(draft, host, {"key-clip", at, {0, 1}, 0.8});
      addCounted(draft, names,
                 {"clip", "hardware", call.word("item", "magc"), "magnetic hose clip", 0, 1, {clip}});
      addTackOn(draft, names, host, {"tack", "clip base", at});
    }
  }
}

void buildBladder(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Bladder");
  const Host& host = placeOf(draft, call.word("host", "bladder"));
  // The model is a full 1.5 l bladder, 160 wide and 320 tall; without a sleeve others are drawn larger or
  // smaller.
  const double litres = call.number("litres", 2);
  const double scale = std::cbrt(litres / 1.5);
  const Vec2 middle{host.width_mm / 2, call.number("y", 14) + scale * 160};
  // Half of it is as thick as this; it lies on the host and on what the host carries.
  constexpr double kHalfThick = 27, kClear = 4;
  const double above = kHalfThick * scale + kClear - host.lift_mm;
  const auto room = draft.body.rooms.find(host.id);
  const Shape model([layers = HostLayers(draft, host),
                     lying = ModelOnHost{"bladder", middle, {1, 0}, scale, above},
                     soft = room == draft.body.rooms.end() ? nullptr : softBladder(room->second, litres)] {
    ModelShape shape = layers.model(lying);
    shape.soft = soft;
    return shape;
  });
  addCounted(draft, names, {"bladder", "vessel", call.word("item", ""), "bladder", 0, 1, {model}});
  draft.body.bladder = names.id("bladder");
}

/// The inner side of a flask, which is round across.
std::vector<Vec3> flaskUnderside() {
  constexpr double kHalfThick = 24.5, kLow = -95, kHigh = 58, kStep = 14.5, kHalfWide = 20, kAside = 0.85;
  std::vector<Vec3> points;
  for (double up = kLow; up <= kHigh; up += kStep)
    for (const double aside : {-kHalfWide, 0.0, kHalfWide})
      points.push_back({aside, -kHalfThick * (aside == 0 ? 1 : kAside), -up});
  return points;
}

/// Full of water it takes the shape of its pocket, where it has one.
std::function<Vec3(Vec3)> softFlaskAt(const PackDraft& draft, const std::string& place, double scale,
                                      double y) {
  constexpr double kOverFoot = 12;  // of a pocket, which is round below
  const auto room = draft.body.rooms.find(place);
  return room == draft.body.rooms.end() ? nullptr : softFlask(room->second, scale, kOverFoot + y);
}

/// Stands in the flask pocket where the body has one, whose place is already off by half of a flask; else it
/// lies on the wing.
void buildFlasks(const ModuleCall& call, PackDraft& draft) {
  constexpr double kModelHeight = 220, kHalfFlask = 24;
  const bool pocket = draft.body.hosts.count("flask-left") > 0;
  const std::vector<Side> sides = sidesOf(call, draft, pocket ? "flask-left" : "wing-left");
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 2))), 1, 4);
  for (int i = 0; i < count; ++i) {
    const Side& side = sides[static_cast<std::size_t>(i) % sides.size()];
    const Host& host = draft.body.hosts.at(side.host);
    PartNames names = namesOf(call, "Soft flask");
    names.suffix = side.suffix + (i < static_cast<int>(sides.size()) ? "" : "-" + std::to_string(i + 1));
    const double height = call.number("height", 220);
    // Stiff when full: it follows the wing at the pocket's middle and stands up straight from there.
    const double middle = call.number("y", 4) + height / 2;
    const double touch = std::min(middle, host.height_mm / 2);
    const Vec2 at{host.width_mm / 2, touch};
    const ModelOnHost flask{"soft-flask", at, {1, 0}, height / kModelHeight, pocket ? 0 : kHalfFlask};
    const Shape model([layers = HostLayers(draft, host), flask, rise = middle - touch,
                       torso = draft.body.torso,
                       soft = softFlaskAt(draft, host.id, flask.scale, call.number("y", 4))] {
      ModelShape shape = layers.model(flask);
      shape.at += rise * glm::normalize(glm::cross(shape.outward, shape.along));
      shape = offSkin(torso, shape, flaskUnderside());
      shape.soft = soft;
      return shape;
    });
    addCounted(draft, names, {"flask", "vessel", call.word("item", ""), "soft flask", 0, 1, {model}});
  }
}

/// A tab from its tack on the cloth down over what hangs inside below it.
Shape keyTab(const Host& host, Vec2 top, Vec2 low) {
  return Shape([cloth = host.outside, lift = host.lift_mm, top, low] {
    constexpr int kParts = 6;
    RibbonShape tab;
    tab.width_mm = 10;
    tab.thickness_mm = 1.2;
    for (int i = 0; i <= kParts; ++i) {
      const double t = static_cast<double>(i) / kParts;
      const SurfacePoint point = cloth.pointAt(glm::mix(top, low, t));
      tab.path.push_back(point.at + (0.6 + t * lift) * point.normal);
      tab.normals.push_back(point.normal);
    }
    return tab;
  });
}

void buildKeyClip(const ModuleCall& call, PackDraft& draft) {
  const PartNames names = namesOf(call, "Key clip");
  const Host& wanted = placeOf(draft, call.word("host", "back-inner"));
  const double length = std::clamp(call.number("length", 100), 40.0, 240.0);
  ModuleCall here = call;
  here.numbers["height"] = length;
  here.numbers["width"] = 20;
  const Spot spot = spotOf(here, draft, {wanted.id, 20, length, 0, wanted.height_mm - length - 20});
  const Host& host = draft.body.hosts.at(spot.host);
  const Vec2 top = spot.at + Vec2{spot.width_mm / 2, spot.height_mm};
  const Vec2 low = spot.at + Vec2{spot.width_mm / 2, 0};
  addNarrow(draft, names,
            {"tab", "webbing", "key tab", 10, length + 60, {keyTab(host, top, low + Vec2{0, 25})}});
  addCounted(draft, names,
             {"clip",
              "hardware",
              call.word("item", "keyclip"),
              "key clip",
              0,
              1,
              {modelOn(draft, host, {"key-clip", low + Vec2{0, 12}, {0, -1}, 0.5, 1})}});
  addTackOn(draft, names, host, {"tack-1", "key tab end", top});
  addTackOn(draft, names, host, {"tack-2", "key tab end", top - Vec2{0, 12}});
  addWork(draft, {names.id("threading"), "S20", call.assembly, 1, 0, {names.id("clip")}});
}

}  // namespace

Family hosePortFamily() {
  return {moduleSpec("hose-port", false,
                     {wordArgument("side", {"left", "right", "both"}), lengthArgument("slit"),
                      lengthArgument("drop"), lengthArgument("inset"), wordArgument("zone")}),
          buildHosePort};
}

Family hoseClipFamily() {
  return {moduleSpec(
              "hose-clip", false,
              {wordArgument("sides", {"left", "right", "both"}), wordArgument("kind", {"elastic", "magnet"}),
               numberArgument("count"), wordArgument("item")}),
          buildHoseClip};
}

Family bladderFamily() {
  return {moduleSpec("bladder", false,
                     {wordArgument("item", {}, true), {"litres", false, {}, Dimension::Volume, false}}),
          buildBladder};
}

Family flasksFamily() {
  return {moduleSpec("flasks", false,
                     {wordArgument("item", {}, true), numberArgument("count"),
                      wordArgument("sides", {"both", "left", "right"})}),
          buildFlasks};
}

Family keyClipFamily() {
  return {moduleSpec("key-clip", false, {lengthArgument("length"), wordArgument("item")}), buildKeyClip};
}

}  // namespace configurator
