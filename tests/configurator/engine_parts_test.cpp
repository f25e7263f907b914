// Small parts of the engines: unlimited numbers, hitting sets, orders, the model's own requirements.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "configurator/rules/big_count.h"
#include "configurator/rules/diagram.h"
#include "configurator/rules/diagram_order.h"
#include "configurator/rules/domain_model.h"
#include "configurator/rules/hitting_sets.h"
#include "configurator/rules/row_graph.h"
#include "configurator/rules/search_engine.h"
#include "tests/models/random_model.h"

namespace {

using namespace configurator::engine;  // NOLINT(google-build-using-namespace): the words of every line here

TEST(BigCount, MultipliesAndAddsBeyondMachineWords) {
  BigCount power(1);
  for (int step = 0; step < 100; ++step) power = power * BigCount(2);
  EXPECT_EQ(power.text(), "1267650600228229401496703205376");  // 2^100
  BigCount factorial(1);
  for (std::uint64_t factor = 2; factor <= 30; ++factor) factorial = factorial * BigCount(factor);
  EXPECT_EQ(factorial.text(), "265252859812191058636308480000000");  // 30!
  BigCount sum(~std::uint64_t{0});
  sum += BigCount(1);
  EXPECT_EQ(sum.text(), "18446744073709551616");  // 2^64
  EXPECT_EQ(BigCount().text(), "0");
  EXPECT_EQ(BigCount(1'000'000'000).text(), "1000000000");
  EXPECT_TRUE((BigCount(5) * BigCount()).isZero());
}

TEST(HittingSets, TakeTheCheapestThenTheEarliest) {
  HittingSets sets({{0, 1, 0}, {0, 1, 0}, {0, 1, 5}, {1, 1, 0}});
  EXPECT_EQ(sets.cheapest(), std::vector<int>{});
  sets.mustHit({0, 2});
  sets.mustHit({1, 2});
  // 2 alone: one element, though of weight 5.
  EXPECT_EQ(sets.cheapest(), std::vector<int>{2});
  sets.block({2});
  EXPECT_EQ(sets.cheapest(), (std::vector<int>{0, 1}));
  sets.block({0, 1});
  EXPECT_EQ(sets.cheapest(), std::nullopt);
  EXPECT_FALSE(sets.gaveUp());
}

TEST(HittingSets, PreferManyFreeElementsToOnePinned) {
  HittingSets sets({{1, 1, 0}, {0, 1, 0}, {0, 1, 0}, {0, 1, 0}});
  for (const int element : {1, 2, 3}) sets.mustHit({0, element});
  EXPECT_EQ(sets.cheapest(), (std::vector<int>{1, 2, 3}));
}

TEST(RowGraph, SharesBeginningsAndEndsOfRows) {
  // All eight rows of three bits: one node before each column.
  std::vector<std::vector<int>> rows;
  for (int row = 0; row < 8; ++row) rows.push_back({row & 1, row >> 1 & 1, row >> 2 & 1});
  rows.push_back({0, 0, 0});
  EXPECT_EQ(graphOf(rows).nodes.size(), 3U);
  EXPECT_TRUE(graphOf({}).nodes.empty());
}

TEST(DiagramOrders, ArePermutationsAndTheSameEveryTime) {
  const DomainModel model = models::largerRandomModel(5, 30);
  const auto orders = candidateOrders(model, 6);
  ASSERT_EQ(orders.size(), 6U);
  EXPECT_EQ(orders, candidateOrders(model, 6));
  for (std::vector<int> order : orders) {
    std::sort(order.begin(), order.end());
    for (int variable = 0; variable < 30; ++variable) EXPECT_EQ(order[variable], variable);
  }
  EXPECT_EQ(candidateOrders(model, 1).size(), 1U);
}

TEST(Diagram, GivesUpAtItsLimitsAndWhenAskedTo) {
  const DomainModel model = models::largerRandomModel(7, 60);
  EXPECT_FALSE(Diagram::compile(model, {3, 60, 2}));
  EXPECT_FALSE(Diagram::compile(model, {500'000, 0, 2}));
  std::stop_source stop;
  stop.request_stop();
  EXPECT_FALSE(Diagram::compile(model, {}, stop.get_token()));
}

TEST(DomainModel, RefusesWhatDoesNotExist) {
  DomainModel model;
  EXPECT_THROW(model.addVariable("none", {}), std::logic_error);
  const int variable = model.addBoolean("a");
  EXPECT_THROW(model.addClause({{{variable, 2, true}}}), std::logic_error);
  EXPECT_THROW(model.addClause({{{variable + 1, 0, true}}}), std::logic_error);
  EXPECT_THROW(model.addTable({{}, {}, true}), std::logic_error);
  EXPECT_THROW(model.addTable({{variable, variable}, {}, true}), std::logic_error);
  EXPECT_THROW(model.addTable({{variable}, {{0, 1}}, true}), std::logic_error);
  EXPECT_THROW(model.addTable({{variable}, {{7}}, true}), std::logic_error);
  EXPECT_THROW(model.addCardinality({{{variable, 0, true}, {variable, 1, true}}, 1, 1, {}}),
               std::logic_error);
  EXPECT_EQ(model.constraintCount(), 0);
  EXPECT_THROW(SearchEngine(model).domains({{variable, 3}}), std::logic_error);
}

/// Shirt or tie, both not; a red shirt needs a tie; a hat forbids it.
DomainModel clothes() {
  DomainModel model;
  const int shirt = model.addVariable("shirt", {"none", "red", "white"});
  const int tie = model.addBoolean("tie"), hat = model.addBoolean("hat");
  model.addClause({{{shirt, 1, false}, {tie, 1, true}}});
  model.addClause({{{hat, 0, true}, {tie, 0, true}}});
  return model;
}

TEST(SearchEngine, ExplainsAndRepairsWithTheUsersOwnChoices) {
  SearchEngine engine(clothes());
  const std::vector<Choice> hat = {{2, 1}};
  EXPECT_EQ(engine.domains(hat).states[1], ValueState::blocked);  // the red shirt
  const auto reason = engine.explain(hat, Literal{0, 1, true});
  ASSERT_TRUE(reason);
  EXPECT_EQ(reason->constraints, (std::vector<int>{0, 1}));
  ASSERT_EQ(reason->choices.size(), 1U);
  EXPECT_EQ(reason->choices[0].variable, 2);
  const Repairs repairs = engine.repairs(hat, Literal{0, 1, true}, {});
  ASSERT_EQ(repairs.found.size(), 1U);
  EXPECT_TRUE(repairs.all);
  EXPECT_EQ(repairs.found[0].design, (Design{1, 1, 0}));
  EXPECT_FALSE(repairs.found[0].changes_pinned);
  EXPECT_TRUE(engine.repairs({{2, 1, true}}, Literal{0, 1, true}, {}).found.at(0).changes_pinned);
}

TEST(SearchEngine, RepairsChoicesThatContradictTheConstraints) {
  SearchEngine engine(clothes());
  const std::vector<Choice> choices = {{0, 1}, {1, 1}, {2, 1}};
  EXPECT_FALSE(engine.domains(choices).consistent);
  // Later choices are left out before earlier ones: the hat is needed, the tie not, for the shirt asks for
  // one.
  const auto reason = engine.explain(choices);
  ASSERT_TRUE(reason);
  EXPECT_EQ(reason->constraints, (std::vector<int>{0, 1}));
  const Explanations reasons = engine.explainAll(choices, {}, 10);
  ASSERT_EQ(reasons.found.size(), 2U);
  EXPECT_EQ(reasons.found[0].constraints, std::vector<int>{1});  // tie and hat: the shortest
  EXPECT_EQ(reasons.found[0].choices.size(), 2U);
  EXPECT_EQ(reasons.found[1], *reason);
  const Repairs repairs = engine.repairs(choices, {}, {});
  ASSERT_FALSE(repairs.found.empty());
  ASSERT_EQ(repairs.found[0].changed.size(), 1U);
  EXPECT_EQ(repairs.found[0].changed[0].variable, 2);  // the tie could not go without the shirt
}

TEST(SearchEngine, SaysThatNothingHelpsAgainstConstraintsAlone) {
  DomainModel model = clothes();
  model.addClause({{{1, 0, true}}});
  SearchEngine engine(model);
  const Repairs repairs = engine.repairs({{2, 0}}, Literal{0, 1, true}, {});
  EXPECT_TRUE(repairs.found.empty());
  EXPECT_TRUE(repairs.all);
  const auto reason = engine.explain({{2, 0}}, Literal{0, 1, true});
  ASSERT_TRUE(reason);
  EXPECT_TRUE(reason->choices.empty());
  EXPECT_EQ(reason->constraints, (std::vector<int>{0, 2}));
}

}  // namespace
