// Questions to a loaded catalog: steps, materials, series sizes, defaults.
#include "configurator/catalog/catalog.h"

#include <gtest/gtest.h>

#include "configurator/catalog/choices.h"
#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

TEST(Catalog, ListsTheStepsOfAParameter) {
  const auto steps = parameterSteps(*smallCatalog().findParameter("capacity"));
  // 2, 2.5 … 7.5 are 12 steps below 8; 8, 9 … 20 are 13.
  ASSERT_EQ(steps.size(), 25U);
  EXPECT_EQ(steps.front(), 2);
  EXPECT_EQ(steps[11], 7.5);
  EXPECT_EQ(steps[12], 8);
  EXPECT_EQ(steps[13], 9);
  EXPECT_EQ(steps.back(), 20);
}

TEST(Catalog, ListsStepsThatAreTheDecimalsTheyLookLike) {
  Parameter parameter;
  parameter.min = 0;
  parameter.max = 3;
  parameter.steps = {{3, 0.1}};
  const auto steps = parameterSteps(parameter);
  ASSERT_EQ(steps.size(), 31U);
  EXPECT_EQ(steps[3], 0.3);  // three times 0.1 in binary is not 0.3
  EXPECT_EQ(steps[29], 2.9);
}

TEST(Catalog, ListsItemsAndThenSeriesThatAZoneTakes) {
  const Catalog& catalog = smallCatalog();
  EXPECT_EQ(catalog.materialsOf(*catalog.findZone("shell")), (std::vector<std::string>{"co600", "ny210"}));
  EXPECT_EQ(catalog.materialsOf(*catalog.findZone("straps")),
            (std::vector<std::string>{"web15", "web20", "web"}));
}

TEST(Catalog, TakesTheNearestSizeOfASeries) {
  const Catalog& catalog = smallCatalog();
  EXPECT_EQ(catalog.itemOf("web", 15).id, "web15");
  EXPECT_EQ(catalog.itemOf("web", 19).id, "web20");
  EXPECT_EQ(catalog.itemOf("web", 17.5).id, "web15");  // the smaller of two equally near
  EXPECT_EQ(catalog.itemOf("web", 99).id, "web20");
  EXPECT_EQ(catalog.itemOf("co600", 5).id, "co600");  // an item has one size
  EXPECT_THROW(catalog.itemOf("wob", 5), std::logic_error);
}

TEST(Catalog, FindsOptionsBySlot) {
  const Catalog& catalog = smallCatalog();
  EXPECT_EQ(catalog.optionsOf("hydration").size(), 3U);
  EXPECT_TRUE(catalog.optionsOf("nowhere").empty());
  EXPECT_EQ(catalog.findOption("hydration", "none")->slot, "hydration");
  EXPECT_EQ(catalog.findOption("hydration", "left"), nullptr);
}

TEST(Catalog, DefaultsHaveAValueForEverythingSetByTheTemplate) {
  const Choices choices = defaultChoices(smallCatalog());
  EXPECT_EQ(choices.options.size(), 4U);
  EXPECT_EQ(choices.options.at("body"), (Chosen<std::string>{"vest", By::Template, false}));
  EXPECT_EQ(choices.parameters.at("capacity").value, 6);
  EXPECT_EQ(choices.zones.at("straps").value, "web");
}

TEST(Catalog, NamesWhoSetAValue) {
  for (By by : {By::User, By::Template, By::Solved}) EXPECT_EQ(parseBy(byName(by)), by);
  EXPECT_FALSE(parseBy("nobody"));
}

}  // namespace
}  // namespace configurator
