// The finder against all designs of small random models, by both of its roads: through a compiled diagram and
// by search.
#include "configurator/rules/finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "tests/case_count.h"
#include "tests/models/random_model.h"

namespace {

using namespace configurator::engine;  // NOLINT(google-build-using-namespace): the words of every line here

std::uint64_t finderCaseCount() {
  return caseCount(400, 20'000);
}

ValueCosts randomWeights(const DomainModel& model, std::mt19937_64& random, int spread) {
  ValueCosts weights;
  for (int value = 0; value < model.totalValues(); ++value) {
    const auto drawn = static_cast<std::int64_t>(random() % (2 * static_cast<std::uint64_t>(spread)));
    weights.push_back(random() % 4 == 0 ? 0 : drawn - spread);  // many that weigh nothing, as in a catalog
  }
  return weights;
}

std::vector<std::int64_t> sumsOf(const DomainModel& model, const FinderProblem& problem,
                                 const Design& design) {
  std::vector<std::int64_t> sums{sumOf(model, problem.objective, design)};
  for (const SumCap& cap : problem.caps) sums.push_back(sumOf(model, cap.weights, design));
  return sums;
}

bool isWithin(const DomainModel& model, const FinderProblem& problem, const Design& design) {
  for (const Choice& choice : problem.choices)
    if (design[choice.variable] != choice.value) return false;
  for (const SumCap& cap : problem.caps)
    if (sumOf(model, cap.weights, design) > cap.limit) return false;
  return model.keepsAll(design);
}

/// A random model with weights, and caps that some of its designs keep.
struct Case {
  explicit Case(std::uint64_t seed)
      : model(models::randomModel(seed)), diagram(Diagram::compile(model, {100'000, 1e6, 3})) {
    std::mt19937_64 random(seed);
    if (seed % 3 == 0) problem.choices = models::randomChoices(model, seed + 1);
    const int spread = seed % 2 == 0 ? 6 : 100'000;
    problem.objective = randomWeights(model, random, spread);
    second = randomWeights(model, random, spread);
    problem.effort = randomWeights(model, random, 3);
    for (std::uint64_t cap = 0; cap < seed % 4; ++cap)
      problem.caps.push_back({randomWeights(model, random, spread),
                              static_cast<std::int64_t>(random() % (2 * spread)) - spread});
    problem.designs = 1 + static_cast<int>(random() % 4);
    for (const Design& design : models::allDesigns(model))
      if (isWithin(model, problem, design)) within.push_back(design);
  }
  /// One for each combination of sums, ascending.
  std::set<std::vector<std::int64_t>> allSums() const {
    std::set<std::vector<std::int64_t>> all;
    for (const Design& design : within) all.insert(sumsOf(model, problem, design));
    return all;
  }
  DomainModel model;
  std::optional<Diagram> diagram;
  FinderProblem problem;
  ValueCosts second;
  std::vector<Design> within;  ///< every design that is allowed
};

/// Calls `check` with every case and both roads.
template <typename Check>
void forBothRoads(Check check) {
  for (std::uint64_t seed = 0; seed < finderCaseCount(); ++seed) {
    const Case here(seed);
    ASSERT_TRUE(here.diagram);
    for (const bool compiled : {true, false}) {
      SCOPED_TRACE("seed " + std::to_string(seed) + (compiled ? ", diagram" : ", search"));
      Finder finder(here.model, compiled ? &*here.diagram : nullptr);
      check(here, finder);
      if (testing::Test::HasFailure()) return;
    }
  }
}

TEST(Finder, FindsTheLeastAndTheNextOnesAsAListOfAllDesignsHasThem) {
  std::uint64_t none = 0, some = 0;
  forBothRoads([&](const Case& here, Finder& finder) {
    const FinderAnswer answer = finder.best(here.problem);
    EXPECT_TRUE(answer.proven);
    std::vector<std::int64_t> expected;
    for (const auto& sums : here.allSums())
      if (static_cast<int>(expected.size()) < here.problem.designs) expected.push_back(sums[0]);
    std::vector<std::int64_t> found;
    for (const FoundDesign& one : answer.designs) {
      found.push_back(one.objective);
      EXPECT_TRUE(isWithin(here.model, here.problem, one.design));
      std::vector<std::int64_t> sums{one.objective};
      sums.insert(sums.end(), one.sums.begin(), one.sums.end());
      EXPECT_EQ(sums, sumsOf(here.model, here.problem, one.design));
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(answer.bound, expected.empty() ? std::nullopt : std::optional(expected.front()));
    (expected.empty() ? none : some) += 1;
  });
  EXPECT_GT(none, finderCaseCount() / 8);
  EXPECT_GT(some, finderCaseCount() / 2);
}

TEST(Finder, OfDesignsWithEqualSumsThroughADiagramTheLeastEffortIsTaken) {
  for (std::uint64_t seed = 0; seed < finderCaseCount(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Case here(seed);
    Finder finder(here.model, &*here.diagram);
    for (const FoundDesign& one : finder.best(here.problem).designs) {
      std::int64_t least = sumOf(here.model, here.problem.effort, one.design);
      for (const Design& design : here.within) {
        if (sumsOf(here.model, here.problem, design) == sumsOf(here.model, here.problem, one.design))
          least = std::min(least, sumOf(here.model, here.problem.effort, design));
      }
      EXPECT_EQ(sumOf(here.model, here.problem.effort, one.design), least);
    }
  }
}

TEST(Finder, TheFrontIsWhatNothingBeatsInBothSums) {
  std::size_t longest = 0;
  forBothRoads([&](const Case& here, Finder& finder) {
    std::set<std::pair<std::int64_t, std::int64_t>> all, expected;
    for (const Design& design : here.within)
      all.emplace(sumOf(here.model, here.problem.objective, design), sumOf(here.model, here.second, design));
    std::int64_t least = INT64_MAX;
    for (const auto& [first, second] : all) {
      if (second < least) expected.emplace(first, second);
      least = std::min(least, second);
    }
    const FinderFront front = finder.front(here.problem, here.second, 1000);
    EXPECT_TRUE(front.proven);
    EXPECT_TRUE(front.all);
    std::set<std::pair<std::int64_t, std::int64_t>> found;
    for (const FoundDesign& one : front.designs) {
      EXPECT_TRUE(isWithin(here.model, here.problem, one.design));
      found.emplace(one.objective, one.sums.back());
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(front.designs.size(), expected.size());
    longest = std::max(longest, expected.size());
    for (const int most : {1, 2, 3}) {
      const FinderFront few = finder.front(here.problem, here.second, most);
      EXPECT_EQ(few.designs.size(), std::min<std::size_t>(most, expected.size()));
      // With all of them found it may still be open whether there are others.
      EXPECT_LE(few.all, few.designs.size() == expected.size());
      for (const FoundDesign& one : few.designs)
        EXPECT_EQ(expected.count({one.objective, one.sums.back()}), 1U);
    }
  });
  EXPECT_GT(longest, 4U);
}

TEST(Finder, StoppedAtAnyStepItsBoundIsTrueAndItsDesignsAreAllowed) {
  bool unproven = false;
  forBothRoads([&](const Case& here, Finder& finder) {
    const auto all = here.allSums();
    for (const std::int64_t steps : {0, 1, 3, 10, 30}) {
      FinderLimits limits;
      limits.steps = steps;
      const FinderAnswer answer = finder.best(here.problem, limits);
      unproven = unproven || !answer.proven;
      if (answer.proven && answer.designs.empty()) {
        EXPECT_TRUE(all.empty());
      }
      if (!answer.proven) {
        ASSERT_TRUE(answer.bound);
      }
      if (answer.bound && !all.empty()) {
        EXPECT_LE(*answer.bound, all.begin()->front());
      }
      for (const FoundDesign& one : answer.designs)
        EXPECT_TRUE(isWithin(here.model, here.problem, one.design));
      if (answer.proven && !answer.designs.empty()) {
        EXPECT_EQ(answer.designs.front().objective, all.begin()->front());
      }
    }
  });
  EXPECT_TRUE(unproven);
}

TEST(Finder, TellsHowFarItIsAndStopsWhenTold) {
  const DomainModel model = models::largerRandomModel(3, 14);
  std::mt19937_64 random(3);
  FinderProblem problem;
  problem.objective = randomWeights(model, random, 1000);
  problem.caps.push_back({randomWeights(model, random, 1000), 0});
  const auto diagram = Diagram::compile(model, {100'000, 1e6, 3});
  ASSERT_TRUE(diagram);
  for (const bool compiled : {true, false}) {
    Finder finder(model, compiled ? &*diagram : nullptr);
    std::optional<std::int64_t> bound;
    int told = 0;
    FinderLimits limits;
    limits.progress = [&](const FinderProgress& progress) {
      ++told;
      EXPECT_TRUE(progress.bound);
      if (bound) {
        EXPECT_GE(*progress.bound, *bound);
      }
      bound = progress.bound;
    };
    const FinderAnswer whole = finder.best(problem, limits);
    ASSERT_TRUE(whole.proven);
    ASSERT_FALSE(whole.designs.empty());
    EXPECT_GT(told, 1);
    EXPECT_EQ(bound, whole.designs.front().objective);
    std::stop_source stop;
    limits.stop = stop.get_token();
    limits.progress = [&](const FinderProgress&) { stop.request_stop(); };
    const FinderAnswer cut = finder.best(problem, limits);
    EXPECT_FALSE(cut.proven);
    EXPECT_LE(*cut.bound, whole.designs.front().objective);
  }
}

/// Both roads on models too large to list.
TEST(Finder, BothRoadsAgreeOnLargerModels) {
  int compared = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const DomainModel model = models::largerRandomModel(seed, 14);
    const auto diagram = Diagram::compile(model, {200'000, 1e6, 3});
    if (!diagram) continue;
    std::mt19937_64 random(seed);
    FinderProblem problem;
    problem.objective = randomWeights(model, random, 50);
    problem.caps.push_back({randomWeights(model, random, 50), -20});
    problem.caps.push_back({randomWeights(model, random, 50), -20});
    problem.designs = 3;
    const FinderAnswer one = Finder(model, &*diagram).best(problem);
    const FinderAnswer other = Finder(model, nullptr).best(problem);
    ASSERT_TRUE(one.proven);
    ASSERT_TRUE(other.proven);
    ASSERT_EQ(one.designs.size(), other.designs.size());
    for (std::size_t i = 0; i < one.designs.size(); ++i)
      EXPECT_EQ(one.designs[i].objective, other.designs[i].objective);
    compared += one.designs.empty() ? 0 : 1;
  }
  EXPECT_GT(compared, 10);
}

}  // namespace
