// The finder over the shipped catalog: what it finds is valid, keeps choices and bounds, has the figures that
// the program says of it, and is not beaten by what a test can try on its own.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "configurator/catalog/choice_hold.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/carry.h"
#include "configurator/session/design_advisor.h"
#include "configurator/session/find_designs.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

Design withOwn(Design design, const Options& options) {
  for (const auto& [slot, option] : options) design.choices.options.at(slot) = {option, By::User, false};
  return design;
}

FindRequest leastCost() {
  FindRequest request;
  request.figures.in_all_sizes = true;
  return request;
}

bom::Money dollars(double amount) {
  return bom::Money::fromMillionths(std::llround(amount * 1e6), *bom::Currency::parse("USD"));
}

/// Built again, by the road of `show`.
Figures figuresOfFound(const Design& design, const FoundPack& found) {
  Design other = design;
  other.choices = found.design.choices;
  FigureRequest request;
  request.in_all_sizes = true;
  auto figures = figuresOf(programWorkshop(), other, request);
  must(figures.has_value());
  return std::move(*figures);
}

TEST(FindDesigns, KeepsChoicesRulesAndBoundsToTheLastDigit) {
  const Design design =
      withOwn(templateDesign("commuter"), {{"body", "panel-loader"}, {"laptop", "sleeve-15"}});
  FindRequest request = leastCost();
  request.bounds = {dollars(17), 420, 20};
  const auto answer = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->designs.empty());
  EXPECT_EQ(answer->fixed, (std::vector<PlaceValue>{{"body", "panel-loader"}, {"laptop", "sleeve-15"}}));
  EXPECT_TRUE(answer->count.exact);
  for (const FoundPack& found : answer->designs) {
    const Choices& choices = found.design.choices;
    EXPECT_EQ(choices.options.at("body").value, "panel-loader");
    EXPECT_EQ(choices.options.at("laptop").value, "sleeve-15");
    EXPECT_GE(choices.parameters.at("capacity").value, 20);
    EXPECT_TRUE(isValid(checkRules(programWorkshop().catalog, choices)));
    const Figures figures = figuresOfFound(design, found);
    EXPECT_TRUE(figures.valid);
    const bom::EstimateAtQuantity& at = figures.estimate->breaks.front();
    EXPECT_EQ(unitCost(at, "FOB"), found.design.unit_cost);
    EXPECT_EQ(at.bill.mass.toDouble(), found.design.mass_g);
    EXPECT_FALSE(dollars(17) < found.design.unit_cost);
    EXPECT_LE(found.design.mass_g, 420);
    EXPECT_GE(found.design.capacity_l, 19.995);
  }
}

TEST(FindDesigns, AnswersTheSameEachTime) {
  const Design design = withOwn(templateDesign("medical"), {{"body", "panel-loader-wide"}});
  FindRequest request = leastCost();
  request.minimise = FoundFigure::Mass;
  const auto one = findDesigns(programWorkshop(), design, request);
  const auto other = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(one && other);
  ASSERT_EQ(one->designs.size(), other->designs.size());
  for (std::size_t i = 0; i < one->designs.size(); ++i)
    EXPECT_EQ(one->designs[i].design.choices, other->designs[i].design.choices);
  EXPECT_EQ(one->bound, other->bound);
}

/// What no single change of an option makes lighter, is within reach of no better one.
TEST(FindDesigns, NoSingleChangeOfAnOptionIsBetter) {
  const Design design = withOwn(templateDesign("commuter"), {{"body", "panel-loader"}});
  FindRequest request = leastCost();
  request.minimise = FoundFigure::Mass;
  request.bounds.min_capacity_l = 18;
  const auto answer = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->designs.empty());
  const ProbedDesign& best = answer->designs.front().design;
  int tried = 0;
  for (const Option& option : programWorkshop().catalog.options) {
    Design other = design;
    other.choices = best.choices;
    if (option.slot == "body" || other.choices.options.at(option.slot).value == option.id) continue;
    other.choices.options.at(option.slot).value = option.id;
    if (!isValid(checkRules(programWorkshop().catalog, other.choices))) continue;
    FigureRequest figures;
    figures.in_all_sizes = true;
    figures.price_only = true;
    const auto built = figuresOf(programWorkshop(), other, figures);
    ASSERT_TRUE(built);
    if (!built->valid || built->pack->capacity_l < 17.995) continue;
    ++tried;
    EXPECT_GE(built->estimate->breaks.front().bill.mass.toDouble(), best.mass_g - 1e-9)
        << option.slot << "=" << option.id;
  }
  EXPECT_GT(tried, 20);
}

TEST(FindDesigns, SaysWhichBoundStandsInTheWay) {
  Design design = withOwn(templateDesign("hydration"), {{"body", "vest"}});
  FindRequest request = leastCost();
  request.bounds.min_capacity_l = 30;  // parameters.xml: a running vest takes 2 to 12 l
  const auto litres = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(litres);
  EXPECT_TRUE(litres->proven);
  EXPECT_FALSE(litres->out_of_time);
  EXPECT_TRUE(litres->designs.empty());
  EXPECT_TRUE(litres->count.number.isZero());
  ASSERT_FALSE(litres->obstacle.reasons.empty());
  EXPECT_EQ(litres->obstacle.reasons.front().choices, (std::vector<PlaceValue>{{"body", "vest"}}));
  design = withOwn(templateDesign("commuter"), {{"body", "panel-loader"}});
  request.bounds = {dollars(3), {}, {}};
  const auto cost = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(cost);
  EXPECT_TRUE(cost->designs.empty());
  ASSERT_TRUE(cost->obstacle.least_cost);
  EXPECT_GT(*cost->obstacle.least_cost, 30'000);
}

std::vector<std::string> warningsIn(const Design& design, const Choices& choices) {
  Design other = design;
  other.choices = choices;
  std::vector<std::string> rules;
  for (const Violation& violation : violationsOf(programWorkshop(), other))
    if (violation.severity == "warning") rules.push_back(violation.rule);
  return rules;
}

TEST(FindDesigns, CanBeWithoutNewWarnings) {
  Design design = withOwn(templateDesign("commuter"), {{"body", "panel-loader"}, {"shell-finish", "none"}});
  design.choices.parameters.at("load") = {6, By::User, false};  // more than webbing straps carry
  const std::vector<std::string> present = warningsIn(design, design.choices);
  ASSERT_FALSE(present.empty());  // of the finish
  FindRequest request = leastCost();
  const auto cheapest = findDesigns(programWorkshop(), design, request);
  request.bounds.no_new_warnings = true;
  const auto sound = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(cheapest && sound);
  ASSERT_FALSE(cheapest->designs.empty());
  ASSERT_FALSE(sound->designs.empty());
  const auto isNew = [&](const std::string& rule) {
    return std::find(present.begin(), present.end(), rule) == present.end();
  };
  const std::vector<std::string> of_cheapest = warningsIn(design, cheapest->designs.front().design.choices);
  EXPECT_TRUE(std::any_of(of_cheapest.begin(), of_cheapest.end(), isNew));
  EXPECT_EQ(std::count(of_cheapest.begin(), of_cheapest.end(), "load-above-recommended"), 1);
  for (const FoundPack& found : sound->designs) {
    for (const std::string& rule : warningsIn(design, found.design.choices))
      EXPECT_FALSE(isNew(rule)) << rule;
  }
  EXPECT_LT(cheapest->designs.front().design.unit_cost, sound->designs.front().design.unit_cost);
}

/// Load lifters were forgotten: a design with them was refused for one without.
TEST(FindDesigns, NamesAllThatTheRecommendedLoadHangsOn) {
  std::vector<std::string> carriers = loadCarriersOf(programWorkshop().catalog);
  std::sort(carriers.begin(), carriers.end());
  EXPECT_EQ(carriers,
            (std::vector<std::string>{"frame", "harness", "hip-belt", "load-lifters", "strap-width"}));
}

TEST(FindDesigns, AWarningThatIsThereAlreadyMayStay) {
  Design design = withOwn(templateDesign("commuter"), {{"body", "panel-loader"}, {"harness", "webbing"}});
  FindRequest request = leastCost();
  const auto present = warningsIn(design, design.choices);
  ASSERT_NE(std::find(present.begin(), present.end(), "commuter-straps-are-padded"), present.end());
  request.bounds.no_new_warnings = true;
  const auto answer = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->designs.empty());
}

TEST(FindDesigns, WhatIsTakenIsTheUsersOwn) {
  const Design design = withOwn(templateDesign("commuter"), {{"body", "panel-loader"}});
  FindRequest request = leastCost();
  const auto answer = findDesigns(programWorkshop(), design, request);
  ASSERT_TRUE(answer);
  ASSERT_FALSE(answer->designs.empty());
  const FoundPack& best = answer->designs.front();
  ASSERT_GT(best.changes.size(), 3U);
  const Choices taken = takenChoices(best);
  for (const PlaceChange& change : best.changes) EXPECT_EQ(holdOf(taken, change.place).by, By::User);
  EXPECT_EQ(taken.options.at("body").by, By::User);
  std::size_t own = 0;
  for (const auto& [slot, chosen] : taken.options) own += chosen.by == By::User ? 1 : 0;
  std::size_t slots = 0;
  for (const PlaceChange& change : best.changes) slots += taken.options.contains(change.place) ? 1 : 0;
  EXPECT_EQ(own, slots + 1);
}

TEST(FindDesigns, IsStoppedAndTellsHowFarItIs) {
  std::stop_source stop;
  FindRequest request = leastCost();
  request.stop = stop.get_token();
  int told = 0;
  request.progress = [&](const FindProgress& progress) {
    ++told;
    EXPECT_LT(progress.bodies, progress.of_bodies);
    stop.request_stop();
  };
  const auto answer = findDesigns(programWorkshop(), templateDesign("commuter"), request);
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->proven);
  EXPECT_TRUE(answer->out_of_time);
  EXPECT_GT(told, 0);
  EXPECT_FALSE(answer->not_looked_at.empty());
}

}  // namespace
}  // namespace configurator
