// Random clicks through our own catalog: whatever is shown as available can be completed to a valid design.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "configurator/rules/catalog_model.h"
#include "configurator/rules/check_rules.h"
#include "configurator/rules/search_engine.h"
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
  const int wanted = std::getenv("RUCKSMITH_SOAK") != nullptr ? 1'000'000 : 2'000;
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

}  // namespace
}  // namespace configurator
