#include "configurator/pack/family_sternum.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {
namespace {

// A sternum strap's webbing beyond its longest setting: both turned ends sewn, a hem, and the grip that stays
// behind the buckle. At its shortest the buckle stands between the loops of both sliders.
constexpr double kLeastLongest = 280, kEnds = 120, kSliderLoop = 20, kBucklePerSize = 2;

/// A line over the chest between two points, just off the skin between them.
BodyPath overChest(const Torso& torso, Vec3 left, Vec3 right) {
  constexpr int kParts = 16;
  BodyPath path;
  for (int i = 0; i <= kParts; ++i) {
    const double t = static_cast<double>(i) / kParts;
    const Vec3 chord = glm::mix(left, right, t);
    const Vec3 skin = frontOfTorso(torso, chord.x, chord.y) + Vec3{0, 0, -4};
    // The wearer's front is at -z: the strap spans hollows and never enters the chest.
    const Vec3 at{chord.x, chord.y, std::min(chord.z, skin.z)};
    path.points.push_back(at);
    path.normals.push_back(glm::normalize(Vec3{0.35 * (2 * t - 1), 0, -1}));
  }
  return path;
}

std::vector<std::string> heightsOf(const ModuleCall& call) {
  const std::string at = call.word("at", "upper");
  if (at == "both") return {"upper", "lower"};
  return {at};
}

Fitting madeOf(const ModuleCall& call, const std::string& id, const char* name) {
  Fitting fitting;
  fitting.id = call.id(id);
  fitting.name = name;
  fitting.assembly = call.assembly;
  return fitting;
}

void addBuckle(const ModuleCall& call, PackDraft& draft, BodyPath path, const std::string& height) {
  const double size = call.number("size", 20);
  Fitting buckle = madeOf(call, height + "-buckle", "Sternum buckle");
  buckle.zone = "buckle";
  buckle.item = draft.item("buckle", std::max(15.0, size)).id;
  buckle.shapes.emplace_back([path = std::move(path), size] {
    const std::size_t middle = path.points.size() / 2;
    const Vec3 normal = path.normals[middle];
    return ModelShape{
        "side-release-buckle", path.points[middle] + 1.5 * normal, {1, 0, 0}, normal, size / 20};
  });
  addFitting(draft, std::move(buckle));
}

void addSlider(const ModuleCall& call, PackDraft& draft, Vec3 at, const std::string& id) {
  const bool rail = call.word("slide", "ladder") == "rail";
  Fitting slider = madeOf(call, id, rail ? "Sternum slider on rail" : "Sternum slider");
  slider.zone = "hardware";
  slider.item = rail ? "stern" : draft.item("tri-glide", call.number("size", 20)).id;
  slider.amount = rail ? 0.5 : 1;  // a rail set serves both sides
  slider.shapes.emplace_back(ModelShape{"sternum-slider", at, {1, 0, 0}, {0, 0, -1}, 1});
  addFitting(draft, std::move(slider));
}

}  // namespace

void buildSternumStrap(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 20);
  for (const std::string& height : heightsOf(call)) {
    const Vec3 left = anchorOf(draft, "sternum-" + height + "-left");
    const Vec3 right = anchorOf(draft, "sternum-" + height + "-right");
    const BodyPath path = overChest(draft.body.torso, left, right);
    Fitting webbing = madeOf(call, height + "-webbing", "Sternum webbing");
    webbing.zone = "webbing";
    webbing.item = draft.item("webbing", size).id;
    const double longest = std::max(kLeastLongest, lengthOf(path.points));
    webbing.amount = (longest + kEnds) / 1000;
    webbing.shapes.emplace_back(ribbonOn(path, size, 1.2));
    addFitting(draft, std::move(webbing));
    addBuckle(call, draft, path, height);
    addSlider(call, draft, left, height + "-slider-left");
    addSlider(call, draft, right, height + "-slider-right");
    addWork(draft, {call.id(height + "-set"), "S14", call.assembly, 1, 0, {call.id(height + "-webbing")}});
    if (hasMeasure(draft, "K")) continue;
    addMeasure(draft, "K", 2 * kSliderLoop + kBucklePerSize * size);
    addMeasure(draft, "KX", longest);
  }
  if (call.word("slide", "ladder") == "rail") {
    addMeasure(draft, "L",
               glm::distance(anchorOf(draft, "sternum-upper-right"), anchorOf(draft, "sternum-lower-right")));
  }
}

FamilySpec sternumStrapSpec() {
  return {"sternum-strap",
          {{"size", false, {}, Dimension::Length, false},
           {"at", true, {"upper", "lower", "both"}, Dimension::Number, false},
           {"slide", true, {"ladder", "rail"}, Dimension::Number, false}},
          {},
          {}};
}

void buildSternumCords(const ModuleCall& call, PackDraft& draft) {
  const double size = call.number("size", 3);
  // A vest has two heights for them.
  const int count = std::clamp(static_cast<int>(std::lround(call.number("count", 2))), 1, 2);
  for (int i = 0; i < count; ++i) {
    const std::string height = i == 0 ? "upper" : "lower";
    const Vec3 left = anchorOf(draft, "sternum-" + height + "-left");
    const Vec3 right = anchorOf(draft, "sternum-" + height + "-right");
    const BodyPath path = overChest(draft.body.torso, left, right);
    Fitting cord = madeOf(call, height + "-cord", "Sternum elastic cord");
    cord.zone = "cord";
    cord.item = draft.item("cord", size).id;
    cord.amount = 2 * 0.22;  // doubled: 220 mm a loop on each side
    cord.shapes.emplace_back(CordShape{lifted(path, 3).points, size / 2});
    addFitting(draft, std::move(cord));
    for (const BodySide& side : kSides) {
      Fitting hook = madeOf(call, height + "-hook-" + side.name, "Sternum hook");
      hook.zone = "hardware";
      hook.item = draft.item("hardware").id;
      hook.shapes.emplace_back(
          ModelShape{"g-hook", side.sign < 0 ? left : right, {-side.sign, 0, 0}, {0, 0, -1}, 0.6});
      addFitting(draft, std::move(hook));
    }
    addWork(draft, {call.id(height + "-set"), "S14", call.assembly, 1, 0, {call.id(height + "-cord")}});
    if (!hasMeasure(draft, "K")) addMeasure(draft, "K", lengthOf(path.points));
  }
}

FamilySpec sternumCordsSpec() {
  return {"sternum-cords",
          {{"size", false, {}, Dimension::Length, false}, {"count", false, {}, Dimension::Number, false}},
          {},
          {}};
}

}  // namespace configurator
