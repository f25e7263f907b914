// The clause search against CaDiCaL: on random clauses and assumptions, asked again and again, and the states
// of all values after clicks through given models.
#include <gtest/gtest.h>

#include <algorithm>
#include <cadical.hpp>
#include <random>

#include "configurator/rules/clause_encoding.h"
#include "configurator/rules/clause_search.h"
#include "configurator/rules/search_engine.h"
#include "tests/case_count.h"
#include "tests/models/random_clicks.h"
#include "tests/models/read_model.h"
#include "tests/models/reference_models.h"

namespace {

using configurator::engine::BitRow;
using configurator::engine::ClauseSearch;
using configurator::engine::isTrue;
using configurator::engine::Lit;
using configurator::engine::negated;

using Clauses = std::vector<std::vector<Lit>>;

int numberOf(Lit lit) {
  return (lit & 1) == 0 ? (lit >> 1) + 1 : -((lit >> 1) + 1);
}

bool cadicalSays(CaDiCaL::Solver& oracle, const std::vector<Lit>& assumptions) {
  for (const Lit lit : assumptions) oracle.assume(numberOf(lit));
  return oracle.solve() == 10;
}

struct Formula {
  int variables = 0;
  Clauses clauses;
};

/// Around the density where random clauses of three become impossible, with some of two and some long ones.
Formula randomFormula(std::mt19937_64& random) {
  Formula formula{5 + static_cast<int>(random() % 60), {}};
  const std::size_t count = static_cast<std::size_t>(formula.variables) * (30 + random() % 16) / 10;
  for (std::size_t clause = 0; clause < count; ++clause) {
    const std::size_t kind = random() % 20;
    std::vector<Lit>& literals = formula.clauses.emplace_back();
    const std::size_t size = kind == 0 ? 2 : (kind == 1 ? 6 : 3);
    while (literals.size() < size) literals.push_back(static_cast<Lit>(random() % (2 * formula.variables)));
  }
  return formula;
}

std::vector<Lit> randomAssumptions(std::mt19937_64& random, int variables) {
  std::vector<Lit> assumptions(random() % 8);
  for (Lit& lit : assumptions) lit = static_cast<Lit>(random() % (2 * variables));
  return assumptions;
}

bool keeps(const BitRow& row, const Clauses& clauses) {
  return std::all_of(clauses.begin(), clauses.end(), [&](const std::vector<Lit>& clause) {
    return std::any_of(clause.begin(), clause.end(), [&](Lit lit) { return isTrue(row, lit); });
  });
}

class Asked {
 public:
  explicit Asked(const Formula& formula) : formula_(formula), base_(formula.variables) {
    for (int variable = 0; variable < formula.variables; ++variable) search_.addVariable();
    for (const std::vector<Lit>& clause : formula.clauses) {
      search_.addClause(clause);
      for (const Lit lit : clause) oracle_.add(numberOf(lit));
      oracle_.add(0);
    }
  }

  void ask(const std::vector<Lit>& assumptions, std::mt19937_64& random) {
    const bool found = search_.find(assumptions, base_, has_base_ ? 0 : -1);
    ASSERT_EQ(found, cadicalSays(oracle_, assumptions));
    if (!found) {
      const std::vector<Lit> core = search_.core();
      for (const Lit lit : core)
        EXPECT_NE(std::find(assumptions.begin(), assumptions.end(), lit), assumptions.end());
      EXPECT_FALSE(cadicalSays(oracle_, core));
      return;
    }
    const Lit more = static_cast<Lit>(random() % (2 * formula_.variables));
    const bool went = search_.alsoTry(more);
    const BitRow row = search_.solution();
    EXPECT_TRUE(keeps(row, formula_.clauses));
    for (const Lit lit : assumptions) EXPECT_TRUE(isTrue(row, lit));
    if (went) {
      EXPECT_TRUE(isTrue(row, more));
    }
    base_ = row;
    has_base_ = true;
  }

  std::int64_t conflicts() const { return search_.conflicts(); }

 private:
  const Formula& formula_;
  ClauseSearch search_;
  CaDiCaL::Solver oracle_;
  BitRow base_;
  bool has_base_ = false;
};

TEST(ClauseSearch, AgreesWithCadicalUnderAssumptions) {
  const int formulas = caseCount(300, 20'000);
  std::mt19937_64 random(20);
  for (int number = 0; number < formulas && !HasFailure(); ++number) {
    SCOPED_TRACE("formula " + std::to_string(number));
    const Formula formula = randomFormula(random);
    Asked asked(formula);
    for (int question = 0; question < 30 && !HasFailure(); ++question) {
      asked.ask(randomAssumptions(random, formula.variables), random);
    }
  }
}

// 150 variables at the hardest density: thousands of conflicts, so that learned clauses are forgotten on the
// way.
TEST(ClauseSearch, AgreesWithCadicalOnHardClauses) {
  std::mt19937_64 random(21);
  std::int64_t most = 0;
  for (int number = 0; number < 3 && !HasFailure(); ++number) {
    Formula formula{150, {}};
    while (formula.clauses.size() < 640) {
      std::vector<Lit>& clause = formula.clauses.emplace_back();
      while (clause.size() < 3) clause.push_back(static_cast<Lit>(random() % 300));
    }
    Asked asked(formula);
    for (int question = 0; question < 4 && !HasFailure(); ++question) {
      asked.ask(randomAssumptions(random, formula.variables), random);
    }
    most = std::max(most, asked.conflicts());
  }
  EXPECT_GT(most, 4'000);
}

TEST(ClauseSearch, SaysWhichAssumptionsContradictEachOther) {
  ClauseSearch search;
  const Lit one = search.addVariable(), two = search.addVariable(), three = search.addVariable();
  search.addClause({negated(one), two});
  search.addClause({negated(two), negated(three)});
  EXPECT_FALSE(search.find({one, three}, BitRow(3), -1));
  std::vector<Lit> core = search.core();
  std::sort(core.begin(), core.end());
  EXPECT_EQ(core, (std::vector<Lit>{one, three}));
  EXPECT_TRUE(search.find({one}, BitRow(3), -1));
  EXPECT_EQ(search.valueUnder(1, three), -1);
}

TEST(ClauseSearch, KnowsWhenClausesContradictEachOtherForEver) {
  ClauseSearch search;
  const Lit one = search.addVariable();
  EXPECT_TRUE(search.addClause({one}));
  EXPECT_FALSE(search.addClause({negated(one)}));
  EXPECT_FALSE(search.find({}, BitRow(1), -1));
  EXPECT_TRUE(search.core().empty());
}

/// A model's clauses in CaDiCaL, asked value by value.
class ValueOracle {
 public:
  explicit ValueOracle(const configurator::engine::DomainModel& model) : model_(model) {
    ClauseSearch search;
    values_ = configurator::engine::encode(model, search, configurator::engine::Guards::none).values;
    for (const std::vector<Lit>& clause : search.clauses()) {
      for (const Lit lit : clause) oracle_.add(numberOf(lit));
      oracle_.add(0);
    }
  }

  bool isPossible(const std::vector<configurator::engine::Choice>& choices, int value) {
    std::vector<Lit> assumptions = {values_[value]};
    for (const auto& choice : choices)
      assumptions.push_back(values_[model_.firstValue(choice.variable) + choice.value]);
    return cadicalSays(oracle_, assumptions);
  }

 private:
  const configurator::engine::DomainModel& model_;
  CaDiCaL::Solver oracle_;
  std::vector<Lit> values_;
};

void expectStatesOfCadical(const std::string& file, int clicks_wanted) {
  using configurator::engine::ValueState;
  const models::ForeignModel foreign = models::readModel(models::referenceFolder() / file);
  configurator::engine::SearchEngine engine(foreign.model);
  ValueOracle oracle(foreign.model);
  models::RandomClicks clicks(
      foreign.model, [&](const auto& choices) { return engine.domains(choices); }, 9);
  for (int click = 0; click < clicks_wanted; ++click) {
    clicks.click();
    if (click % 20 != 19) continue;
    for (int value = click % 7; value < foreign.model.totalValues(); value += 7) {
      const bool expected = clicks.domains().states[value] != ValueState::blocked;
      ASSERT_EQ(oracle.isPossible(clicks.choices(), value), expected)
          << file << ", click " << click << ", value " << value;
    }
  }
}

TEST(ClauseSearch, StatesOfAllValuesAreThoseOfCadical) {
  if (!std::filesystem::exists(models::referenceFolder()))
    GTEST_SKIP() << "no reference data at " << models::referenceFolder();
  expectStatesOfCadical("dimacs/pc_richmond.dimacs", caseCount(200, 2000));
  expectStatesOfCadical("dimacs/automotive01.dimacs", caseCount(60, 2000));
  if (isSoak()) expectStatesOfCadical("dimacs/automotive2_1.dimacs.gz", 400);
}

}  // namespace
