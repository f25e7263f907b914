// The order in time from a design: which colours make cloth wait for the dyer, and whose terms hold.
#include "configurator/session/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

/// One colorway with one zone of shell cloth that mills stock in few colours.
bom::Product coloredProduct(const std::string& srgb) {
  bom::Product product;
  product.colorways = {{"ONE", "One", {{"body", "ny210rs", srgb, "", ""}}, 1}};
  return product;
}

bool isCustom(const std::string& srgb) {
  return hasCustomColours(coloredProduct(srgb), programWorkshop().catalog.prices);
}

TEST(Plan, TakesBlackWhiteAndGreyFromStockAndDyesOtherColours) {
  EXPECT_FALSE(isCustom("#000000"));
  EXPECT_FALSE(isCustom("#ffffff"));
  EXPECT_FALSE(isCustom("#30343A"));  // 10 of 255 between red and blue
  EXPECT_TRUE(isCustom("#e4572e"));
  EXPECT_TRUE(isCustom("#1F3A5F"));
}

TEST(Plan, WaitsForTheDyerOnlyWithColoursOfItsOwn) {
  Design design = templateDesign("commuter");
  const auto has = [](const bom::OrderPlan& plan, const std::string& id) {
    const auto& stages = plan.schedule.stages;
    return std::any_of(stages.begin(), stages.end(), [&](const auto& stage) { return stage.id == id; });
  };
  for (const bool dyed : {false, true}) {
    for (DesignColorway& colorway : design.colorways)
      for (auto& [zone, color] : colorway.colors) color.srgb = dyed ? "#e4572e" : "#101010";
    const auto figures = figuresOf(programWorkshop(), design);
    ASSERT_TRUE(figures && figures->estimate);
    const auto plan = planOf(programWorkshop(), design, *figures, figures->estimate->breaks.front());
    ASSERT_TRUE(plan && *plan);
    EXPECT_EQ(has(**plan, "materials-dyed"), dyed);
    EXPECT_EQ(has(**plan, "lab-dips"), dyed);
    EXPECT_TRUE(has(**plan, "materials-stock"));
  }
}

TEST(Plan, PaysUnderTheOrdersTermsAndIsNothingWithoutAnEstimate) {
  Design design = templateDesign("commuter");
  design.order.payment = "net-60";
  const auto figures = figuresOf(programWorkshop(), design);
  ASSERT_TRUE(figures && figures->estimate);
  const bom::EstimateAtQuantity& at = figures->estimate->breaks.front();
  const auto plan = planOf(programWorkshop(), design, *figures, at);
  ASSERT_TRUE(plan && *plan);
  EXPECT_EQ((*plan)->payments.id, "net-60");
  EXPECT_EQ((*plan)->payments.price, at.order_total);
  EXPECT_FALSE(planOf(programWorkshop(), design, {}, at)->has_value());
  design.order.payment = "barter";
  EXPECT_THAT(planOf(programWorkshop(), design, *figures, at).error().message,
              testing::HasSubstr("'barter'"));
}

}  // namespace
}  // namespace configurator
