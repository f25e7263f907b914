// The comparison itself: every expected number is the arithmetic of a picture made by hand.
#include "tests/pictures/compare_images.h"

#include <gtest/gtest.h>

namespace renderer {
namespace {

Image grey(int width, int height, std::uint8_t value) {
  Image image{width, height, {}};
  image.rgba.assign(static_cast<std::size_t>(width) * height * 4, value);
  return image;
}

TEST(CompareImages, APictureIsNoDistanceFromItself) {
  const Image image = grey(12, 8, 90);
  const ImageDifference difference = compareImages(image, image);
  EXPECT_TRUE(difference.same_size);
  EXPECT_EQ(difference.largest, 0);
  EXPECT_EQ(difference.mean, 0);
}

TEST(CompareImages, PicturesOfOtherSizesAreNotCompared) {
  EXPECT_FALSE(compareImages(grey(8, 8, 0), grey(8, 4, 0)).same_size);
}

TEST(CompareImages, OnePixelCountsASixteenthOfItsBlock) {
  const Image black = grey(8, 8, 0);  // four blocks of 4 x 4
  Image dotted = black;
  dotted.rgba[0] = 160;  // red of the first pixel: 160 / 16 = 10 in one of 4 x 3 block channels
  const ImageDifference difference = compareImages(black, dotted);
  EXPECT_DOUBLE_EQ(difference.largest, 10);
  EXPECT_DOUBLE_EQ(difference.mean, 10.0 / 12);
}

TEST(CompareImages, BrighterAndDarkerDoNotCancel) {
  const Image middle = grey(8, 4, 100);  // two blocks
  Image apart = middle;
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 8; ++x) {
      for (int channel = 0; channel < 3; ++channel)
        apart.rgba[static_cast<std::size_t>(y * 8 + x) * 4 + channel] = x < 4 ? 130 : 70;
    }
  }
  const ImageDifference difference = compareImages(middle, apart);
  EXPECT_DOUBLE_EQ(difference.largest, 30);
  EXPECT_DOUBLE_EQ(difference.mean, 30);
}

}  // namespace
}  // namespace renderer
