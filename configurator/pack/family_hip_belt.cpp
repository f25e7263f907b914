#include "configurator/pack/family_hip_belt.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {
namespace {

/// Half a way round the hips at one height: from the body's corner on the back to the middle of the front.
BodyPath halfHips(const PackDraft& draft, const BodySide& side, double lift_mm) {
  const Vec3 from = anchorOf(draft, side.of("hip"));
  const TorsoSection section = sectionAt(draft.body.torso, from.y);
  constexpr int kParts = 48;
  BodyPath ring;
  for (int i = 0; i <= kParts; ++i) {
    // From the middle of the back (+z) round the side to the middle of the front (-z).
    const double angle = std::numbers::pi * (0.5 - static_cast<double>(i) / kParts);
    const double c = std::max(std::cos(angle), 0.0);
    const double s = std::sin(angle);
    const double power = 2 / section.n;
    Vec3 at{side.sign * (section.a + lift_mm) * std::pow(c, power), from.y,
            section.centre_z + (section.b + lift_mm) * std::copysign(std::pow(std::abs(s), power), s)};
    const Vec3 normal{side.sign * std::pow(c, 2 - power) / section.a, 0,
                      std::copysign(std::pow(std::abs(s), 2 - power), s) / section.b};
    if (side.sign * at.x < side.sign * from.x && s > 0) continue;  // still behind the pack's corner
    ring.points.push_back(at);
    ring.normals.push_back(glm::normalize(normal));
  }
  ring.points.insert(ring.points.begin(), from);
  ring.normals.insert(ring.normals.begin(), ring.normals.front());
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
  const Host& back = hostOf(draft, "back");
  addTack(draft, {call.part + "." + side.of("anchor-box"), call.assembly, back.piece, "hip belt anchor",
                  TackType::XBox, onPiece(back, hostPlaceOf(back, anchorOf(draft, side.of("hip")))), 0});
}

void addBeltBuckle(const ModuleCall& call, PackDraft& draft, double lift_mm) {
  const double size = call.number("size", 25);
  const BodyPath path = halfHips(draft, kSides[1], lift_mm);
  Fitting buckle = madeOf(call, "buckle", "Hip belt buckle");
  buckle.zone = "buckle";
  buckle.item = draft.item("buckle", size).id;
  const Vec3 at = path.points.back();
  buckle.shapes.emplace_back(
      ModelShape{"side-release-buckle", {0, at.y, at.z - 2}, {1, 0, 0}, {0, 0, -1}, size / 20});
  addFitting(draft, std::move(buckle));
  addWork(draft, {call.id("thread"), "S20", call.assembly, 2, 0, {}});
  addMeasure(draft, "M", 850);
}

/// One padded wing: a strap that tapers from the pack to the front.
StrapShape wingShape(double length_mm) {
  StrapShape shape;
  shape.length_mm = length_mm;
  shape.width_mm = 100;
  shape.anchor_width_mm = 96;
  shape.tail_width_mm = 55;
  shape.bend = 0;
  return shape;
}

struct WingLayer {
  const char* name;
  const char* text;
  const char* zone;
  const char* layer;
  double size = 0, inset_mm = 0, lift_mm = 0, thickness_mm = 0.3;
};

void addWingLayer(const ModuleCall& call, PackDraft& draft, const BodySide& side, const WingLayer& layer) {
  const StrapShape shape = wingShape(call.number("wing-length", 250));
  const Polyline centre = centreLineOf(shape);
  const BodyPath path = halfHips(draft, side, 3 + layer.lift_mm);
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

void addWing(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  const double foam = call.number("foam", 8);
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
  addSeam(draft, seam);
  const double edge = lengthOf(draft.pack, seam.runs[0]);
  addWork(draft, {call.part + "." + side.of("wing"), "S15", call.assembly, 1, edge / 1000, {shell, face}});
  Fitting binding = madeOf(call, side.of("binding"), std::string("Belt wing binding ") + side.name);
  binding.zone = "binding";
  binding.item = draft.item("binding").id;
  binding.amount = edge * 1.03 / 1000;
  addFitting(draft, std::move(binding));
}

/// A zip pocket lying on a wing.
void addWingPocket(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  const double foam = call.number("foam", 8);
  const BodyPath path = halfHips(draft, side, 3 + foam + 4);
  const Polyline along{{0, 0}, {0, 400}};
  Piece piece;
  piece.id = call.part + "." + side.of("pocket");
  piece.name = std::string("Belt pocket ") + side.name;
  piece.code = call.part + ".pocket";
  piece.mirrored = side.sign > 0;
  piece.assembly = call.assembly;
  piece.zone = "pocket-shell";
  piece.item = draft.item("pocket-shell").id;
  piece.layer = "shell";
  const double from = 45;
  piece.edges = makeEdges({{-38, from}, 76, 150, 18, 18, -1}, 10, EdgeFinish::Raw);
  const Surface flat = layAlong(along, path, 0);
  piece.surface = [flat, from](Vec2 p) {
    const double u = std::clamp(p.x / 38, -1.0, 1.0);
    const double v = std::clamp((p.y - from - 75) / 75, -1.0, 1.0);
    return flat(p) + 9 * (1 - u * u) * (1 - v * v) * normalAt(flat, p);
  };
  addPiece(draft, std::move(piece));
  const std::string id = call.part + "." + side.of("pocket");
  StitchLine line{id + "-stitch",
                  std::string("Belt pocket to wing ") + side.name,
                  call.assembly,
                  "patch pocket",
                  {{id, "bottom"}, {id, "right"}, {id, "top"}, {id, "left"}}};
  line.seam_class = "2.02.03";
  line.operation = "S08";
  addStitchLine(draft, line);
  Fitting zip = madeOf(call, side.of("zip"), std::string("Belt pocket zip ") + side.name);
  zip.zone = "zip";
  zip.item = draft.item("zip", 3).id;
  zip.amount = 0.16;
  zip.shapes.emplace_back(ribbonOn(lifted(stretchOf(path, from + 15, from + 135), 8), 6, 1));
  addFitting(draft, std::move(zip));
  Fitting slider = madeOf(call, side.of("slider"), std::string("Belt pocket slider ") + side.name);
  slider.zone = "slider";
  slider.item = draft.item("slider", 3).id;
  addFitting(draft, std::move(slider));
  addWork(draft, {id + "-set-zip", "S05", call.assembly, 1, 0.16, {}});
  draft.pack.compartments.push_back({id, std::string("Belt pocket ") + side.name, 0.2, true, {id}});
}

}  // namespace

void buildWebbingBelt(const ModuleCall& call, PackDraft& draft) {
  for (const BodySide& side : kSides) addBeltWebbing(call, draft, side, 3);
  addBeltBuckle(call, draft, 3);
}

FamilySpec webbingBeltSpec() {
  return {"webbing-belt", {{"size", false, {}, Dimension::Length, false}}, {}, {}};
}

void buildPaddedBelt(const ModuleCall& call, PackDraft& draft) {
  const double lift = call.number("foam", 8) + 7;
  for (const BodySide& side : kSides) {
    addWing(call, draft, side);
    addBeltWebbing(call, draft, side, lift);
    if (call.word("pockets", "no") == "yes") addWingPocket(call, draft, side);
  }
  addBeltBuckle(call, draft, lift);
  if (call.word("detachable", "no") != "yes") return;
  Fitting tongue = madeOf(call, "tongue", "Hook and loop tongue of the detachable belt");
  tongue.zone = "hook-loop";
  tongue.item = draft.item("hook-loop", 50).id;
  tongue.amount = 0.4;
  addFitting(draft, std::move(tongue));
}

FamilySpec paddedBeltSpec() {
  return {"padded-belt",
          {{"wing-length", false, {}, Dimension::Length, false},
           {"foam", false, {}, Dimension::Length, false},
           {"size", false, {}, Dimension::Length, false},
           {"pockets", true, {"yes", "no"}, Dimension::Number, false},
           {"detachable", true, {"yes", "no"}, Dimension::Number, false}},
          {},
          {}};
}

}  // namespace configurator
