// How the templates carry: their own figures, what a choice changes, and the same sums by another road.
#include "configurator/session/carry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "configurator/pack/build_pack.h"
#include "configurator/pack/pack_scene.h"
#include "configurator/session/figures.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Figures figures(const Design& design) {
  auto result = figuresOf(testWorkshop(), design);
  EXPECT_TRUE(result.has_value());
  return std::move(*result);
}

Design templateOf(const std::string& id) {
  for (const Design& design : templateDesigns()) {
    if (design.template_id == id) return design;
  }
  ADD_FAILURE() << "no template " << id;
  return {};
}

Design with(Design design, const std::string& slot, const std::string& option) {
  design.choices.options.at(slot).value = option;
  return design;
}

bool oneSided(const Design& design) {
  const auto chosen = [&](const char* slot) { return design.choices.options.at(slot).value; };
  const std::string port = chosen("hose-port"), side = chosen("side-pockets");
  return chosen("strap-pockets") != "none" || chosen("radio") != "none" || chosen("hose-clip") != "none" ||
         port == "left" || port == "right" || side == "stretch-one";
}

TEST(Carry, MassIsTheBillsAndTheCentreLiesInTheMiddleOfSymmetricTemplates) {
  int symmetric = 0;
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const Figures all = figures(design);
    const CarryFigures& carry = all.carry.value();
    EXPECT_NEAR(carry.pack.grams, all.estimate->breaks.front().bill.mass.toDouble(), 0.01);
    const double bound = oneSided(design) ? 25 : 5;
    symmetric += oneSided(design) ? 0 : 1;
    EXPECT_LT(std::abs(carry.pack.at.x), bound);
    EXPECT_GT(carry.pack.at.y, 0.2 * all.pack->dimensions_mm.y);
    EXPECT_LT(carry.pack.at.y, all.pack->dimensions_mm.y);
    EXPECT_GT(carry.bounce.score, 0);
    EXPECT_LT(carry.bounce.score, 100);
  }
  EXPECT_GT(symmetric, 0);
}

TEST(Carry, TheIntendedLoadOfEveryTemplateIsRecommended) {
  for (const Design& design : templateDesigns()) {
    SCOPED_TRACE(design.template_id);
    const Figures all = figures(design);
    EXPECT_THAT(loadFindingsOf(design, *all.carry), IsEmpty());
    EXPECT_EQ(all.product->style.load_max_kg, all.carry->load_max_kg) << "the tech pack says the same";
  }
}

/// Rules of the catalog may warn of the same load.
const Violation* loadFindingAmong(const std::vector<Violation>& violations) {
  const auto found = std::find_if(violations.begin(), violations.end(),
                                  [](const Violation& one) { return one.rule == "load-above-recommended"; });
  return found == violations.end() ? nullptr : &*found;
}

TEST(Carry, ALoadAboveTheRecommendedIsWarnedOfAndStaysValid) {
  Design design = templateOf("commuter");
  design.choices.parameters.at("load").value = 10;
  const Figures all = figures(design);
  EXPECT_TRUE(all.valid);
  const Violation* finding = loadFindingAmong(all.violations);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->severity, "warning");
  EXPECT_THAT(finding->message, HasSubstr("The intended load of 10 kg is more than the recommended "));
  EXPECT_THAT(finding->because, HasSubstr(all.carry->governing().basis));
  const auto checked = violationsOf(testWorkshop(), design);
  ASSERT_NE(loadFindingAmong(checked), nullptr);
  EXPECT_EQ(loadFindingAmong(checked)->message, finding->message);
}

TEST(Carry, TheRecommendedLoadDoesNotFollowTheIntendedOne) {
  Design design = templateOf("commuter");
  const double before = figures(design).carry->load_max_kg;
  design.choices.parameters.at("load").value = 2;
  EXPECT_EQ(figures(design).carry->load_max_kg, before);
}

TEST(Carry, ABeltLowersTheBounceAndDepthRaisesIt) {
  const Design plain = with(templateOf("commuter"), "hip-belt", "none");
  const double score = figures(plain).carry->bounce.score;
  EXPECT_LT(figures(with(plain, "hip-belt", "webbing")).carry->bounce.score, score);
  EXPECT_LT(figures(with(plain, "hip-belt", "padded")).carry->bounce.score,
            figures(with(plain, "hip-belt", "webbing")).carry->bounce.score);
  Design deep = plain;
  deep.choices.parameters.at("capacity") = {24, By::User, false};
  const CarryFigures before = *figures(plain).carry, after = *figures(deep).carry;
  EXPECT_GT(after.bounce.lever_mm, before.bounce.lever_mm);
  EXPECT_GT(after.bounce.score, before.bounce.score);
}

/// Area that the triangles of reflective parts show: those of the scene that look away from the pack's middle
/// axis, since a band of the scene has an inner face, too.
double shownByTriangles(const PackScene& scene, const Pack& pack, const Vec3& direction) {
  const Vec3 middle{0, pack.dimensions_mm.y / 2, pack.dimensions_mm.z / 2};
  double mm2 = 0;
  for (const renderer::Node& node : scene.geometry.nodes) {
    const renderer::Mesh& mesh = scene.geometry.meshes[node.mesh];
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
      const Vec3 a(mesh.positions[mesh.indices[i]]), b(mesh.positions[mesh.indices[i + 1]]),
          c(mesh.positions[mesh.indices[i + 2]]);
      const Vec3 area = glm::cross(b - a, c - a) / 2.0;
      if (glm::dot(area, (a + b + c) / 3.0 - middle) <= 0) continue;
      mm2 += std::max(0.0, glm::dot(area, direction));
    }
  }
  return mm2 / 100;
}

/// The pack without what is made of other items: a scene of few triangles. Its wearer stands far below, so
/// that nothing is hidden.
Pack onlyOf(Pack pack, const std::set<std::string>& items) {
  std::erase_if(pack.pieces, [&](const Piece& piece) { return items.count(piece.item) == 0; });
  std::erase_if(pack.fittings, [&](const Fitting& fitting) { return items.count(fitting.item) == 0; });
  pack.c7_y_mm = -5000;
  return pack;
}

TEST(Carry, ReflectiveAreaAgreesWithTheTrianglesOfTheScene) {
  std::set<std::string> items;  // piping is a tube in the scene: its half is another sum
  for (const auto& [id, item] : testWorkshop().catalog.prices.items) {
    if (item.section == bom::BillSection::Reflective && id != "refpipe") items.insert(id);
  }
  int compared = 0;
  for (const Design& original : templateDesigns()) {
    for (const char* option : {"tape", "panels", "print"}) {
      const Design design = with(original, "reflective", option);
      SCOPED_TRACE(design.template_id + " " + option);
      const Pack pack = onlyOf(buildPack(testWorkshop().catalog, design.choices, PackSize::M), items);
      const PackScene scene = buildScene(pack, testWorkshop().models, {SceneLevel::Measured});
      EXPECT_FALSE(scene.geometry.nodes.empty());
      const auto views = reflectiveViewsOf(pack, items);
      EXPECT_GT(views[0].area_cm2, 20) << "it is on the front panel, which faces back";
      for (const ReflectiveView& view : views) {
        const double shown = shownByTriangles(scene, pack, towards(view.azimuth_deg));
        EXPECT_NEAR(view.area_cm2, shown, 0.03 * std::max(shown, 20.0)) << view.azimuth_deg;
        ++compared;
      }
    }
  }
  EXPECT_EQ(compared, 10 * 3 * 8);
}

TEST(Carry, EveryModuleThatHoldsThePackSaysHowMuch) {
  const Catalog& catalog = testWorkshop().catalog;
  for (const char* slot : {"harness", "sternum", "hip-belt", "compression", "load-lifters"}) {
    for (const Option* option : catalog.optionsOf(slot)) {
      if (option->id == "none") continue;
      EXPECT_EQ(catalog.prices.rates.count(std::string("hold-") + slot + "-" + option->id), 1U)
          << slot << "=" << option->id;
    }
  }
  for (const char* slot : {"harness", "hip-belt", "frame"}) {
    for (const Option* option : catalog.optionsOf(slot)) {
      if (option->id == "none") continue;
      EXPECT_EQ(catalog.prices.rates.count(std::string("load-class-") + slot + "-" + option->id), 1U)
          << slot << "=" << option->id;
    }
  }
}

TEST(Carry, EveryRateOfAModuleNamesAnOptionOfTheCatalog) {
  const Catalog& catalog = testWorkshop().catalog;
  std::set<std::string> modules;
  for (const Option& option : catalog.options) modules.insert(option.slot + "-" + option.id);
  for (const auto& [id, rate] : catalog.prices.rates) {
    for (const std::string& prefix : std::vector<std::string>{"hold-", "load-class-", "belt-share-"}) {
      if (id.rfind(prefix, 0) != 0) continue;
      EXPECT_EQ(modules.count(id.substr(prefix.size())), 1U) << id;
    }
  }
}

TEST(Carry, EveryDesignHasFiguresInTheirRanges) {
  for (std::size_t i = 0; i < std::min<std::size_t>(40, randomDesigns().size()); ++i) {
    const Design& design = randomDesigns()[i];
    SCOPED_TRACE(i);
    const Figures all = figures(design);
    const CarryFigures& carry = all.carry.value();
    EXPECT_GT(carry.load_max_kg, 0);
    EXPECT_GE(carry.bounce.score, 0);
    EXPECT_LE(carry.bounce.score, 100);
    EXPECT_LT(std::abs(carry.pack.at.x), 60);
    for (const ReflectiveView& view : carry.reflective) EXPECT_GE(view.area_cm2, 0);
  }
}

}  // namespace
}  // namespace configurator
