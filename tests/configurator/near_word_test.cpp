// "Did you mean": the nearest of the known words, and none when nothing is near.
#include "configurator/catalog/near_word.h"

#include <gtest/gtest.h>

namespace configurator {
namespace {

const std::vector<std::string> kWords{"vest", "panel-loader", "roll-top", "capacity", "M", "L"};

TEST(NearWord, FindsOneSlipOfEachKind) {
  EXPECT_EQ(nearestWord("vst", kWords), "vest");                   // left out
  EXPECT_EQ(nearestWord("veest", kWords), "vest");                 // too many
  EXPECT_EQ(nearestWord("west", kWords), "vest");                  // another letter
  EXPECT_EQ(nearestWord("panle-loader", kWords), "panel-loader");  // two swapped count as one
}

TEST(NearWord, AllowsOneSlipForEachThreeLetters) {
  EXPECT_EQ(nearestWord("kapazity", kWords), "capacity");  // 2 slips of 8 letters
  EXPECT_EQ(nearestWord("kapazitet", kWords), "");         // 4 slips of 9
  EXPECT_EQ(nearestWord("hydration", kWords), "");
}

TEST(NearWord, TakesTheFirstOfEquallyNearWords) {
  EXPECT_EQ(nearestWord("cap", {"tap", "map"}), "tap");
}

TEST(NearWord, SuggestsNothingForCodesOfTwoLetters) {
  EXPECT_EQ(nearestWord("GR", {"AR", "GB"}), "");
  EXPECT_EQ(nearestWord("S", kWords), "");
}

TEST(NearWord, MakesNothingOfEndlessInput) {
  EXPECT_EQ(nearestWord(std::string(100000, 'v'), kWords), "");
}

TEST(NearWord, PutsTheWordInAQuestion) {
  EXPECT_EQ(didYouMean("rolltop", kWords), " (did you mean \"roll-top\"?)");
  EXPECT_EQ(didYouMean("xyz", kWords), "");
}

}  // namespace
}  // namespace configurator
