// ImGui 1.86 sees at most one state of a key per frame: a press and its release need two.
#include "configurator/app/key_input.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace configurator {
namespace {

using Kind = KeyEvent::Kind;
using testing::ElementsAre;

constexpr int kControl = 341, kZ = 90, kA = 65, kB = 66;

std::vector<std::string> frame(KeyInput& input) {
  std::vector<std::string> seen;
  input.deliverFrame([&](const KeyEvent& event) {
    const char* kind = event.kind == Kind::Down ? "down " : event.kind == Kind::Up ? "up " : "character ";
    seen.push_back(kind + std::to_string(event.key));
  });
  return seen;
}

TEST(KeyInput, APressAndItsReleaseFallIntoTwoFrames) {
  KeyInput input;
  for (const auto& [kind, key] : {std::pair(Kind::Down, kControl), std::pair(Kind::Down, kZ),
                                  std::pair(Kind::Up, kZ), std::pair(Kind::Up, kControl)})
    input.add({kind, key, 0, 0});
  EXPECT_THAT(frame(input), ElementsAre("down 341", "down 90"));
  EXPECT_FALSE(input.empty());
  EXPECT_THAT(frame(input), ElementsAre("up 90", "up 341"));
  EXPECT_TRUE(input.empty());
}

TEST(KeyInput, APressRightAfterItsReleaseWaitsForItsOwnFrame) {
  KeyInput input;
  for (int i = 0; i < 2; ++i) {
    input.add({Kind::Down, kZ, 0, 0});
    input.add({Kind::Up, kZ, 0, 0});
  }
  EXPECT_THAT(frame(input), ElementsAre("down 90"));
  EXPECT_THAT(frame(input), ElementsAre("up 90"));
  EXPECT_THAT(frame(input), ElementsAre("down 90"));
  EXPECT_THAT(frame(input), ElementsAre("up 90"));
  EXPECT_TRUE(input.empty());
}

TEST(KeyInput, CharactersKeepTheirPlaceAmongTheKeys) {
  KeyInput input;
  input.add({Kind::Down, kA, 0, 0});
  input.add({Kind::Character, 'a', 0, 0});
  input.add({Kind::Up, kA, 0, 0});
  input.add({Kind::Down, kB, 0, 0});
  input.add({Kind::Character, 'b', 0, 0});
  EXPECT_THAT(frame(input), ElementsAre("down 65", "character 97"));
  EXPECT_THAT(frame(input), ElementsAre("up 65", "down 66", "character 98"));
}

}  // namespace
}  // namespace configurator
