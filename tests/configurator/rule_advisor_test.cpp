// What may be chosen, why not and what to change, over the shipped catalog. The rules of the hand-worked
// cases are read in assets/catalog; what an advisor promises is held against check_rules.cpp.
#include "configurator/rules/rule_advisor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "configurator/rules/check_rules.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

using engine::ValueState;

const Catalog& catalogOfAdvice() {
  return testWorkshop().catalog;
}

RuleAdvisor newAdvisor() {
  return RuleAdvisor(testWorkshop().rules->of(catalogOfAdvice(), {}));
}

Choices commuter() {
  for (const Design& design : templateDesigns()) {
    if (design.template_id == "commuter") return design.choices;
  }
  return {};
}

Choices choosing(Choices choices, const std::vector<PlaceValue>& values) {
  for (const PlaceValue& value : values) choices.options[value.place] = {value.value, By::User, false};
  return choices;
}

TEST(RuleAdvisor, ATemplatesValueIsFreeToChange) {
  RuleAdvisor advisor = newAdvisor();
  const Choices choices = commuter();  // hydration "none" is the template's
  EXPECT_EQ(advisor.stateOf(choices, {"hydration", "none"}), ValueState::available);
  EXPECT_EQ(advisor.stateOf(choices, {"hose-port", "left"}), ValueState::available);
  EXPECT_TRUE(advisor.explain(choices, {"hose-port", "left"}, 5).empty());
  const auto ways = advisor.findWays(choices, {"hose-port", "left"}, 3);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].ownChanges(), 0);
  EXPECT_EQ(ways[0].changes, (std::vector<PlaceChange>{{"hydration", "none", "sleeve", false, false}}));
}

TEST(RuleAdvisor, AnOwnChoiceBlocksWithItsRuleAndIsWhatARepairChanges) {
  RuleAdvisor advisor = newAdvisor();
  const Choices choices = choosing(commuter(), {{"hydration", "none"}});
  EXPECT_EQ(advisor.stateOf(choices, {"hydration", "none"}), ValueState::chosen);
  EXPECT_EQ(advisor.stateOf(choices, {"hydration", "sleeve"}), ValueState::available);
  EXPECT_EQ(advisor.stateOf(choices, {"hose-port", "none"}), ValueState::forced);
  EXPECT_EQ(advisor.stateOf(choices, {"hose-port", "left"}), ValueState::blocked);
  const auto reasons = advisor.explain(choices, {"hose-port", "left"}, 5);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].choices, (std::vector<PlaceValue>{{"hydration", "none"}}));
  ASSERT_EQ(reasons[0].rules.size(), 1U);
  EXPECT_EQ(reasons[0].rules[0].id, "port-needs-sleeve");
  EXPECT_EQ(reasons[0].rules[0].name, "A hose port needs a bladder sleeve");
  const auto ways = advisor.findWays(choices, {"hose-port", "left"}, 3);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].changes, (std::vector<PlaceChange>{{"hydration", "none", "sleeve", true, false}}));
}

TEST(RuleAdvisor, SeveralValuesAreHadTogetherOrNotAtAll) {
  RuleAdvisor advisor = newAdvisor();
  const Choices choices = choosing(commuter(), {{"hydration", "none"}});
  const auto ways = advisor.findWaysForAll(choices, {{"hose-port", "left"}, {"hose-clip", "magnet"}}, 3);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].changes, (std::vector<PlaceChange>{{"hydration", "none", "sleeve", true, false}}));
  EXPECT_EQ(ways[0].choices.options.at("hose-port").by, By::User);
  EXPECT_EQ(ways[0].choices.options.at("hose-clip").value, "magnet");
  EXPECT_TRUE(isValid(checkRules(catalogOfAdvice(), ways[0].choices)));
  EXPECT_TRUE(advisor.findWaysForAll(choices, {{"hose-port", "left"}, {"hydration", "none"}}, 3).empty());
}

TEST(RuleAdvisor, AMaterialThatDoesNotSuitIsBlockedWhateverIsChosen) {
  RuleAdvisor advisor = newAdvisor();
  const PlaceValue asked{"shell", "mesh3d"};
  EXPECT_EQ(advisor.stateOf(commuter(), asked), ValueState::blocked);
  const auto reasons = advisor.explain(commuter(), asked, 5);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_TRUE(reasons[0].choices.empty());
  EXPECT_EQ(reasons[0].rules.at(0).id, "accepts.shell");
  EXPECT_TRUE(advisor.findWays(commuter(), asked, 3).empty());
}

TEST(RuleAdvisor, ChoicesThatContradictEachOtherAreSaidToAndRepaired) {
  RuleAdvisor advisor = newAdvisor();
  const Choices choices = choosing(commuter(), {{"hydration", "none"}, {"hose-port", "left"}});
  EXPECT_FALSE(advisor.isConsistent(choices));
  const auto reasons = advisor.explainContradiction(choices, 5);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].choices, (std::vector<PlaceValue>{{"hydration", "none"}, {"hose-port", "left"}}));
  EXPECT_EQ(advisor.stateOf(choices, {"hydration", "sleeve"}), ValueState::available);
  const auto ways = advisor.findWaysOut(choices, 3);
  ASSERT_EQ(ways.size(), 2U);  // either of the two
  for (const WayOut& way : ways) {
    EXPECT_EQ(way.ownChanges(), 1);
    EXPECT_TRUE(isValid(checkRules(catalogOfAdvice(), way.choices)));
  }
}

TEST(RuleAdvisor, NumbersThatMustChangeGoToTheNearestStep) {
  RuleAdvisor advisor = newAdvisor();
  Choices choices = commuter();
  choices.parameters["capacity"] = {24, By::User, false};
  // parameters.xml: a running vest takes 2 to 12 l
  const auto ways = advisor.findWays(choices, {"body", "vest"}, 3);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].ownChanges(), 1);
  EXPECT_EQ(ways[0].choices.parameters.at("capacity").value, 12);
  EXPECT_TRUE(isValid(checkRules(catalogOfAdvice(), ways[0].choices)));
}

TEST(RuleAdvisor, AnOwnMaterialThatDoesNotSuitIsTheContradiction) {
  RuleAdvisor advisor = newAdvisor();
  Choices choices = commuter();
  choices.zones["shell"] = {"mesh3d", By::User, false};
  EXPECT_FALSE(advisor.isConsistent(choices));
  const auto reasons = advisor.explainContradiction(choices, 5);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].choices, (std::vector<PlaceValue>{{"shell", "mesh3d"}}));
  EXPECT_EQ(reasons[0].rules.at(0).id, "accepts.shell");
  const auto ways = advisor.findWaysOut(choices, 3);
  ASSERT_EQ(ways.size(), 1U);
  EXPECT_EQ(ways[0].ownChanges(), 1);
  EXPECT_TRUE(isValid(checkRules(catalogOfAdvice(), ways[0].choices)));
}

/// A template with some of its values made the user's own.
Choices partlyOwn(std::mt19937& random) {
  std::vector<Design> designs = templateDesigns();
  Choices choices = designs[random() % designs.size()].choices;
  for (auto& [slot, chosen] : choices.options) chosen.by = random() % 3 == 0 ? By::User : By::Template;
  for (auto& [zone, chosen] : choices.zones) chosen.by = random() % 3 == 0 ? By::User : By::Template;
  for (auto& [id, chosen] : choices.parameters) chosen.by = random() % 3 == 0 ? By::User : By::Template;
  return choices;
}

TEST(RuleAdvisor, WhatItCallsAvailableCanBeCompletedAndWhatItCallsBlockedCostsAnOwnChoice) {
  constexpr std::uint32_t kSeed = 7;
  std::mt19937 random(kSeed);
  RuleAdvisor advisor = newAdvisor();
  int available = 0, blocked = 0;
  for (int i = 0; i < 12; ++i) {
    const Choices choices = partlyOwn(random);
    for (const PlaceAdvice& place : advisor.advise(choices)) {
      if (place.kind != Place::Slot) continue;
      for (const ValueAdvice& value : place.values) {
        const auto ways = advisor.findWays(choices, {place.place, value.value}, 1);
        const bool is_blocked = value.state == ValueState::blocked;
        ++(is_blocked ? blocked : available);
        ASSERT_FALSE(ways.empty()) << place.place << "=" << value.value;  // no option of the catalog is dead
        EXPECT_EQ(ways[0].ownChanges() > 0, is_blocked) << place.place << "=" << value.value;
        EXPECT_EQ(presentText(ways[0].choices, place.place), value.value);
        EXPECT_TRUE(isValid(checkRules(catalogOfAdvice(), ways[0].choices)));
        EXPECT_EQ(advisor.explain(choices, {place.place, value.value}, 1).empty(),
                  !is_blocked && value.state != ValueState::forced);
      }
    }
  }
  EXPECT_GT(available, 500) << "seed " << kSeed;
  EXPECT_GT(blocked, 100) << "seed " << kSeed;
}

/// A click: a value of a slot, zone or parameter that the user makes their own.
struct Click {
  Place kind = Place::Slot;
  PlaceValue value;
};

void make(Choices& choices, const Click& click) {
  const std::string& place = click.value.place;
  if (click.kind == Place::Parameter) {
    choices.parameters.at(place) = {std::stod(click.value.value), By::User, false};
  } else {
    (click.kind == Place::Slot ? choices.options : choices.zones).at(place) = {click.value.value, By::User,
                                                                               false};
  }
}

Choices after(Choices choices, const std::vector<Click>& clicks) {
  for (const Click& click : clicks) make(choices, click);
  return choices;
}

/// Places with the states of their values.
std::vector<std::pair<std::string, std::vector<ValueState>>> statesOf(RuleAdvisor& advisor,
                                                                      const Choices& choices) {
  std::vector<std::pair<std::string, std::vector<ValueState>>> states;
  for (const PlaceAdvice& place : advisor.advise(choices)) {
    auto& [id, of_place] = states.emplace_back(place.place, std::vector<ValueState>());
    for (const ValueAdvice& value : place.values) of_place.push_back(value.state);
  }
  return states;
}

/// Clicks on values that are not blocked, each on another place; what one forces is left as it is.
std::vector<Click> clicksByChance(RuleAdvisor& advisor, const Choices& start, std::mt19937& random) {
  std::vector<Click> clicks;
  const std::size_t count = 2 + random() % 8;
  while (clicks.size() < count) {
    const std::vector<PlaceAdvice> advice = advisor.advise(after(start, clicks));
    const PlaceAdvice& place = advice[random() % advice.size()];
    const bool again = std::any_of(clicks.begin(), clicks.end(),
                                   [&](const Click& click) { return click.value.place == place.place; });
    const ValueAdvice& value = place.values[random() % place.values.size()];
    if (again || value.state == ValueState::blocked) continue;
    clicks.push_back({place.kind, {place.place, value.value}});
  }
  return clicks;
}

TEST(RuleAdvisor, AnyOrderOfTheSameClicksGivesTheSameStates) {
  constexpr std::uint32_t kSeed = 11;
  std::mt19937 random(kSeed);
  RuleAdvisor advisor = newAdvisor();  // one for all: what was asked before must not show
  for (int i = 0; i < 25; ++i) {
    SCOPED_TRACE("seed " + std::to_string(kSeed) + ", round " + std::to_string(i));
    const Choices start = templateDesigns()[random() % templateDesigns().size()].choices;
    std::vector<Click> clicks = clicksByChance(advisor, start, random);
    RuleAdvisor fresh = newAdvisor();
    const auto expected = statesOf(fresh, after(start, clicks));
    for (int order = 0; order < 3; ++order) {
      std::shuffle(clicks.begin(), clicks.end(), random);
      for (std::size_t made = 0; made <= clicks.size(); ++made)
        advisor.advise(after(start, {clicks.begin(), clicks.begin() + static_cast<std::ptrdiff_t>(made)}));
      EXPECT_EQ(statesOf(advisor, after(start, clicks)), expected);
    }
  }
}

TEST(RuleAdvisor, AnyClickTakenBackIsAsIfItHadNeverBeenMade) {
  constexpr std::uint32_t kSeed = 13;
  std::mt19937 random(kSeed);
  RuleAdvisor advisor = newAdvisor();
  for (int i = 0; i < 25; ++i) {
    SCOPED_TRACE("seed " + std::to_string(kSeed) + ", round " + std::to_string(i));
    const Choices start = templateDesigns()[random() % templateDesigns().size()].choices;
    const std::vector<Click> clicks = clicksByChance(advisor, start, random);
    for (std::size_t back = 0; back < clicks.size(); ++back) {
      Choices choices = after(start, clicks);
      advisor.advise(choices);
      // The value stays where it is, free to change.
      const std::string& place = clicks[back].value.place;
      if (clicks[back].kind == Place::Parameter) {
        choices.parameters.at(place).by = By::Solved;
      } else {
        (clicks[back].kind == Place::Slot ? choices.options : choices.zones).at(place).by = By::Solved;
      }
      std::vector<Click> others = clicks;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(back));
      RuleAdvisor fresh = newAdvisor();
      EXPECT_EQ(statesOf(advisor, choices), statesOf(fresh, after(start, others)));
    }
  }
}

}  // namespace
}  // namespace configurator
