// Edits that break rules, made anyway. Each way is judged by the rules themselves and by the figures of the
// design that it makes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "configurator/catalog/choice_hold.h"
#include "configurator/session/choose_anyway.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::IsEmpty;
using testing::Not;

Design editedTemplate(const std::string& id, const std::vector<KeyValue>& edits) {
  const auto design = editedAsBySet(templateDesign(id), edits);
  must(design.has_value());
  return *design;
}

AnywayAnswer answerTo(const Design& design, const std::vector<KeyValue>& edits) {
  auto answer = findAnyway(programWorkshop(), design, edits);
  must(answer.has_value());
  return std::move(*answer);
}

bom::Money fobOf(const Design& design) {
  FigureRequest request;
  request.in_all_sizes = true;
  const auto figures = figuresOf(programWorkshop(), design, request);
  must(figures.has_value() && figures->estimate.has_value());
  return figures->estimate->breaks.front().fob;
}

TEST(ChooseAnyway, WhatBreaksNothingNeedsNoWay) {
  const AnywayAnswer answer = answerTo(templateDesign("commuter"), {{"hip-belt", "padded"}});
  EXPECT_THAT(answer.violations, IsEmpty());
  EXPECT_THAT(answer.ways, IsEmpty());
  EXPECT_EQ(answer.edited.choices.options.at("hip-belt").value, "padded");
}

TEST(ChooseAnyway, EveryWayKeepsTheRulesAndCostsWhatItSays) {
  const Design design =
      editedTemplate("commuter", {{"hydration", "none"}, {"harness", "padded"}, {"capacity", "24"}});
  const std::vector<std::vector<KeyValue>> asked{{{"body", "vest"}},
                                                 {{"hose-port", "left"}},
                                                 {{"hose-port", "left"}, {"hip-belt", "webbing"}},
                                                 {{"capacity", "11"}},
                                                 {{"hose-clip", "magnet"}, {"hose-port", "both"}}};
  for (const auto& edits : asked) {
    const AnywayAnswer answer = answerTo(design, edits);
    ASSERT_THAT(answer.ways, Not(IsEmpty())) << edits.front().key;
    for (const PricedWay& way : answer.ways) {
      const Design then = takenWay(answer, way);
      EXPECT_TRUE(isValid(violationsOf(programWorkshop(), then))) << edits.front().key;
      for (const KeyValue& edit : edits) {
        EXPECT_EQ(presentText(then.choices, edit.key), edit.value);
        EXPECT_EQ(holdOf(then.choices, edit.key).by, By::User);
      }
      ASSERT_TRUE(way.delta.has_value());
      EXPECT_TRUE(way.delta->exact);
      EXPECT_EQ(fobOf(design) + way.delta->unit_cost, fobOf(then)) << edits.front().key;
    }
  }
}

/// By hand: a port needs a sleeve, and nothing else stands between a commuter and its port.
TEST(ChooseAnyway, OneOwnChoiceGivesWayWhereOneIsEnough) {
  const Design design = editedTemplate("commuter", {{"hydration", "none"}, {"hip-belt", "padded"}});
  const AnywayAnswer answer = answerTo(design, {{"hose-port", "left"}});
  ASSERT_EQ(answer.ways.size(), 1u);
  EXPECT_EQ(answer.ways.front().way.changes,
            (std::vector<PlaceChange>{{"hydration", "none", "sleeve", true, false}}));
  ASSERT_THAT(answer.reasons, Not(IsEmpty()));
  EXPECT_EQ(answer.reasons.front().rules.front().id, "port-needs-sleeve");
}

TEST(ChooseAnyway, APinnedChoiceInTheWayIsSaid) {
  const Design design = editedTemplate("commuter", {{"hydration", "none"}, {"pin.hydration", "yes"}});
  const AnywayAnswer answer = answerTo(design, {{"hose-port", "left"}});
  ASSERT_EQ(answer.ways.size(), 1u);
  EXPECT_TRUE(answer.ways.front().way.changes.front().pinned);
}

TEST(ChooseAnyway, WhatIsAskedForIsNeverGivenUp) {
  const AnywayAnswer answer =
      answerTo(templateDesign("commuter"), {{"hydration", "none"}, {"hose-port", "left"}});
  EXPECT_THAT(answer.violations, Not(IsEmpty()));
  EXPECT_THAT(answer.ways, IsEmpty());
  ASSERT_THAT(answer.reasons, Not(IsEmpty()));
  EXPECT_EQ(answer.reasons.front().choices.size(), 2u) << "the two that were asked for";
}

TEST(ChooseAnyway, WithoutEditsADesignThatContradictsTheCatalogIsPutRight) {
  Design design = templateDesign("commuter");
  design.choices.options.at("hose-port").value = "left";
  const AnywayAnswer answer = answerTo(design, {});
  EXPECT_THAT(answer.violations, Not(IsEmpty()));
  ASSERT_THAT(answer.ways, Not(IsEmpty()));
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), takenWay(answer, answer.ways.front()))));
  EXPECT_THAT(answerTo(templateDesign("commuter"), {}).violations, IsEmpty());
}

/// By hand: a sleeve and dividers share one compartment, whatever else is edited.
Design sleeveAndDividers() {
  Design design = editedTemplate("commuter", {{"laptop", "sleeve-15"}});
  design.choices.options.at("dividers") = {"medical", By::User, false};
  return design;
}

// Once only what the edit itself brought was looked at, and the design stayed broken without a word.
TEST(ChooseAnyway, AnEditOfABrokenDesignPutsRightWhatWasBrokenBefore) {
  const AnywayAnswer answer = answerTo(sleeveAndDividers(), {{"hydration", "sleeve"}});
  EXPECT_THAT(answer.violations, IsEmpty());
  ASSERT_THAT(answer.left, Not(IsEmpty()));
  EXPECT_EQ(answer.left.front().rule, "laptop-and-dividers");
  ASSERT_THAT(answer.ways, Not(IsEmpty()));
  for (const PricedWay& way : answer.ways) {
    const Design then = takenWay(answer, way);
    EXPECT_TRUE(isValid(violationsOf(programWorkshop(), then)));
    EXPECT_EQ(presentText(then.choices, "hydration"), "sleeve");
  }
}

TEST(ChooseAnyway, WithoutMendingTheErrorsThatAreLeftAreTold) {
  const auto answer =
      findAnyway(programWorkshop(), sleeveAndDividers(), {{"hydration", "sleeve"}}, {1, false});
  ASSERT_TRUE(answer.has_value());
  EXPECT_THAT(answer->violations, IsEmpty());
  EXPECT_THAT(answer->ways, IsEmpty());
  ASSERT_THAT(answer->left, Not(IsEmpty()));
  EXPECT_EQ(answer->left.front().rule, "laptop-and-dividers");
}

// Once the user's laptop sleeve was blamed. By hand: 45 l are of the roll-top alone, whose back is 400 mm and
// more.
TEST(ChooseAnyway, WhereWhatIsAskedForContradictsItselfNoOtherChoiceIsBlamed) {
  const Design design = editedTemplate("commuter", {{"laptop", "sleeve-15"}});
  const AnywayAnswer numbers =
      answerTo(design, {{"capacity", "45"}, {"back-length", "360"}, {"width", "200"}, {"depth", "100"}});
  EXPECT_TRUE(numbers.asks_contradiction);
  ASSERT_THAT(numbers.reasons, Not(IsEmpty()));
  for (const Reason& reason : numbers.reasons) {
    for (const PlaceValue& choice : reason.choices) EXPECT_NE(choice.place, "laptop");
  }
  EXPECT_TRUE(answerTo(design, {{"laptop", "sleeve-15"}, {"dividers", "medical"}}).asks_contradiction);
  EXPECT_FALSE(answerTo(design, {{"dividers", "medical"}}).asks_contradiction);
}

TEST(ChooseAnyway, ANumberThatNoOptionTakesHasNoWay) {
  const AnywayAnswer answer = answerTo(templateDesign("commuter"), {{"capacity", "99"}});
  EXPECT_THAT(answer.ways, IsEmpty());
  ASSERT_EQ(answer.violations.size(), 1u);
  EXPECT_FALSE(findAnyway(programWorkshop(), templateDesign("commuter"), {{"capacity", "lots"}}));
}

}  // namespace
}  // namespace configurator
