// How parts are called on bills and patterns.
#include "configurator/pack/part_text.h"

#include <gtest/gtest.h>

namespace configurator {
namespace {

TEST(PartText, StartsWithACapitalAndSaysNothingTwice) {
  EXPECT_EQ(partText("main opening"), "Main opening");
  EXPECT_EQ(partText("Whistle: whistle"), "Whistle");
  EXPECT_EQ(partText("Key clip: key clip"), "Key clip");
  EXPECT_EQ(partText("Key clip: key tab"), "Key clip: key tab");
  EXPECT_EQ(partText("3.5 mm cord"), "3.5 mm cord");
  EXPECT_EQ(partText(""), "");
}

TEST(PartText, APairHasNoSide) {
  EXPECT_EQ(pairText("Strap face mesh left"), "Strap face mesh");
  EXPECT_EQ(pairText("Front wing outer, right"), "Front wing outer");
  EXPECT_EQ(pairText("Left over"), "Left over");
}

}  // namespace
}  // namespace configurator
