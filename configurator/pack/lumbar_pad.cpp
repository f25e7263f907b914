#include "configurator/pack/lumbar_pad.h"

#include <algorithm>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/module_trims.h"

namespace configurator {
namespace {

constexpr double kHeight = 185, kLeast = 80, kCorner = 25;
constexpr double kBesideWings = 20;  // the wings are set on at both ends of the pad
constexpr double kFoamInset = 8;

/// Low on the back, between the places where the wings are set on.
Spot spotBetweenWings(const PackDraft& draft, const Host& back) {
  const Vec2 left = hostPlaceOf(back, anchorOf(draft, "hip-left"));
  const Vec2 right = hostPlaceOf(back, anchorOf(draft, "hip-right"));
  const double width = std::max(kLeast, std::abs(right.x - left.x) - 2 * kBesideWings);
  const Vec2 middle = (left + right) / 2.0;
  return fitted(draft, {back.id, {middle.x - width / 2, middle.y - kHeight / 2}, width, kHeight});
}

constexpr double kFaceOverFoam = 1;

}  // namespace

double lumbarPadHeight(const PackDraft& draft, double foam_mm) {
  return draft.thicknessOf("foam-strap", foam_mm) + kFaceOverFoam + draft.thicknessOf("strap-face", 0);
}

void addLumbarPad(const ModuleCall& call, PackDraft& draft) {
  const Host& back = hostOf(draft, "back");
  const double foam = draft.thicknessOf("foam-strap", call.number("foam", 8));
  const Spot spot = spotBetweenWings(draft, back);
  PartNames names = namesOf(call, "Lumbar pad");
  names.part += "-lumbar";

  Piece face = makePiece(draft, names, {"face", "strap-face", "mesh", "face mesh"});
  const std::vector<Edge> placed = patchEdges(spot, kCorner);
  face.edges = placed;
  addPatch(draft, back, std::move(face), foam + kFaceOverFoam);
  sewOn(draft, back,
        {names.id("face"), {"bottom", "right", "top", "left"}, placed, lappedSeam(names, "setting", "S02")});

  Spot inside = spot;
  inside.at += Vec2{kFoamInset, kFoamInset};
  inside.width_mm -= 2 * kFoamInset;
  inside.height_mm -= 2 * kFoamInset;
  Piece pad = makePiece(draft, names, {"foam", "foam-strap", "foam", "foam", foam});
  pad.edges = patchEdges(inside, kCorner - kFoamInset, 0);
  addPatch(draft, back, std::move(pad), 0.5);
  addWork(draft, {names.id("foam-insert"), "B08", names.assembly, 1, 0, {names.id("foam")}});
}

}  // namespace configurator
