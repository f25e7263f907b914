// Random clicks through our own catalog: whatever is shown as available can be completed to a valid design.
#include <gtest/gtest.h>

#include <cstdio>
#include <thread>

#include "configurator/rules/catalog_model.h"
#include "configurator/rules/check_rules.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/rules/search_engine.h"
#include "tests/case_count.h"
#include "tests/configurator/random_design.h"
#include "tests/models/random_clicks.h"

namespace configurator {
namespace {

TEST(CatalogClicks, MeetNoDeadEnd) {
  const Catalog& catalog = testWorkshop().catalog;
  const CatalogModel model(catalog);
  engine::SearchEngine engine(model.model());
  constexpr std::uint64_t kSeed = 12;
  models::RandomClicks clicks(
      model.model(), [&](const auto& choices) { return engine.domains(choices); }, kSeed);
  const int wanted = caseCount(2'000, 1'000'000);
  int made = 0;
  for (; made < wanted && clicks.click(); ++made) {
    if (made % 500 != 0) continue;
    // The other road: a whole design with these clicks, read by the rules themselves.
    const auto design = engine.complete(clicks.choices());
    ASSERT_TRUE(design) << "seed " << kSeed << ", click " << made;
    EXPECT_TRUE(isValid(checkRules(catalog, model.choicesOf(*design, defaultChoices(catalog)))));
  }
  EXPECT_EQ(made, wanted);
  EXPECT_EQ(clicks.deadEnds(), 0) << "seed " << kSeed;
  std::printf("our catalog: %d clicks, seed %d, %d dead ends\n", made, static_cast<int>(kSeed),
              static_cast<int>(clicks.deadEnds()));
}

/// Waits for it.
const engine::Diagram& diagramOf(const CatalogModel& model) {
  while (model.diagram() == nullptr) std::this_thread::yield();
  return *model.diagram();
}

TEST(CatalogClicks, BothEnginesSayTheSameAtEachOfThem) {
  const CatalogModel model(testWorkshop().catalog);
  const engine::Diagram& diagram = diagramOf(model);
  engine::SearchEngine engine(model.model());
  models::RandomClicks clicks(
      model.model(), [&](const auto& choices) { return engine.domains(choices); }, 7);
  const int wanted = caseCount(1'000, 100'000);
  int made = 0;
  for (; made < wanted && clicks.click() && !HasFailure(); ++made) {
    EXPECT_EQ(clicks.domains(), diagram.domains(clicks.choices())) << "click " << made;
    EXPECT_EQ(engine.domains(clicks.choices(), engine::OwnChoice::taken_back),
              diagram.domains(clicks.choices(), engine::OwnChoice::taken_back))
        << "click " << made;
  }
  EXPECT_EQ(made, wanted);
}

std::vector<engine::ValueState> statesOf(RuleAdvisor& advisor, const Choices& choices) {
  std::vector<engine::ValueState> states;
  for (const PlaceAdvice& place : advisor.advise(choices))
    for (const ValueAdvice& value : place.values) states.push_back(value.state);
  return states;
}

/// What an advisor says does not hang on whether the diagram is there yet, contradictions included.
TEST(CatalogClicks, AnAdvisorSaysTheSameBeforeAndAfterTheDiagramIsThere) {
  const Catalog& catalog = testWorkshop().catalog;
  Choices sound = defaultChoices(catalog), wrong = sound;
  sound.options.at("body") = {"panel-loader", By::User, false};
  wrong.options.at("hydration") = {"none", By::User, false};
  wrong.options.at("hose-port") = {"left", By::User, false};
  const CatalogModel fresh(catalog), compiled(catalog);
  diagramOf(compiled);
  RuleAdvisor before(fresh), after(compiled);
  for (const Choices& choices : {sound, wrong})
    EXPECT_EQ(statesOf(before, choices), statesOf(after, choices));
}

}  // namespace
}  // namespace configurator
