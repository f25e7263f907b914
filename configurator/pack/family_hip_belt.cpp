#include "configurator/pack/family_hip_belt.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/pack/belt_path.h"
#include "configurator/pack/belt_tongue.h"
#include "configurator/pack/belt_wing.h"
#include "configurator/pack/host_room.h"
#include "configurator/pack/lumbar_pad.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

// Of half a belt's webbing: sewn down, the buckle's loop, and the grip that stays behind it.
constexpr double kSewnAndGrip = 120;

/// Half a webbing belt as it is cut (construction reference 600/625/650).
double webbingHalf(PackSize size) {
  return 600 + 25.0 * static_cast<int>(size);
}

/// Half a padded belt's webbing: along the wing, and what can be pulled in. The reference's range of 650 to
/// 1050 is 200 in each half.
double webbingBesideWing(double wing_mm) {
  constexpr double kPulledIn = 200;
  return wing_mm + kPulledIn + kSewnAndGrip;
}

double webbingSize(const ModuleCall& call) {
  return call.number("size", 25);
}

void addBeltWebbing(const ModuleCall& call, PackDraft& draft, const BodySide& side, double cut_mm,
                    Shape shape) {
  addNarrow(draft, namesOf(call, side, "Hip belt"),
            {"webbing", "webbing", "webbing", webbingSize(call), cut_mm, {std::move(shape)}});
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
void addBeltRange(const ModuleCall& call, PackDraft& draft, double wing_mm, double webbing_mm) {
  constexpr double kStub = 40, kBucklePerSize = 2;
  const double between = glm::distance(anchorOf(draft, "hip-left"), anchorOf(draft, "hip-right")) +
                         kBucklePerSize * webbingSize(call);
  addMeasure(draft, "M", between + 2 * std::max(kStub, wing_mm));
  addMeasure(draft, "MX", between + 2 * (webbing_mm - kSewnAndGrip));
}

void addBeltBuckle(const ModuleCall& call, PackDraft& draft, double lift_mm) {
  const double size = webbingSize(call);
  const Shape buckle = [hips = hipWay(draft, kSides[1], lift_mm), size] {
    const Vec3 at = halfHips(hips).points.back();
    return ModelShape{"side-release-buckle", {0, at.y, at.z - 5}, {1, 0, 0}, {0, 0, -1}, size / 20};
  };
  addCounted(draft, namesOf(call, "Hip belt"), {"buckle", "buckle", "", "buckle", size, 1, {buckle}});
  addWork(draft, {call.id("thread"), "S20", call.assembly, 2, 0, {}});
}

/// Where a wing's broad end is set: upright on the back, at the hip.
Polyline anchorLine(const PackDraft& draft, const Host& back, Vec3 hip, double width_mm) {
  constexpr double kInside = 2;
  Vec2 at = hostPlaceOf(back, hip);
  at.y = std::max(at.y, width_mm / 2);
  return movedOnto(draft, back, {at - Vec2{0, width_mm / 2}, at + Vec2{0, width_mm / 2}}, kInside);
}

void setWingOnBack(const ModuleCall& call, PackDraft& draft, const BodySide& side) {
  Seam seam = wingSeam(call, side);
  const double width = lengthOf(draft.pack, seam.runs[0]);
  const Host& back = hostOf(draft, "back");
  const Mark line{call.part + "." + side.of("anchor"), MarkKind::Placement,
                  anchorLine(draft, back, anchorOf(draft, side.of("hip")), width)};
  seam.runs[1] = {{back.piece, markOn(draft, back, line)}};
  addSeam(draft, std::move(seam));
}

/// A belt on a back that ends too high would run into the wearer's arms: its option says how high a back it
/// needs.
void noteShortBack(const ModuleCall& call, PackDraft& draft) {
  const auto least = parseDecimal(draft.attributeOf(call.slot, "least-back"));
  const Host& back = hostOf(draft, "back");
  if (least)
    noteShortfall(draft, call.slot, {back.id, {0, 0}, 0, *least}, {back.id, {0, 0}, 0, back.height_mm});
}

/// Wings on a tongue that hook and loop holds in a sleeve on the pack: the belt comes off, the sleeve stays.
void setWingsOnTongue(const ModuleCall& belt, const ModuleCall& pack, PackDraft& draft) {
  const Host tongue = addTongue(belt, draft);
  for (const BodySide& side : kSides) addAnchorBox(belt, draft, side, tongue);
  addTongueSleeve(pack, draft, tongue);
}

}  // namespace

void buildWebbingBelt(const ModuleCall& call, PackDraft& draft) {
  noteShortBack(call, draft);
  const double half = webbingHalf(draft.pack.size);
  for (const BodySide& side : kSides) {
    addBeltWebbing(call, draft, side, half, [hips = hipWay(draft, side, 3), size = webbingSize(call)] {
      return ribbonOn(halfHips(hips), size, kBeltWebbing);
    });
    addAnchorBox(call, draft, side, hostOf(draft, "back"));
  }
  addBeltBuckle(call, draft, 3);
  addBeltRange(call, draft, 0, half);
}

FamilySpec webbingBeltSpec() {
  return {"webbing-belt", {{"size", false, {}, Dimension::Length, false}}, {}, {}};
}

void buildPaddedBelt(const ModuleCall& call, PackDraft& draft) {
  noteShortBack(call, draft);
  const bool comes_off = call.word("detachable", "no") == "yes";
  ModuleCall belt = call;
  if (comes_off) {
    belt.assembly = call.part + "-off";
    addAssembly(draft, {belt.assembly, "Detachable hip belt", call.assembly, true});
  }
  const double wing = wingShape(call, draft.pack.size).length_mm, half = webbingBesideWing(wing);
  const double lift = liftOverWing(call, draft);
  for (const BodySide& side : kSides) {
    addWing(belt, draft, side);
    addBeltWebbing(belt, draft, side, half, webbingOverWing(belt, draft, side, webbingSize(belt)));
    sewWebbingOnWing(belt, draft, side);
    if (call.word("pockets", "no") == "yes") addWingPocket(belt, draft, side);
  }
  addBeltBuckle(belt, draft, lift);
  addBeltRange(call, draft, wing, half);
  if (call.word("lumbar", "no") == "yes") {
    addLumbarPad(call, draft);
    for (const BodySide& side : kSides) addSnugger(call, draft, side);
  }
  if (comes_off) {
    setWingsOnTongue(belt, call, draft);
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
