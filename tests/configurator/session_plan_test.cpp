// The order in time from a design: which colours make cloth wait for the dyer, and whose terms hold.
#include "configurator/session/plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

TEST(Plan, WaitsForTheDyerOnlyWithColoursOfItsOwn) {
  Design design = templateDesign("commuter");
  const auto has = [](const bom::OrderPlan& plan, const std::string& id) {
    const auto& stages = plan.schedule.stages;
    return std::any_of(stages.begin(), stages.end(), [&](const auto& stage) { return stage.id == id; });
  };
  for (const bool dyed : {false, true}) {
    for (DesignColorway& colorway : design.colorways)
      for (auto& [zone, color] : colorway.colors) color.srgb = dyed ? "#00c0a0" : "#202327";
    const auto figures = figuresOf(programWorkshop(), design);
    ASSERT_TRUE(figures && figures->estimate);
    const auto plan = planOf(design, *figures, figures->estimate->breaks.front());
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
  const auto plan = planOf(design, *figures, at);
  ASSERT_TRUE(plan && *plan);
  EXPECT_EQ((*plan)->payments.id, "net-60");
  EXPECT_EQ((*plan)->payments.price, at.order_total);
  EXPECT_FALSE(planOf(design, {}, at)->has_value());
  design.order.payment = "barter";
  EXPECT_THAT(planOf(design, *figures, at).error().message, testing::HasSubstr("'barter'"));
}

}  // namespace
}  // namespace configurator
