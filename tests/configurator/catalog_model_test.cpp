// The compiled rules against check_rules.cpp, which reads the catalog by itself: on the same choices both
// find the same rules broken.
#include "configurator/rules/catalog_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "configurator/rules/check_rules.h"
#include "configurator/rules/search_engine.h"
#include "configurator/session/design_facts.h"
#include "tests/case_count.h"
#include "tests/configurator/random_design.h"

namespace configurator {
namespace {

constexpr std::uint32_t kSeed = 20261130;

const Catalog& catalog() {
  return testWorkshop().catalog;
}

/// An order in which every rule speaks: all words at once that rules ask for.
const RuleFacts& everyFact() {
  static const RuleFacts kFacts = [] {
    RuleFacts facts;
    for (const Rule& rule : catalog().rules) {
      for (const Rule::Term& term : rule.when) {
        if (!term.fact.empty()) facts[term.fact].insert(term.values.begin(), term.values.end());
      }
    }
    return facts;
  }();
  return kFacts;
}

const CatalogModel& shippedModel() {
  return testWorkshop().rules->of(catalog(), everyFact());
}

std::set<std::string> brokenBy(const CatalogModel& model, const Choices& choices) {
  const engine::Design design = model.designOf(choices);
  std::set<std::string> broken;
  for (int variable = 0; variable < model.model().variableCount(); ++variable) {
    if (design[variable] == kNoValue) broken.insert(model.ruleOfPlace(variable).id);
  }
  for (int constraint = 0; constraint < model.model().constraintCount(); ++constraint) {
    if (!model.model().keeps(design, constraint)) broken.insert(model.rule(constraint).id);
  }
  return broken;
}

std::set<std::string> brokenByModel(const Choices& choices) {
  return brokenBy(shippedModel(), choices);
}

bool hasFittingValues(const Choices& choices) {
  const engine::Design design = shippedModel().designOf(choices);
  return std::find(design.begin(), design.end(), kNoValue) == design.end();
}

std::set<std::string> brokenByCheck(const Choices& choices) {
  std::set<std::string> broken;
  for (const Violation& violation : checkRules(catalog(), choices, everyFact())) {
    if (violation.severity == "error") broken.insert(violation.rule);
  }
  return broken;
}

std::set<std::string> allRules() {
  std::set<std::string> ids;
  for (int constraint = 0; constraint < shippedModel().model().constraintCount(); ++constraint)
    ids.insert(shippedModel().rule(constraint).id);
  for (int variable = 0; variable < shippedModel().model().variableCount(); ++variable)
    ids.insert(shippedModel().ruleOfPlace(variable).id);
  return ids;
}

/// Choices with every slot, parameter and zone at random, and ways to spoil them.
class RandomChoices {
 public:
  template <typename T>
  T pick(const std::vector<T>& from) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(random_)];
  }

  Choices uniform() {
    Choices choices = defaultChoices(catalog());
    for (const Slot& slot : catalog().slots) setSlot(choices, slot);
    for (const Parameter& parameter : catalog().parameters)
      choices.parameters[parameter.id].value = pick(parameterSteps(parameter));
    for (const Zone& zone : catalog().zones) choices.zones[zone.id].value = pick(catalog().materialsOf(zone));
    return choices;
  }

  /// The valid design nearest to choices at random, found by an engine.
  Choices valid(engine::SearchEngine& engine) {
    const Choices wish = uniform();
    return shippedModel().choicesOf(*engine.complete({}, shippedModel().designOf(wish)), wish);
  }

  /// One place at random: another value, one in three times one that the place cannot take.
  Choices spoiled(Choices choices) {
    const bool wrong = random_() % 3 == 0;
    const std::size_t kind = random_() % 3;
    if (kind == 0) {
      const Slot slot = pick(catalog().slots);
      setSlot(choices, slot);
      if (wrong) choices.options[slot.id].value = "no-such-option";
    } else if (kind == 1) {
      const Parameter parameter = pick(catalog().parameters);
      choices.parameters[parameter.id].value = pick(parameterSteps(parameter)) + (wrong ? 0.123 : 0);
    } else {
      const Zone zone = pick(catalog().zones), other = wrong ? pick(catalog().zones) : zone;
      choices.zones[zone.id].value = pick(catalog().materialsOf(other));
    }
    return choices;
  }

 private:
  void setSlot(Choices& choices, const Slot& slot) {
    choices.options[slot.id].value = pick(catalog().optionsOf(slot.id))->id;
  }

  std::mt19937 random_{kSeed};
};

TEST(CatalogModel, IsBrokenByExactlyTheRulesThatCheckRulesFindsBroken) {
  RandomChoices random;
  engine::SearchEngine engine(shippedModel().model());
  std::map<std::string, int> broken, kept;
  int valid = 0;
  const int count = caseCount(6'000, 60'000);
  for (int i = 0; i < count; ++i) {
    Choices choices = i % 3 == 0 ? random.uniform() : random.valid(engine);
    for (int spoils = i % 3 == 2 ? i % 4 : 0; spoils > 0; --spoils)
      choices = random.spoiled(std::move(choices));
    const std::set<std::string> by_model = brokenByModel(choices);
    const std::set<std::string> by_check = brokenByCheck(choices);
    ASSERT_EQ(by_model.empty(), by_check.empty()) << "seed " << kSeed << ", choices " << i;
    // Of a value that a place cannot take, a rule may say what it likes.
    if (hasFittingValues(choices)) {
      ASSERT_EQ(by_model, by_check) << "seed " << kSeed << ", choices " << i;
    }
    ASSERT_TRUE(i % 3 != 1 || by_model.empty()) << i;
    valid += by_model.empty() ? 1 : 0;
    for (const std::string& rule : allRules()) ++(by_model.contains(rule) ? broken : kept)[rule];
  }
  EXPECT_GT(valid, count / 3);
  EXPECT_LT(valid, 2 * count / 3);
  if (isSanitized()) return;  // too few to meet each rule
  for (const std::string& rule : allRules()) {
    EXPECT_GT(kept[rule], 0) << rule;
    EXPECT_GT(broken[rule], 0) << rule;
  }
}

TEST(CatalogModel, IsKeptByTemplates) {
  for (const Design& design : templateDesigns()) {
    const CatalogModel& model = testWorkshop().rules->of(catalog(), factsOf(catalog(), design));
    EXPECT_EQ(brokenBy(model, design.choices), std::set<std::string>{}) << design.template_id;
  }
}

TEST(CatalogModel, IsKeptByRandomDesigns) {
  for (const Design& design : randomDesigns()) {
    const CatalogModel& model = testWorkshop().rules->of(catalog(), {});
    EXPECT_EQ(brokenBy(model, design.choices), std::set<std::string>{}) << design.template_id;
  }
}

TEST(CatalogModel, NamesARuleForEachErrorOfTheCatalog) {
  const std::set<std::string> ids = allRules();
  for (const Rule& rule : catalog().rules) {
    EXPECT_TRUE(rule.severity != "error" || ids.contains(rule.id)) << rule.id;
  }
  for (int constraint = 0; constraint < shippedModel().model().constraintCount(); ++constraint) {
    EXPECT_NE(shippedModel().rule(constraint).name, "");
    EXPECT_NE(shippedModel().rule(constraint).because, "");
  }
}

TEST(CatalogModel, KeepsChoicesThatGoThroughItUnchanged) {
  for (const Design& design : templateDesigns()) {
    EXPECT_EQ(shippedModel().choicesOf(shippedModel().designOf(design.choices), design.choices),
              design.choices);
  }
}

}  // namespace
}  // namespace configurator
