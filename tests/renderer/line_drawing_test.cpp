// Lines, areas and words on small images; every expected pixel is the share of its area that is covered.
#include "renderer/line_drawing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "tests/renderer/scenes.h"

namespace renderer {
namespace {

const Typeface& inter() {
  static const auto kLoaded = Typeface::load();
  return kLoaded.value();
}

Image canvas(int width, int height, std::uint8_t grey, std::uint8_t alpha) {
  Image image{width, height, {}};
  for (int i = 0; i < width * height; ++i) image.rgba.insert(image.rgba.end(), {grey, grey, grey, alpha});
  return image;
}

Image painted(const Stroke& stroke, Image image) {
  paint({{stroke}}, inter(), image);
  return image;
}

int redAt(const Image& image, int x, int y) {
  return test::pixelAt(image, x, y).r;
}

TEST(LineDrawing, AnAreaCoversItsPixelsAndHalfOfAHalfCoveredOne) {
  const DrawnArea area{{{{2, 2}, {6.5f, 2}, {6.5f, 6}, {2, 6}}}, {200, 0, 0, 255}};
  const Image image = painted(area, canvas(10, 8, 0, 255));
  EXPECT_EQ(redAt(image, 1, 3), 0);
  EXPECT_EQ(redAt(image, 2, 2), 200);
  EXPECT_EQ(redAt(image, 5, 5), 200);
  EXPECT_NEAR(redAt(image, 6, 3), 100, 1);
  EXPECT_EQ(redAt(image, 7, 3), 0);
  EXPECT_EQ(redAt(image, 3, 6), 0);
}

TEST(LineDrawing, AContourInsideAnotherIsAHole) {
  const DrawnArea ring{{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {{3, 3}, {6, 3}, {6, 6}, {3, 6}}},
                       {255, 255, 255, 255}};
  const Image image = painted(ring, canvas(9, 9, 0, 255));
  EXPECT_EQ(redAt(image, 1, 1), 255);
  EXPECT_EQ(redAt(image, 4, 4), 0);
}

TEST(LineDrawing, ALineIsAsWideAsAskedAndDashesLeaveGapsOfTheirLength) {
  DrawnLine line{{{0, 4}, {12, 4}}, {255, 255, 255, 255}, 2};
  const Image whole = painted(line, canvas(12, 8, 0, 255));
  for (const int x : {0, 5, 11}) {
    EXPECT_EQ(redAt(whole, x, 2), 0);
    EXPECT_EQ(redAt(whole, x, 3), 255);
    EXPECT_EQ(redAt(whole, x, 4), 255);
    EXPECT_EQ(redAt(whole, x, 5), 0);
  }
  line.dash = 3;
  const Image dashed = painted(line, canvas(12, 8, 0, 255));
  EXPECT_EQ(redAt(dashed, 1, 3), 255);
  EXPECT_EQ(redAt(dashed, 4, 3), 0);
  EXPECT_EQ(redAt(dashed, 7, 3), 255);
  EXPECT_EQ(redAt(dashed, 10, 3), 0);
}

TEST(LineDrawing, InkOnATransparentImageKeepsItsColour) {
  const DrawnArea area{{{{0, 0}, {2.5f, 0}, {2.5f, 4}, {0, 4}}}, {10, 20, 30, 255}};
  const Image image = painted(area, canvas(4, 4, 255, 0));
  const test::Pixel half = test::pixelAt(image, 2, 1);
  EXPECT_EQ(half.r, 10);
  EXPECT_EQ(half.g, 20);
  EXPECT_EQ(half.b, 30);
  EXPECT_NEAR(half.a, 127, 1);
  EXPECT_EQ(test::pixelAt(image, 3, 1).a, 0);
}

TEST(LineDrawing, DigitsAreAllOfOneWidth) {
  const float width = inter().widthOf("0", 20);
  EXPECT_GT(width, 8);
  for (const char* digit : {"1", "4", "7", "9"}) EXPECT_FLOAT_EQ(inter().widthOf(digit, 20), width);
  EXPECT_NEAR(inter().widthOf("1074", 20), 4 * width, 1e-3);
  EXPECT_LT(inter().widthOf("\u2009", 20), inter().widthOf(" ", 20));
}

/// The painted pixels' box: left, top, right, bottom.
std::array<int, 4> boxOf(const Image& image) {
  std::array<int, 4> box{image.width, image.height, -1, -1};
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (test::pixelAt(image, x, y).a < 100) continue;
      box = {std::min(box[0], x), std::min(box[1], y), std::max(box[2], x), std::max(box[3], y)};
    }
  }
  return box;
}

TEST(LineDrawing, TextStandsOnItsBaselineAndEndsWhereItsWidthSays) {
  DrawnText text{"HHHH", {140, 60}, 40, {255, 255, 255, 255}};
  text.align = TextAlign::Right;
  const auto box = boxOf(painted(text, canvas(160, 80, 0, 0)));
  EXPECT_NEAR(box[3], 59, 1);                                       // on the line
  EXPECT_NEAR(box[1], 60 - 40 * kCapitalHeight, 1.5);               // as high as a capital
  EXPECT_NEAR(box[0], 140 - inter().widthOf("HHHH", 40) + 3.5, 2);  // side bearings of about 3.5
  EXPECT_LT(box[2], 140);
}

TEST(LineDrawing, TextTurnedAQuarterRunsUpwards) {
  DrawnText text{"HHHH", {50, 110}, 20, {255, 255, 255, 255}};
  text.angle_deg = 90;
  const auto box = boxOf(painted(text, canvas(80, 120, 0, 0)));
  EXPECT_NEAR(box[2], 49, 1);
  EXPECT_NEAR(box[3], 110 - 2, 2);
  EXPECT_NEAR(box[3] - box[1], inter().widthOf("HHHH", 20) - 4, 3);
}

TEST(LineDrawing, WhatReachesBeyondTheImageIsCutOff) {
  const DrawnLine line{{{-50, 2}, {50, 2}}, {255, 255, 255, 255}, 2};
  const Image image = painted(line, canvas(6, 4, 0, 255));
  EXPECT_EQ(redAt(image, 0, 2), 255);
  EXPECT_EQ(redAt(image, 5, 1), 255);
}

}  // namespace
}  // namespace renderer
