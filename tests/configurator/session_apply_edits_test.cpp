// Edits are all or nothing: refused for what they break, allowed where something else was broken before.
#include "configurator/session/apply_edits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "configurator/session/figures.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(ApplyEdits, SeveralEditsThatKeepTheRulesTogetherAreMade) {
  const Design design = templateDesign("commuter");
  EXPECT_FALSE(editedAsBySet(design, {{"hose-port", "left"}}).has_value());
  const auto edited = editedAsBySet(design, {{"hose-port", "left"}, {"hydration", "sleeve"}});
  ASSERT_TRUE(edited.has_value());
  EXPECT_EQ(edited->choices.options.at("hose-port").value, "left");
  EXPECT_EQ(edited->choices.options.at("hose-port").by, By::User);
}

TEST(ApplyEdits, AnOrderIsMeasuredWhenAllItsLinesAreEdited) {
  Design design = templateDesign("commuter");
  const std::string code = design.colorways.front().code;
  design.order.lines = {{code, "M", 1'000'000}};
  const auto moved = editedAsBySet(
      design, {{"order.quantity." + code + ".L", "400000"}, {"order.quantity." + code + ".M", "600000"}});
  ASSERT_TRUE(moved.has_value()) << moved.error().message;
  EXPECT_EQ(totalQuantity(moved->order), 1'000'000);
  const auto refused = editedAsBySet(design, {{"order.quantity." + code + ".S", "1"}});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().message, "the order adds up to 1000001 pieces; it can have at most 1000000");
}

TEST(ApplyEdits, ARefusalNamesTheRule) {
  const auto refused = editedAsBySet(templateDesign("commuter"), {{"hose-port", "left"}});
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error().violations, Contains(Field(&Violation::rule, "port-needs-sleeve")));
}

TEST(ApplyEdits, AnUnknownValueIsSaidWithoutViolations) {
  const auto refused = editedAsBySet(templateDesign("commuter"), {{"hydration", "slleve"}});
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.error().violations, IsEmpty());
  EXPECT_THAT(refused.error().message, HasSubstr("did you mean \"sleeve\""));
}

TEST(ApplyEdits, WhatWasBrokenBeforeMayStayBrokenMeanwhile) {
  Design design = templateDesign("commuter");
  design.choices.options.at("hose-port").value = "left";
  ASSERT_FALSE(isValid(violationsOf(programWorkshop(), design)));
  EXPECT_TRUE(editedAsBySet(design, {{"hip-belt", "webbing"}}).has_value());
  EXPECT_FALSE(editedAsBySet(design, {{"hose-port", "right"}}).has_value())
      << "an edit that stays blocked is refused";
  const auto repaired = editedAsBySet(design, {{"hydration", "sleeve"}});
  ASSERT_TRUE(repaired.has_value());
  EXPECT_TRUE(isValid(violationsOf(programWorkshop(), *repaired)));
}

TEST(ApplyEdits, DimensionsThatDoNotMakeTheLitresAreRefused) {
  const Design design = templateDesign("commuter");
  const auto refused =
      editedAsBySet(design, {{"back-length", "400"}, {"width", "220"}, {"depth", "100"}, {"capacity", "18"}});
  ASSERT_FALSE(refused.has_value());
  // 400 x 220 x 100 mm hold 8.8 l at most, were the pack a box.
  ASSERT_THAT(refused.error().violations, Contains(Field(&Violation::rule, "capacity-not-reached")));
  EXPECT_THAT(refused.error().violations.front().ids,
              testing::ElementsAre("capacity", "back-length", "width", "depth"));
}

TEST(ApplyEdits, AutoLeadsToWhatTheRestOfTheDesignAccepts) {
  const Catalog& catalog = programWorkshop().catalog;
  std::vector<std::string> keys;
  for (const Slot& slot : catalog.slots) keys.push_back(slot.id);
  for (const Parameter& parameter : catalog.parameters) keys.push_back(parameter.id);
  for (const Zone& zone : catalog.zones) keys.push_back(zone.id);
  const auto templates = listTemplates(programWorkshop());
  for (const TemplateSummary& summary : templates.value()) {
    const Design design = templateDesign(summary.id);
    for (const std::string& key : keys) {
      const auto edited = editedDesign(catalog, design, {{key, "auto"}});
      ASSERT_TRUE(edited.has_value()) << edited.error().message;
      const auto broken = checkRules(catalog, edited->choices);
      EXPECT_TRUE(isValid(broken)) << summary.id << " " << key << ": " << broken.front().message;
    }
  }
}

TEST(ApplyEdits, AutoIsTheCatalogsDefaultWhereItFitsAndElseTheNextThatDoes) {
  const Catalog& catalog = programWorkshop().catalog;
  const auto back = editedDesign(catalog, templateDesign("hydration"), {{"back-length", "auto"}});
  EXPECT_EQ(back.value().choices.parameters.at("back-length").value,
            420);  // of 330 to 420; the default is 480
  EXPECT_EQ(back->choices.parameters.at("back-length").by, By::Solved);
  const auto load = editedDesign(catalog, templateDesign("commuter"), {{"load", "3"}, {"load", "auto"}});
  EXPECT_EQ(load.value().choices.parameters.at("load").value, catalog.findParameter("load")->default_value);
  // A body and what must go with it, in whatever order.
  const auto vest =
      editedDesign(catalog, templateDesign("hydration"), {{"harness", "auto"}, {"body", "auto"}});
  EXPECT_EQ(vest.value().choices.options.at("harness").value, "vest-wings");
}

TEST(ApplyEdits, EditsOfTextAskNoRules) {
  Design design = templateDesign("commuter");
  design.choices.options.at("hose-port").value = "left";
  const auto edited = editedAsBySet(design, {{"brand.season", "AW27"}});
  ASSERT_TRUE(edited.has_value());
  EXPECT_EQ(edited->brand.season, "AW27");
}

TEST(ApplyEdits, OnlyErrorsOfTheEditsCount) {
  const Violation old{"old", "error", "", "", {"body"}};
  const Violation fresh{"fresh", "error", "", "", {"harness"}};
  const Violation warning{"warned", "warning", "", "", {"harness"}};
  const auto errors = errorsOf({{"harness", "x"}}, {old}, {old, fresh, warning});
  EXPECT_THAT(errors, testing::ElementsAre(Field(&Violation::rule, "fresh")));
  EXPECT_THAT(errorsOf({{"body", "x"}}, {old}, {old}), Contains(Field(&Violation::rule, "old")));
  EXPECT_THAT(errorsOf({{"harness", "x"}}, {old}, {old}), Not(Contains(Field(&Violation::rule, "old"))));
}

}  // namespace
}  // namespace configurator
