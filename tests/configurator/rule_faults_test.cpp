// What is wrong with rules together is found by asking the engine, and said with file, line and causes.
#include "configurator/rules/rule_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/configurator/small_catalog.h"

namespace configurator {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> faultsWith(const std::string& rules) {
  std::string text = smallCatalogText();
  text.replace(text.find("  </rules>"), 0, rules);
  const auto catalog = parseCatalog({{"small.xml", text}});
  if (!catalog) return {catalog.error().message};
  Problems problems;
  findRuleFaults(*catalog, problems);
  return problems.lines();
}

std::string aRule(const std::string& verb, const std::string& id, const std::string& inside) {
  return "<" + verb + " id=\"" + id + "\"><name xml:lang=\"en\">" + id +
         "</name><because xml:lang=\"en\">Tried.</because><source>bench</source>" + inside + "</" + verb +
         ">";
}

TEST(RuleFaults, TheGoodCatalogHasNone) {
  EXPECT_THAT(faultsWith(""), IsEmpty());
}

TEST(RuleFaults, AnOptionThatNobodyCanChooseIsNamedWithItsCauses) {
  const auto faults = faultsWith(
      aRule("needs", "tall", "<when id=\"hydration\" is=\"sleeve\"/><then test=\"width &gt; 310 mm\"/>") +
      aRule("excludes", "wide", "<when test=\"width &gt; 300 mm\"/><then id=\"hydration\" is=\"sleeve\"/>"));
  EXPECT_THAT(faults,
              testing::Contains("small.xml:13: \"hydration=sleeve\" can never be chosen: tall, wide"));
}

TEST(RuleFaults, ARuleThatNeverSpeaksIsNamed) {
  const auto faults = faultsWith(aRule("needs", "late",
                                       "<when id=\"body\" is=\"vest\"/><when test=\"capacity &gt; 13 "
                                       "l\"/><then id=\"shell\" is=\"ny210\"/>") +
                                 aRule("prefers", "idle", "<then test=\"width &lt; 1000 mm\"/>"));
  EXPECT_THAT(faults, testing::Contains(HasSubstr("rule \"late\": never speaks")));
  EXPECT_THAT(faults, testing::Contains(HasSubstr("rule \"idle\": no design can break it")));
}

TEST(RuleFaults, AWishThatNobodyCanFulfilIsNamed) {
  const auto faults = faultsWith(aRule("prefers", "vast", "<then test=\"width &gt; 1000 mm\"/>"));
  EXPECT_THAT(faults, testing::Contains(HasSubstr("rule \"vast\": no design that it speaks of can keep it")));
}

TEST(RuleFaults, ManyDeadValuesOfOneCauseAreOneLine) {
  const auto faults = faultsWith(aRule("limit", "narrow", "<law>width &lt; 230 mm</law>"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0],
              HasSubstr("\"width=230\", \"width=240\", \"width=250\", \"width=260\", 6 more can never "
                        "be chosen: narrow"));
}

TEST(RuleFaults, RulesThatLeaveNothingAreNamed) {
  const auto faults = faultsWith(aRule("limit", "narrow", "<law>width &lt; 230 mm</law>") +
                                 aRule("limit", "broad", "<law>width &gt; 240 mm</law>"));
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_THAT(faults[0], HasSubstr("no design keeps all rules: narrow, broad contradict each other"));
}

TEST(RuleFaults, WhatOnlySomeOrdersForbidIsNotDead) {
  const auto faults = faultsWith(aRule(
      "excludes", "hot", "<when fact=\"heat\" is=\"high\"/><then id=\"hydration\" is=\"none sleeve\"/>"));
  for (const std::string& fault : faults) EXPECT_THAT(fault, testing::Not(HasSubstr("hydration=")));
}

}  // namespace
}  // namespace configurator
