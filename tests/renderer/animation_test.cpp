// Animated WebP, read back chunk by chunk as the container's specification has them.
#include "renderer/animation.h"

#include <gtest/gtest.h>

#include <string>

namespace renderer {
namespace {

Image plain(int width, int height, std::uint8_t red) {
  Image image{width, height, {}};
  for (int i = 0; i < width * height; ++i) image.rgba.insert(image.rgba.end(), {red, 80, 40, 255});
  return image;
}

std::uint32_t little(const std::vector<std::uint8_t>& bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = 0; i < count; ++i)
    value |= static_cast<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
  return value;
}

struct Chunk {
  std::string name;
  std::size_t at = 0;  ///< of its data
};

std::vector<Chunk> chunksOf(const std::vector<std::uint8_t>& bytes) {
  std::vector<Chunk> chunks;
  for (std::size_t at = 12; at + 8 <= bytes.size();) {
    chunks.push_back(
        {std::string(bytes.begin() + static_cast<long>(at), bytes.begin() + static_cast<long>(at + 4)),
         at + 8});
    at += 8 + (little(bytes, at + 4, 4) + 1) / 2 * 2;
  }
  return chunks;
}

std::vector<std::uint8_t> animationOf(const std::vector<std::uint8_t>& reds) {
  auto animation = Animation::make(64, 48, 40);
  EXPECT_TRUE(animation.has_value());
  for (const std::uint8_t red : reds) EXPECT_TRUE(animation->add(plain(64, 48, red)).has_value());
  auto bytes = animation->encode();
  EXPECT_TRUE(bytes.has_value());
  return bytes.value_or(std::vector<std::uint8_t>());
}

TEST(Animation, HasEveryFrameForItsTimeAndPlaysWithoutEnd) {
  const auto bytes = animationOf({250, 120, 10});
  ASSERT_GT(bytes.size(), 12u);
  EXPECT_EQ(std::string(bytes.begin(), bytes.begin() + 4), "RIFF");
  EXPECT_EQ(little(bytes, 4, 4) + 8, bytes.size());
  EXPECT_EQ(std::string(bytes.begin() + 8, bytes.begin() + 12), "WEBP");
  int frames = 0;
  for (const Chunk& chunk : chunksOf(bytes)) {
    if (chunk.name == "VP8X") {
      EXPECT_EQ(little(bytes, chunk.at + 4, 3), 63u);  // width and height, less 1
      EXPECT_EQ(little(bytes, chunk.at + 7, 3), 47u);
    }
    if (chunk.name == "ANIM") {
      EXPECT_EQ(little(bytes, chunk.at + 4, 2), 0u);  // loops without end
    }
    if (chunk.name != "ANMF") continue;
    EXPECT_EQ(little(bytes, chunk.at + 12, 3), 40u) << "ms of frame " << frames;
    ++frames;
  }
  EXPECT_EQ(frames, 3);
}

TEST(Animation, IsTheSameForTheSameFrames) {
  EXPECT_EQ(animationOf({250, 120, 10}), animationOf({250, 120, 10}));
}

TEST(Animation, RefusesWhatTheFormatCannotHold) {
  EXPECT_FALSE(Animation::make(16384, 100, 40).has_value());
  EXPECT_FALSE(Animation::make(100, 0, 40).has_value());
}

}  // namespace
}  // namespace renderer
