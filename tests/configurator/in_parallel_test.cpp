#include "configurator/pack/in_parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace configurator {
namespace {

TEST(InParallel, DoesEveryPartOnce) {
  std::vector<int> done(1000, 0);  // each part has a place of its own
  inParallel(done.size(), [&](std::size_t i) { ++done[i]; });
  EXPECT_EQ(done, std::vector<int>(1000, 1));
}

TEST(InParallel, DoesNothingForNoParts) {
  inParallel(0, [](std::size_t) { FAIL(); });
}

TEST(InParallel, ThrowsWhatAPartThrewWhenTheOthersHaveEnded) {
  std::atomic<int> done{0};
  const auto part = [&](std::size_t i) {
    if (i == 3) throw std::runtime_error("part 3");
    ++done;
  };
  EXPECT_THROW(inParallel(10, part), std::runtime_error);
  // Whoever met the failing part takes no more; on one processor that is all that follow it.
  EXPECT_GE(done.load(), 3);
}

}  // namespace
}  // namespace configurator
