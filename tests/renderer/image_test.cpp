// PNG files.
#include "renderer/image.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

Image pattern(int width, int height) {
  Image image{width, height, {}};
  for (int i = 0; i < width * height * 4; ++i) image.rgba.push_back(static_cast<std::uint8_t>(i * 37 % 251));
  return image;
}

TEST(Png, ComesBackAsItWas) {
  const Image image = pattern(33, 21);
  const auto path = test::scratchPath("pattern.png");
  test::writeFile(path, encodePng(image));
  const auto read = loadPng(path);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->width, 33);
  EXPECT_EQ(read->height, 21);
  EXPECT_EQ(read->rgba, image.rgba);
}

TEST(Png, HasTheSameBytesForTheSamePicture) {
  EXPECT_EQ(encodePng(pattern(40, 30)), encodePng(pattern(40, 30)));
}

TEST(Png, OfAMissingFileSaysSo) {
  const auto read = loadPng("/no/such/picture.png");
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, "/no/such/picture.png: cannot be opened");
}

TEST(Png, OfAnotherKindOfFileSaysSo) {
  const auto path = test::scratchPath("not-a-picture.png");
  test::writeFile(path, {'h', 'e', 'l', 'l', 'o'});
  const auto read = loadPng(path);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message, path.string() + ": is not a readable PNG file");
}

TEST(Png, OfAnImageWithTooFewBytesIsABrokenPromise) {
  EXPECT_THROW((void)encodePng(Image{4, 4, {1, 2, 3}}), std::logic_error);
}

}  // namespace
}  // namespace renderer
