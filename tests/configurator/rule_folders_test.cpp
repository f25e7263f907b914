// Each rule of the catalog has a folder in tests/rules with a design that keeps it and one that breaks it.
// Take a rule away, and the test of its name fails.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "configurator/rules/check_rules.h"
#include "configurator/session/design_facts.h"
#include "tests/configurator/random_design.h"
#include "tests/configurator/rule_designs.h"

namespace configurator {
namespace {

const Catalog& catalogOfRules() {
  return testWorkshop().catalog;
}

std::vector<Violation> violationsIn(const Design& design) {
  return checkRules(catalogOfRules(), design.choices, factsOf(catalogOfRules(), design));
}

/// The rules broken, those of severity "error" apart.
struct Broken {
  std::set<std::string> errors, warnings;
};

Broken brokenBy(const std::string& rule, const char* file) {
  Broken broken;
  for (const Violation& violation : violationsIn(ruleDesign(rule, file)))
    (violation.severity == "error" ? broken.errors : broken.warnings).insert(violation.rule);
  return broken;
}

class RuleFolder : public testing::TestWithParam<std::string> {};

TEST_P(RuleFolder, KeepsAndBreaksItsRule) {
  const auto& rules = catalogOfRules().rules;
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [](const Rule& one) { return one.id == GetParam(); });
  ASSERT_NE(rule, rules.end()) << "the catalog has no rule of this name";
  const Broken keeps = brokenBy(GetParam(), "keeps.txt");
  EXPECT_THAT(keeps.errors, testing::IsEmpty());
  EXPECT_EQ(keeps.warnings.count(GetParam()), 0U);
  const Broken breaks = brokenBy(GetParam(), "breaks.txt");
  if (rule->severity == "error") {
    EXPECT_THAT(breaks.errors, testing::ElementsAre(GetParam()));
  } else {
    EXPECT_THAT(breaks.errors, testing::IsEmpty());
    EXPECT_EQ(breaks.warnings.count(GetParam()), 1U);
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleFolder, testing::ValuesIn(ruleFolderNames()), [](const auto& parameter) {
  std::string name = parameter.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(RuleFolders, StandForEveryRule) {
  std::vector<std::string> ids;
  for (const Rule& rule : catalogOfRules().rules) ids.push_back(rule.id);
  EXPECT_THAT(ruleFolderNames(), testing::UnorderedElementsAreArray(ids));
  EXPECT_GE(ids.size(), 80U);
}

TEST(RuleFolders, EachRuleSaysWhyInSentences) {
  for (const Rule& rule : catalogOfRules().rules) {
    const std::string name = rule.name.text(), because = rule.because.text();
    EXPECT_TRUE(name.front() >= 'A' && name.front() <= 'Z') << rule.id << ": " << name;
    EXPECT_NE(name.back(), '.') << rule.id;
    EXPECT_EQ(because.back(), '.') << rule.id << ": " << because;
    EXPECT_NE(rule.source, "") << rule.id;
  }
}

/// Every single edit of a template: an option, a step, a material, a market.
class Neighbourhood {
 public:
  explicit Neighbourhood(Design design) : design_(std::move(design)) {}

  void addBroken(std::set<std::string>& broken) {
    for (const Option& option : catalogOfRules().options)
      tryValue(design_.choices.options.at(option.slot).value, option.id, broken);
    for (const Parameter& parameter : catalogOfRules().parameters) {
      for (const double step : parameterSteps(parameter))
        tryValue(design_.choices.parameters.at(parameter.id).value, step, broken);
    }
    for (const Zone& zone : catalogOfRules().zones) {
      for (const std::string& material : catalogOfRules().materialsOf(zone))
        tryValue(design_.choices.zones.at(zone.id).value, material, broken);
    }
    for (const auto& [id, market] : catalogOfRules().prices.markets)
      tryValue(design_.order.market, id, broken);
  }

 private:
  template <typename T>
  void tryValue(T& place, T value, std::set<std::string>& broken) {
    std::swap(place, value);
    for (const Violation& violation : violationsIn(design_)) broken.insert(violation.rule);
    std::swap(place, value);
  }

  Design design_;
};

TEST(RuleFolders, SixtyRulesRestrictSomethingNearTheTemplates) {
  std::set<std::string> broken;
  for (Design& design : templateDesigns()) Neighbourhood(std::move(design)).addBroken(broken);
  const auto& rules = catalogOfRules().rules;
  EXPECT_GE(
      std::count_if(rules.begin(), rules.end(), [&](const Rule& rule) { return broken.count(rule.id) == 1; }),
      60);
}

TEST(RuleFolders, TemplatesKeepEveryRule) {
  for (const Design& design : templateDesigns()) {
    for (const Violation& violation : violationsIn(design))
      ADD_FAILURE() << design.template_id << ": " << violation.rule << ": " << violation.message;
  }
}

}  // namespace
}  // namespace configurator
