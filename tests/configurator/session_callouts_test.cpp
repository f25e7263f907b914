// Names beside a picture: whatever they point at, no words lie over others and none is cut off.
#include "configurator/session/callouts.h"

#include <gtest/gtest.h>

#include <random>

namespace configurator {
namespace {

const renderer::Typeface& inter() {
  static const auto kLoaded = renderer::Typeface::load();
  return kLoaded.value();
}

bool overlap(const PlacedCallout& a, const PlacedCallout& b) {
  return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

void expectApart(const CalloutLayout& layout, const CalloutFrame& frame) {
  for (std::size_t i = 0; i < layout.placed.size(); ++i) {
    const PlacedCallout& one = layout.placed[i];
    EXPECT_GE(one.low.y, frame.top - 0.1f) << one.callout.title;
    EXPECT_LE(one.high.y, frame.bottom + 0.1f) << one.callout.title;
    EXPECT_GE(one.low.x, frame.left - 0.1f) << one.callout.title;
    EXPECT_LE(one.high.x, frame.right + 0.1f) << one.callout.title;
    for (std::size_t k = 0; k < i; ++k)
      EXPECT_FALSE(overlap(one, layout.placed[k]))
          << one.callout.title << " " << layout.placed[k].callout.title;
  }
}

std::vector<Callout> scattered(int count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Callout> callouts;
  for (int i = 0; i < count; ++i) {
    const auto next = [&](float from, float to) {
      return from + (to - from) * static_cast<float>(random() % 1000) / 1000;
    };
    callouts.push_back({{next(500, 1100), next(550, 650)}, "Part " + std::to_string(i), {"an option of it"}});
  }
  return callouts;
}

TEST(Callouts, CrowdedNamesSpreadWithoutLyingOverEachOther) {
  const CalloutFrame frame{40, 1560, 40, 1160, true};
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const CalloutLayout layout = layOut(scattered(18, seed), frame, inter(), sizesOf(1600, 1200));
    EXPECT_EQ(layout.placed.size(), 18U);
    expectApart(layout, frame);
  }
}

TEST(Callouts, MoreThanFindRoomGetSmallerWords) {
  const CalloutFrame frame{40, 1560, 40, 600, true};
  const CalloutLayout layout = layOut(scattered(60, 7), frame, inter(), sizesOf(1600, 1200));
  EXPECT_LT(layout.sizes.text, sizesOf(1600, 1200).text);
  expectApart(layout, frame);
}

TEST(Callouts, ANameStandsAtTheSideOfWhatItNames) {
  const CalloutFrame frame{0, 1000, 0, 800, true};
  const CalloutLayout layout =
      layOut({{{300, 400}, "Left", {}}, {{700, 400}, "Right", {}}}, frame, inter(), sizesOf(1000, 800));
  ASSERT_EQ(layout.placed.size(), 2U);
  for (const PlacedCallout& one : layout.placed) {
    EXPECT_EQ(one.at_right, one.callout.title == "Right");
    EXPECT_EQ(one.leader.back(), one.callout.at);
    // Level with what they name, where nothing crowds them.
    EXPECT_NEAR(0.5f * (one.low.y + one.high.y), 400, 1);
  }
}

TEST(Callouts, ALongNoteIsBrokenBetweenItsWords) {
  const float width = inter().widthOf("one two", 20);
  EXPECT_EQ(wrapped("one two three", width, inter(), 20), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrapped("unbreakable", 1, inter(), 20), (std::vector<std::string>{"unbreakable"}));
  EXPECT_TRUE(wrapped("", width, inter(), 20).empty());
}

}  // namespace
}  // namespace configurator
