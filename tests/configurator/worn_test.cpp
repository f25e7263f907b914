// A pack and the figure that wears it do not intersect: every triangle that is drawn, of pieces and of
// fittings, against the figure's sections and arms. The figure itself is held to them too.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "configurator/design/design_file.h"
#include "configurator/pack/build_pack.h"
#include "configurator/pack/figure.h"
#include "configurator/pack/in_parallel.h"
#include "configurator/pack/pack_scene_figure.h"
#include "configurator/session/figures.h"
#include "tests/case_count.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

// Cloth on a back, a chest or a hip lies on a shirt and presses into it: that much may be inside the skin.
constexpr double kTouch = 2.0;
constexpr double kStep = 8;  // between the points looked at
constexpr PackSize kSizes[3] = {PackSize::S, PackSize::M, PackSize::L};

/// The deepest point found of one part.
struct Deepest {
  double depth_mm = -1e9;
  Vec3 at{0, 0, 0};  ///< from C7 on the back plane
  std::string where;
};
using Parts = std::map<std::string, Deepest>;

/// Measures points against one figure. Most of a pack lies far behind it: those are told by a plane.
class Probe {
 public:
  explicit Probe(const Torso& torso) : figure_(makeFigure(torso)), rearmost_(torso.back_plane_z_mm + 1) {}

  void measure(Vec3 at, Deepest& deepest) const {
    if (at.z > rearmost_) return;
    const double depth = depthInside(figure_, at);
    if (depth <= deepest.depth_mm) return;
    deepest.depth_mm = depth;
    deepest.at = at - Vec3{0, figure_.torso.c7_y_mm, figure_.torso.back_plane_z_mm};
  }

 private:
  Figure figure_;
  double rearmost_;
};

/// The deepest point of a mesh: corners, and inside each triangle points no further apart than `step`.
Deepest deepestOf(const renderer::Mesh& mesh, const Probe& probe, double step) {
  Deepest deepest;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const Vec3 a(mesh.positions[mesh.indices[i]]), b(mesh.positions[mesh.indices[i + 1]]),
        c(mesh.positions[mesh.indices[i + 2]]);
    const double longest = std::max({glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)});
    const int parts = std::max(1, static_cast<int>(std::ceil(longest / step)));
    for (int u = 0; u <= parts; ++u) {
      for (int v = 0; u + v <= parts; ++v) {
        probe.measure(
            a + (b - a) * (static_cast<double>(u) / parts) + (c - a) * (static_cast<double>(v) / parts),
            deepest);
      }
    }
  }
  return deepest;
}

std::vector<Design> contrastingDesigns() {
  std::vector<Design> designs;
  const auto folder = std::filesystem::path(RUCKSMITH_SOURCE_DIR) / "tests/cases/contrasts";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    auto design = loadDesign(entry.path(), testWorkshop().catalog);
    EXPECT_TRUE(design) << design.error().message;
    if (design) designs.push_back(std::move(*design));
  }
  return designs;
}

void take(const std::string& part, const Deepest& found, Parts& parts) {
  Deepest& deepest = parts[part];
  if (found.depth_mm > deepest.depth_mm) deepest = found;
}

void wear(const Design& design, const std::string& name, const std::vector<PackSize>& sizes, Parts& parts) {
  for (const PackSize size : sizes) {
    const Pack pack = buildPack(testWorkshop().catalog, design.choices, size);
    const PackScene scene = buildScene(pack, testWorkshop().models, {SceneLevel::Measured});
    const Probe probe(wearerOf(pack));
    for (const renderer::Node& node : scene.geometry.nodes) {
      Deepest found = deepestOf(scene.geometry.meshes[node.mesh], probe, kStep);
      found.where = name + " " + packSizeName(size);
      take(node.part_id, found, parts);
    }
  }
}

/// Each in one size: a quarter of the random designs, in a soak all of them.
void wearRandomDesigns(Parts& parts) {
  const std::vector<Design>& designs = randomDesigns();
  std::vector<Parts> found(isSoak() ? designs.size() : designs.size() / 4);
  inParallel(found.size(), [&](std::size_t i) {
    wear(designs[i], "random design " + std::to_string(i), {kSizes[i % 3]}, found[i]);
  });
  for (const Parts& of_one : found)
    for (const auto& [part, deepest] : of_one) take(part, deepest, parts);
}

TEST(Worn, PackAndFigureDoNotIntersect) {
  Parts parts;
  const std::vector<PackSize> all(std::begin(kSizes), std::end(kSizes));
  for (const Design& design : templateDesigns()) wear(design, design.template_id, all, parts);
  for (const Design& design : contrastingDesigns()) wear(design, design.name, all, parts);
  wearRandomDesigns(parts);
  for (const auto& [part, found] : parts) {
    EXPECT_LE(found.depth_mm, kTouch)
        << part << " of " << found.where << " (seed " << kRandomDesignSeed << "), at " << found.at.x << " "
        << found.at.y << " " << found.at.z << " from C7";
  }
}

Design withOptions(const std::string& template_id, const std::map<std::string, std::string>& options) {
  for (Design& design : templateDesigns()) {
    if (design.template_id != template_id) continue;
    for (const auto& [slot, option] : options) design.choices.options.at(slot).value = option;
    return design;
  }
  throw std::runtime_error("no template " + template_id);
}

/// What once lay in the wearer: a thick back, with and without a lumbar pad on it; a hose that came down from
/// a radio to the chest; a buckle below the collarbones; the lock of broad webbing at the flank; the armholes
/// of a wide vest of size L.
TEST(Worn, ThickBacksHosesBucklesLocksAndArmholesKeepOut) {
  const std::vector<PackSize> all(std::begin(kSizes), std::end(kSizes));
  Parts parts;
  Design eva = withOptions("endurance", {{"back-panel", "eva-channelled"}, {"hip-belt", "trekking"}});
  eva.choices.zones.at("foam-back").value = "foam-eva";
  wear(eva, "EVA and lumbar pad", all, parts);
  eva.choices.options.at("hip-belt").value = "detachable";
  wear(eva, "EVA and a belt that comes off", all, parts);
  wear(withOptions("endurance", {{"harness", "vest-harness"},
                                 {"hydration", "sleeve-bladder-20"},
                                 {"hose-port", "left"},
                                 {"hose-clip", "elastic"},
                                 {"radio", "strap"}}),
       "hose over a radio", all, parts);
  wear(withOptions("commuter", {{"harness", "webbing"}, {"load-lifters", "none"}, {"sternum", "two"}}),
       "sternum on webbing", all, parts);
  Design tails = withOptions("commuter", {{"body", "clamshell"}, {"harness", "padded-thick"}});
  tails.choices.parameters.at("strap-width").value = 80;
  tails.choices.parameters.at("back-length") = {380, By::User, false};
  wear(tails, "broad tails", all, parts);
  Design vest = withOptions("hydration", {{"sternum", "two"}});
  vest.choices.parameters.at("width") = {300, By::User, false};
  vest.choices.parameters.at("strap-width").value = 75;
  wear(vest, "wide vest", all, parts);
  for (const auto& [part, found] : parts)
    EXPECT_LE(found.depth_mm, kTouch) << part << " of " << found.where << " at " << found.at.y << " from C7";
}

TEST(Worn, FourContrastingDesignsKeepTheRules) {
  const std::vector<Design> designs = contrastingDesigns();
  EXPECT_EQ(designs.size(), 4U);
  for (const Design& design : designs) {
    const auto figures = figuresOf(testWorkshop(), design);
    ASSERT_TRUE(figures) << figures.error().message;
    EXPECT_TRUE(figures->valid) << design.name;
  }
}

TEST(Worn, AWornSceneHasTheWearerAsAGhostAndNothingElseMore) {
  const Design design = templateDesigns().front();
  const PackScene scene =
      buildScene(buildPack(testWorkshop().catalog, design.choices, PackSize::S), testWorkshop().models);
  const renderer::Geometry worn = wornGeometry(scene);
  ASSERT_EQ(worn.nodes.size(), scene.geometry.nodes.size() + 1);
  EXPECT_TRUE(worn.nodes.back().ghost);
  EXPECT_EQ(renderer::triangleCount(worn), renderer::triangleCount(scene.geometry));
  EXPECT_EQ(renderer::boundsOf(worn).max, renderer::boundsOf(scene.geometry).max);
  EXPECT_LT(renderer::boundsWithGhosts(worn).min.y, renderer::boundsOf(worn).min.y) << "hips below the pack";
  EXPECT_EQ(wornGeometry(PackScene{}).nodes.size(), 0U) << "no pack, no wearer";
}

// The mesh against the field that it is made from; the breadth over the deltoids against the survey's means.
TEST(Figure, SkinLiesOnTheFigureAndFacesOut) {
  constexpr double kOverDeltoids[3] = {436, 482, 511};
  for (const PackSize size : kSizes) {
    const Figure figure = makeFigure(makeTorso(size, 500, -12));
    const FigureMesh mesh = meshFigure(figure);
    ASSERT_EQ(mesh.points.size(), mesh.normals.size());
    int shown = 0, turned = 0;
    for (std::size_t i = 0; i < mesh.points.size(); ++i) {
      const double depth = depthInside(figure, mesh.points[i]);
      EXPECT_GT(depth, -1.5) << packSizeName(size) << " " << mesh.points[i].y;
      EXPECT_NEAR(glm::length(mesh.normals[i]), 1, 1e-6);
      if (std::abs(depth) > 0.3) continue;
      ++shown;
      if (depthInside(figure, mesh.points[i] + 3.0 * mesh.normals[i]) > depth - 1) ++turned;
    }
    EXPECT_GT(shown, 8000);
    EXPECT_LT(turned, 0.03 * shown) << "only where an arm's tube is closed, just below the shoulder's skin";
    const UpperArm& arm = figure.arms[1];
    EXPECT_NEAR(2 * (arm.joint.x + arm.joint_radius_mm), kOverDeltoids[static_cast<int>(size)], 6);
  }
}

}  // namespace
}  // namespace configurator
