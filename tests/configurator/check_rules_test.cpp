// Rules over choices: each verb kept and broken, ranges, bodies, unknown ids, and what may still be chosen.
#include "configurator/rules/check_rules.h"

#include <gtest/gtest.h>

#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

struct Change {
  std::string id, value;
};

/// The defaults (vest, nothing else, 6 l, 240 mm) with some options or materials changed.
Choices changed(const std::vector<Change>& changes) {
  Choices choices = defaultChoices(smallCatalog());
  for (const Change& change : changes) {
    const bool is_zone = smallCatalog().findZone(change.id) != nullptr;
    (is_zone ? choices.zones : choices.options)[change.id].value = change.value;
  }
  return choices;
}

std::vector<std::string> messages(const std::vector<Violation>& violations) {
  std::vector<std::string> texts;
  for (const Violation& v : violations) texts.push_back(v.severity + " " + v.rule + ": " + v.message);
  return texts;
}

std::vector<std::string> check(const std::vector<Change>& changes) {
  return messages(checkRules(smallCatalog(), changed(changes)));
}

TEST(CheckRules, FindsNothingWrongWithTheDefaults) {
  EXPECT_EQ(check({}), std::vector<std::string>{});
}

TEST(CheckRules, NeedsIsKeptByAnyOfItsValues) {
  EXPECT_EQ(check({{"hose-port", "left"}, {"hydration", "sleeve"}}), std::vector<std::string>{});
  EXPECT_EQ(check({{"hose-port", "both"}, {"hydration", "sleeve-bladder"}}), std::vector<std::string>{});
  EXPECT_EQ(check({{"hose-port", "left"}}),
            std::vector<std::string>{
                "error port-needs-sleeve: Hose port \"Left\" needs Hydration \"Sleeve\" or \"Sleeve "
                "with bladder\" (now \"None\")."});
}

TEST(CheckRules, SaysTheReasonAndThePlacesOfABrokenRule) {
  const auto violations = checkRules(smallCatalog(), changed({{"hose-port", "left"}}));
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations[0].because, "The hose comes from a bladder.");
  EXPECT_EQ(violations[0].ids, (std::vector<std::string>{"hose-port", "hydration"}));
  EXPECT_FALSE(isValid(violations));
}

TEST(CheckRules, ExcludesForbidsTheCombination) {
  const std::vector<Change> both{
      {"body", "panel-loader"}, {"rain-cover", "stowed"}, {"hose-port", "both"}, {"hydration", "sleeve"}};
  EXPECT_EQ(check(both),
            std::vector<std::string>{"error cover-without-port: Rain cover \"Stowed\" cannot be combined "
                                     "with Hose port \"Both sides\"."});
  EXPECT_EQ(check({{"body", "panel-loader"},
                   {"rain-cover", "stowed"},
                   {"hose-port", "left"},
                   {"hydration", "sleeve"}}),
            std::vector<std::string>{});
}

TEST(CheckRules, OnlyWithHoldsOnlyWhereEveryConditionHolds) {
  EXPECT_EQ(check({{"shell", "co600"}}),
            std::vector<std::string>{
                "warning light-with-light: Light stays light: here Body \"Vest\", Hydration \"None\" and "
                "Shell \"600D canvas\"."});
  EXPECT_EQ(check({{"shell", "co600"}, {"hydration", "sleeve"}}), std::vector<std::string>{});
}

TEST(CheckRules, AWarningLeavesTheDesignValid) {
  EXPECT_TRUE(isValid(checkRules(smallCatalog(), changed({{"shell", "co600"}}))));
}

TEST(CheckRules, AnOptionMadeForOtherBodiesIsNamed) {
  EXPECT_EQ(check({{"rain-cover", "stowed"}}),
            std::vector<std::string>{
                "error made-for.rain-cover.stowed: Rain cover \"Stowed\" is made for Body \"Panel "
                "loader\" (now \"Vest\")."});
}

TEST(CheckRules, AParameterStaysInTheRangesOfTheChosenOptions) {
  Choices choices = changed({});
  choices.parameters["capacity"].value = 13;
  EXPECT_EQ(messages(checkRules(smallCatalog(), choices)),
            std::vector<std::string>{
                "error range.capacity: Body \"Vest\" takes a Capacity of 2 l to 12 l, not 13 l."});
  choices.parameters["capacity"].value = 19;
  EXPECT_EQ(messages(checkRules(smallCatalog(), choices)),
            std::vector<std::string>{
                "error range.capacity: Body \"Vest\" takes a Capacity of 2 l to 12 l, not 19 l. "
                "Hydration \"None\" takes a Capacity of 2 l to 18 l, not 19 l."});
  choices.options["body"].value = "panel-loader";
  choices.options["hydration"].value = "sleeve";
  EXPECT_TRUE(checkRules(smallCatalog(), choices).empty());
  choices.parameters["capacity"].value = 19.5;
  EXPECT_EQ(messages(checkRules(smallCatalog(), choices)),
            std::vector<std::string>{
                "error range.capacity: Capacity comes in steps from 2 l to 20 l, not 19.5 l."});
}

TEST(CheckRules, UnknownAndMissingIdsAreViolations) {
  Choices choices = changed({{"hydration", "hose"}, {"shell", "silk"}, {"straps", "ny210"}});
  choices.options["wings"].value = "two";
  choices.parameters["age"].value = 3;
  choices.zones["lid"].value = "ny210";
  choices.options.erase("rain-cover");
  choices.parameters.erase("width");
  EXPECT_EQ(messages(checkRules(smallCatalog(), choices)),
            (std::vector<std::string>{
                "error unknown.hydration: Hydration has no option \"hose\".",
                "error missing.rain-cover: Nothing is chosen for Rain cover.",
                "error unknown.wings: There is no slot \"wings\".",
                "error missing.width: Nothing is chosen for Width.",
                "error unknown.age: There is no parameter \"age\".",
                "error unknown.shell: Shell has no material \"silk\".",
                "error accepts.straps: Straps \"210D ripstop nylon 6, PU coated\" does not suit this zone.",
                "error unknown.lid: There is no zone \"lid\"."}));
}

TEST(CheckRules, ListsTheStepsThatTheChosenOptionsLeave) {
  const Parameter& capacity = *smallCatalog().findParameter("capacity");
  // vest 2 … 12 and no hydration 2 … 18: 12 half steps below 8, then 8 9 10 11 12.
  const auto vest = allowedSteps(smallCatalog(), changed({}), capacity);
  EXPECT_EQ(vest.size(), 17U);
  EXPECT_EQ(vest.back(), 12);
  EXPECT_EQ(allowedSteps(smallCatalog(), changed({{"body", "panel-loader"}}), capacity).back(), 18);
  EXPECT_EQ(
      allowedSteps(smallCatalog(), changed({{"body", "panel-loader"}, {"hydration", "sleeve"}}), capacity)
          .back(),
      20);
}

TEST(CheckRules, ListsNoStepWhenOptionsContradictEachOther) {
  Catalog catalog = smallCatalog();
  Parameter& capacity = catalog.parameters[0];
  capacity.ranges[1].min = 15;
  EXPECT_TRUE(allowedSteps(catalog, changed({}), capacity).empty());
  const auto violations = checkRules(catalog, changed({}));
  ASSERT_EQ(violations.size(), 1U);
  EXPECT_EQ(violations[0].because, "The chosen options leave no common value.");
  EXPECT_EQ(violations[0].message, "Hydration \"None\" takes a Capacity of 15 l to 18 l, not 6 l.");
}

TEST(CheckRules, AnOptionFitsWhenNothingStandsAgainstIt) {
  const Catalog& catalog = smallCatalog();
  const Choices with_sleeve = changed({{"hydration", "sleeve"}});
  const Option& left = *catalog.findOption("hose-port", "left");
  EXPECT_TRUE(optionFits(catalog, with_sleeve, left));
  EXPECT_FALSE(optionFits(catalog, changed({}), left));
  EXPECT_EQ(messages(objectionsTo(catalog, changed({}), *catalog.findOption("rain-cover", "stowed"))),
            std::vector<std::string>{
                "error made-for.rain-cover.stowed: Rain cover \"Stowed\" is made for Body \"Panel "
                "loader\" (now \"Vest\")."});
  // A warning is no objection.
  EXPECT_TRUE(optionFits(catalog, changed({{"shell", "co600"}}), *catalog.findOption("hydration", "none")));
}

}  // namespace
}  // namespace configurator
