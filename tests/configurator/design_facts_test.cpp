// What rules may ask of a design: its market's climate, its use, the ground of its colours.
#include "configurator/session/design_facts.h"

#include <gtest/gtest.h>

#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

using Words = std::set<std::string>;

TEST(DesignFacts, AreOfItsMarketItsUseAndItsColors) {
  const Catalog& catalog = testWorkshop().catalog;
  Design design = templateDesigns().front();
  design.order.market = "AE";
  design.use = "running";
  DesignColorway& first = design.colorways.front();
  first.colors["shell"].srgb = "#202327";
  design.colorways.push_back(first);
  design.colorways.back().colors["shell"].srgb = "#f0f0f0";
  RuleFacts facts = factsOf(catalog, design);
  EXPECT_EQ(facts["market"], Words{"AE"});
  EXPECT_EQ(facts["region"], Words{"ME"});
  EXPECT_EQ(facts["heat"], Words{"high"}) << "the Emirates, of all places";
  EXPECT_EQ(facts["use"], Words{"running"});
  EXPECT_EQ(facts["ground.shell"], (Words{"dark", "light"})) << "of two colorways";
  design.order.market = "XX";
  EXPECT_EQ(factsOf(catalog, design).count("heat"), 0U) << "of a market that nobody knows";
}

/// CIE L* of grey #777777: Y = ((119/255 + 0.055) / 1.055)^2.4 = 0.1845, L* = 116 x 0.1845^(1/3) - 16
/// = 50.03; of #767676: Y = 0.1812, L* = 49.64.
TEST(DesignFacts, TheGroundTurnsDarkInTheMiddleOfLightness) {
  Design design = templateDesigns().front();
  design.colorways.resize(1);
  design.colorways.front().colors["shell"].srgb = "#777777";
  EXPECT_EQ(factsOf(testWorkshop().catalog, design)["ground.shell"], Words{"light"});
  design.colorways.front().colors["shell"].srgb = "#767676";
  EXPECT_EQ(factsOf(testWorkshop().catalog, design)["ground.shell"], Words{"dark"});
}

/// L* of #202020 is 12.2, of #303030 19.9, of #e0e0e0 89; greys differ in nothing else.
TEST(DesignFacts, ALogoIsComparedWithItsGroundInItsOwnColorway) {
  Design design = templateDesigns().front();
  design.colorways.resize(1);
  DesignColorway& colorway = design.colorways.front();
  colorway.colors["front-panel"].srgb = "#202020";
  colorway.colors["logo"].srgb = "#e0e0e0";
  EXPECT_EQ(factsOf(testWorkshop().catalog, design)["logo-contrast"], Words{"high"});
  design.colorways.push_back(colorway);
  design.colorways.back().colors["logo"].srgb = "#303030";
  EXPECT_EQ(factsOf(testWorkshop().catalog, design)["logo-contrast"], (Words{"high", "low"}));
  design.colorways.resize(1, colorway);
  design.colorways.front().colors["front-panel"].srgb = "#eef1f3";
  design.colorways.front().colors["logo"].srgb = "#c8f031";
  EXPECT_EQ(factsOf(testWorkshop().catalog, design)["logo-contrast"], Words{"high"})
      << "lime on white is as light, and yet another colour";
}

}  // namespace
}  // namespace configurator
