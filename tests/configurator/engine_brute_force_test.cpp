// Every answer of both engines against all designs of small random models, listed one by one.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "configurator/rules/component_count.h"
#include "configurator/rules/diagram.h"
#include "configurator/rules/reduced_model.h"
#include "configurator/rules/search_engine.h"
#include "tests/case_count.h"
#include "tests/models/random_model.h"

namespace {

using namespace configurator::engine;  // NOLINT(google-build-using-namespace): the words of every line here

std::uint64_t modelCount() {
  return static_cast<std::uint64_t>(caseCount(400, 20'000));
}

bool has(const Design& design, const std::vector<Choice>& choices) {
  return std::all_of(choices.begin(), choices.end(),
                     [&](const Choice& choice) { return design[choice.variable] == choice.value; });
}

std::vector<Choice> without(std::vector<Choice> choices, int variable) {
  std::erase_if(choices, [&](const Choice& choice) { return choice.variable == variable; });
  return choices;
}

std::int64_t countWith(const std::vector<Design>& designs, const std::vector<Choice>& choices) {
  return std::count_if(designs.begin(), designs.end(),
                       [&](const Design& design) { return has(design, choices); });
}

bool canHave(const std::vector<Design>& designs, const std::vector<Choice>& choices, const Literal& literal) {
  return std::any_of(designs.begin(), designs.end(),
                     [&](const Design& design) { return has(design, choices) && holds(literal, design); });
}

/// What the states must be, after their definitions.
Domains expectedDomains(const DomainModel& model, const std::vector<Design>& designs,
                        const std::vector<Choice>& choices, OwnChoice own) {
  Domains expected{countWith(designs, choices) > 0,
                   std::vector<ValueState>(model.totalValues(), ValueState::blocked)};
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    std::vector<int> left;
    const std::vector<Choice> others = without(choices, variable);
    const bool is_chosen = others.size() != choices.size();
    for (int value = 0; value < model.valueCount(variable) && expected.consistent; ++value) {
      const bool can =
          canHave(designs, own == OwnChoice::taken_back ? others : choices, {variable, value, true});
      if (can) left.push_back(value);
      if (can) expected.states[model.firstValue(variable) + value] = ValueState::available;
    }
    if (left.size() == 1 && !is_chosen)
      expected.states[model.firstValue(variable) + left[0]] = ValueState::forced;
  }
  for (const Choice& choice : choices)
    expected.states[model.firstValue(choice.variable) + choice.value] = ValueState::chosen;
  return expected;
}

struct Case {
  explicit Case(std::uint64_t seed)
      : model(models::randomModel(seed)),
        designs(models::allDesigns(model)),
        choices(models::randomChoices(model, seed + 1)),
        engine(model),
        diagram(Diagram::compile(model, {100'000, 1e6, 3})) {}
  DomainModel model;
  std::vector<Design> designs;
  std::vector<Choice> choices;
  SearchEngine engine;
  std::optional<Diagram> diagram;
};

/// Calls `check` with the case of every seed.
template <typename Check>
void forEachCase(Check check) {
  for (std::uint64_t seed = 0; seed < modelCount(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Case here(seed);
    ASSERT_TRUE(here.diagram);
    check(here);
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Engines, StatesOfAllValuesAreExactAtEveryClick) {
  forEachCase([](Case& here) {
    // Choice after choice, then back to none: what was asked before must not show.
    for (std::size_t count = 0; count <= here.choices.size(); ++count) {
      const std::vector<Choice> choices(here.choices.begin(),
                                        here.choices.begin() + static_cast<std::ptrdiff_t>(count));
      for (const OwnChoice own : {OwnChoice::stands, OwnChoice::taken_back}) {
        const Domains expected = expectedDomains(here.model, here.designs, choices, own);
        EXPECT_EQ(here.engine.domains(choices, own), expected);
        EXPECT_EQ(here.diagram->domains(choices, own), expected);
      }
    }
    EXPECT_EQ(here.engine.domains({}), expectedDomains(here.model, here.designs, {}, OwnChoice::stands));
  });
}

TEST(Engines, CountEqualsTheListOfDesigns) {
  forEachCase([](Case& here) {
    for (const std::vector<Choice>& choices : {std::vector<Choice>{}, here.choices}) {
      const std::int64_t expected = countWith(here.designs, choices);
      EXPECT_EQ(here.engine.count(choices, 5000), expected);
      if (expected > 1) {
        EXPECT_EQ(here.engine.count(choices, expected - 1), std::nullopt);
      }
      EXPECT_EQ(here.diagram->count(choices).text(), std::to_string(expected));
      EXPECT_EQ(ComponentCount(here.model).count(choices).value().text(), std::to_string(expected));
      const std::vector<BigCount> counts = here.diagram->counts(choices);
      for (int variable = 0; variable < here.model.variableCount(); ++variable) {
        for (int value = 0; value < here.model.valueCount(variable); ++value) {
          std::vector<Choice> with = without(choices, variable);
          with.push_back({variable, value});
          EXPECT_EQ(counts[here.model.firstValue(variable) + value].text(),
                    std::to_string(countWith(here.designs, with)));
        }
      }
    }
  });
}

TEST(Engines, AReducedModelKeepsExactlyTheDesignsWithTheChoices) {
  forEachCase([](Case& here) {
    for (const std::vector<Choice>& choices : {std::vector<Choice>{}, here.choices}) {
      const DomainModel reduced = reducedModel(here.model, here.engine.domains(choices));
      std::vector<Design> expected = here.designs;
      std::erase_if(expected, [&](const Design& design) { return !has(design, choices); });
      EXPECT_EQ(models::allDesigns(reduced), expected);
      const auto diagram = Diagram::compile(reduced);
      ASSERT_TRUE(diagram);
      EXPECT_EQ(diagram->count().text(), std::to_string(expected.size()));
    }
  });
}

/// The first of them by values, variable after variable: the wish first, then from the lowest.
Design nearestOf(const std::vector<Design>& designs, const Design& wish) {
  const auto rank = [&](const Design& design) {
    Design ranks;
    for (std::size_t variable = 0; variable < design.size(); ++variable) {
      ranks.push_back(design[variable] == wish[variable] ? -1 : design[variable]);
    }
    return ranks;
  };
  return *std::min_element(designs.begin(), designs.end(),
                           [&](const Design& one, const Design& other) { return rank(one) < rank(other); });
}

TEST(Engines, CompletionIsTheNearestDesign) {
  forEachCase([](Case& here) {
    std::vector<Design> left = here.designs;
    std::erase_if(left, [&](const Design& design) { return !has(design, here.choices); });
    const std::vector<Design> all = models::allAssignments(here.model);
    const Design wish = all[all.size() * 2 / 3];
    const auto found = here.engine.complete(here.choices, wish);
    ASSERT_EQ(found.has_value(), !left.empty());
    if (found) {
      EXPECT_EQ(*found, nearestOf(left, wish));
    }
  });
}

/// Can these choices, constraints and the literal stand together? By trying every assignment.
bool canStand(const DomainModel& model, const std::vector<Design>& all, const Explanation& parts,
              const Literal& wanted) {
  return std::any_of(all.begin(), all.end(), [&](const Design& design) {
    return holds(wanted, design) && has(design, parts.choices) &&
           std::all_of(parts.constraints.begin(), parts.constraints.end(),
                       [&](int number) { return model.keeps(design, number); });
  });
}

void expectMinimal(const Case& here, const std::vector<Design>& all, const Explanation& parts,
                   const Literal& wanted) {
  EXPECT_FALSE(canStand(here.model, all, parts, wanted));
  for (std::size_t out = 0; out < parts.choices.size(); ++out) {
    Explanation less = parts;
    less.choices.erase(less.choices.begin() + static_cast<std::ptrdiff_t>(out));
    EXPECT_TRUE(canStand(here.model, all, less, wanted));
  }
  for (std::size_t out = 0; out < parts.constraints.size(); ++out) {
    Explanation less = parts;
    less.constraints.erase(less.constraints.begin() + static_cast<std::ptrdiff_t>(out));
    EXPECT_TRUE(canStand(here.model, all, less, wanted));
  }
}

/// How many minimal reasons there are: subsets that cannot stand, each part of which is needed.
std::size_t countReasons(const Case& here, const std::vector<Design>& all, const Literal& wanted) {
  const int constraints = here.model.constraintCount(),
            parts = constraints + static_cast<int>(here.choices.size());
  std::vector<unsigned> keeps;  // by assignment with the literal: which parts it keeps
  for (const Design& design : all) {
    if (!holds(wanted, design)) continue;
    unsigned bits = 0;
    for (int part = 0; part < parts; ++part) {
      const bool kept = part < constraints
                            ? here.model.keeps(design, part)
                            : has(design, {here.choices[static_cast<std::size_t>(part - constraints)]});
      if (kept) bits |= 1U << part;
    }
    keeps.push_back(bits);
  }
  std::sort(keeps.begin(), keeps.end());
  keeps.erase(std::unique(keeps.begin(), keeps.end()), keeps.end());
  const auto stands = [&](unsigned set) {
    return std::any_of(keeps.begin(), keeps.end(), [&](unsigned bits) { return (bits & set) == set; });
  };
  std::size_t count = 0;
  for (unsigned set = 0; set < 1U << parts; ++set) {
    if (stands(set)) continue;
    bool is_minimal = true;
    for (int part = 0; part < parts && is_minimal; ++part)
      is_minimal = (set >> part & 1U) == 0 || stands(set & ~(1U << part));
    count += is_minimal ? 1 : 0;
  }
  return count;
}

std::vector<Literal> someLiterals(const DomainModel& model) {
  std::vector<Literal> literals;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    literals.push_back({variable, model.valueCount(variable) - 1, true});
    literals.push_back({variable, 0, false});
  }
  return literals;
}

TEST(Engines, ReasonsAreMinimalAndAllAreFoundShortestFirst) {
  forEachCase([](Case& here) {
    const std::vector<Design> all = models::allAssignments(here.model);
    for (const Literal& wanted : someLiterals(here.model)) {
      const auto reason = here.engine.explain(here.choices, wanted);
      ASSERT_EQ(reason.has_value(), !canHave(here.designs, here.choices, wanted));
      if (!reason) continue;
      expectMinimal(here, all, *reason, wanted);
      if (wanted.variable > 1) continue;
      const Explanations reasons = here.engine.explainAll(here.choices, wanted, 1000);
      EXPECT_TRUE(reasons.all);
      std::size_t before = 0;
      for (const Explanation& one : reasons.found) {
        expectMinimal(here, all, one, wanted);
        EXPECT_GE(one.choices.size() + one.constraints.size(), before);
        before = one.choices.size() + one.constraints.size();
      }
      EXPECT_EQ(reasons.found.size(), countReasons(here, all, wanted));
      EXPECT_NE(std::find(reasons.found.begin(), reasons.found.end(), *reason), reasons.found.end());
    }
  });
}

SetCost changesOf(const Design& design, const std::vector<Choice>& choices) {
  SetCost cost;
  for (const Choice& choice : choices) {
    if (design[choice.variable] != choice.value)
      cost = cost + SetCost{choice.pinned ? 1 : 0, 1, choice.weight};
  }
  return cost;
}

SetCost costOf(const Repair& repair) {
  SetCost cost;
  for (const Choice& choice : repair.changed) cost = cost + SetCost{choice.pinned ? 1 : 0, 1, choice.weight};
  return cost;
}

TEST(Engines, RepairsChangeTheFewestChoices) {
  forEachCase([](Case& here) {
    const auto fewest = here.diagram->fewestChanges(here.choices, {});
    EXPECT_EQ(here.engine.fewestChanges(here.choices), fewest);
    for (int variable = 0; variable < here.model.variableCount(); ++variable) {
      for (int value = 0; value < here.model.valueCount(variable); ++value) {
        const std::vector<Choice> counted = without(here.choices, variable);
        std::optional<SetCost> least;
        for (const Design& design : here.designs) {
          if (design[variable] == value && (!least || changesOf(design, counted) < *least))
            least = changesOf(design, counted);
        }
        EXPECT_EQ(fewest[here.model.firstValue(variable) + value], least);
        const Repairs repairs = here.engine.repairs(here.choices, Literal{variable, value, true}, {}, 3);
        EXPECT_TRUE(repairs.exact);
        ASSERT_EQ(!repairs.found.empty(), least.has_value());
        std::optional<SetCost> before;
        for (const Repair& repair : repairs.found) {
          EXPECT_TRUE(here.model.keepsAll(repair.design));
          EXPECT_EQ(repair.design[variable], value);
          EXPECT_EQ(changesOf(repair.design, counted), costOf(repair));
          EXPECT_EQ(costOf(repair).pinned > 0, repair.changes_pinned);
          if (before) {
            EXPECT_GE(costOf(repair), *before);
          }
          before = costOf(repair);
        }
        if (least) {
          EXPECT_EQ(costOf(repairs.found[0]), *least);
        }
      }
    }
  });
}

/// Two literals wanted together: the fewest changes among all designs that have both.
TEST(Engines, RepairsForTwoValuesChangeTheFewestChoices) {
  forEachCase([](Case& here) {
    if (here.model.variableCount() < 2) return;
    for (int value = 0; value < here.model.valueCount(0); ++value) {
      for (int other = 0; other < here.model.valueCount(1); ++other) {
        const std::vector<Choice> counted = without(without(here.choices, 0), 1);
        std::optional<SetCost> least;
        for (const Design& design : here.designs) {
          if (design[0] == value && design[1] == other && (!least || changesOf(design, counted) < *least))
            least = changesOf(design, counted);
        }
        const Repairs repairs =
            here.engine.repairsForAll(here.choices, {{0, value, true}, {1, other, true}}, {}, 1);
        ASSERT_EQ(!repairs.found.empty(), least.has_value());
        if (!least) continue;
        EXPECT_EQ(repairs.found[0].design[0], value);
        EXPECT_EQ(repairs.found[0].design[1], other);
        EXPECT_EQ(costOf(repairs.found[0]), *least);
      }
    }
  });
}

ValueCosts someCosts(const DomainModel& model) {
  ValueCosts costs;
  for (int value = 0; value < model.totalValues(); ++value) costs.push_back((value * 7919) % 23 - 5);
  return costs;
}

std::int64_t priceOf(const DomainModel& model, const Design& design, const ValueCosts& costs) {
  std::int64_t price = 0;
  for (int variable = 0; variable < model.variableCount(); ++variable)
    price += costs[model.firstValue(variable) + design[variable]];
  return price;
}

TEST(Engines, CheapestCompletionsAreTheCheapestDesigns) {
  forEachCase([](Case& here) {
    const ValueCosts costs = someCosts(here.model);
    const auto cheapest = here.diagram->cheapest(here.choices, costs);
    const auto changes = here.diagram->fewestChanges(here.choices, costs);
    for (int variable = 0; variable < here.model.variableCount(); ++variable) {
      const std::vector<Choice> others = without(here.choices, variable);
      for (int value = 0; value < here.model.valueCount(variable); ++value) {
        std::optional<std::int64_t> least;
        std::optional<SetCost> fewest;
        for (const Design& design : here.designs) {
          const std::int64_t price = priceOf(here.model, design, costs);
          if (design[variable] != value) continue;
          if (has(design, others) && (!least || price < *least)) least = price;
          const SetCost change = changesOf(design, others) + SetCost{0, 0, price};
          if (!fewest || change < *fewest) fewest = change;
        }
        const int place = here.model.firstValue(variable) + value;
        EXPECT_EQ(cheapest[place], least);
        EXPECT_EQ(changes[place], fewest);
        const auto repaired =
            here.diagram->designWithFewestChanges(here.choices, costs, Literal{variable, value, true});
        ASSERT_EQ(repaired.has_value(), fewest.has_value());
        if (repaired) {
          EXPECT_EQ(changesOf(*repaired, others) + (SetCost{0, 0, priceOf(here.model, *repaired, costs)}),
                    *fewest);
        }
      }
    }
    const auto best = here.diagram->cheapestDesign(here.choices, costs);
    ASSERT_EQ(best.has_value(), countWith(here.designs, here.choices) > 0);
    for (const Design& design : here.designs) {
      if (!has(design, here.choices)) continue;
      EXPECT_LE(priceOf(here.model, *best, costs), priceOf(here.model, design, costs));
    }
  });
}

TEST(Engines, TheOrderOfTheChoicesDoesNotMatter) {
  forEachCase([](Case& here) {
    std::vector<Choice> turned(here.choices.rbegin(), here.choices.rend());
    SearchEngine other(here.model);
    other.explainAll({}, Literal{0, 0, false}, 3);  // another past
    other.domains(without(turned, 1));
    EXPECT_EQ(other.domains(turned), here.engine.domains(here.choices));
    EXPECT_EQ(other.complete(turned), here.engine.complete(here.choices));
    for (const Literal& wanted : someLiterals(here.model)) {
      EXPECT_EQ(other.explain(turned, wanted), here.engine.explain(here.choices, wanted));
      EXPECT_EQ(other.explainAll(turned, wanted, 2).found,
                here.engine.explainAll(here.choices, wanted, 2).found);
      const Repairs one = here.engine.repairs(here.choices, wanted, {}, 2),
                    two = other.repairs(turned, wanted, {}, 2);
      ASSERT_EQ(one.found.size(), two.found.size());
      for (std::size_t repair = 0; repair < one.found.size(); ++repair) {
        EXPECT_EQ(one.found[repair].design, two.found[repair].design);
      }
    }
  });
}

}  // namespace
