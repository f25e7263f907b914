// Outlines as rows, by hand: where a piece pushed along the roll runs into another.
#include "bom/marker/row_shape.h"

#include <gtest/gtest.h>

#include <cmath>

#include "bom/marker/marker.h"

namespace {

using bom::Point;
using bom::RowShape;

const std::vector<Point> kSquare{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
const std::vector<Point> kTriangle{{0, 0}, {400, 0}, {0, 300}};

bom::Stretch blocked(const RowShape& fixed, const RowShape& moved, double dy) {
  return bom::blockedBy(fixed.parts.front(), moved.parts.front(), dy).value_or(bom::Stretch());
}

TEST(RowShape, StartsAtItsBoxAndKeepsItsArea) {
  const RowShape shape = bom::rowShapeOf({{10, -20}, {-390, -20}, {10, -320}});
  EXPECT_EQ(shape.length, 400);
  EXPECT_EQ(shape.width, 300);
  EXPECT_NEAR(shape.area(), 60000, 1e-6);
  ASSERT_EQ(shape.parts.size(), 1U);
  EXPECT_EQ(shape.parts[0].size(), 1U);
}

TEST(RowShape, SquaresBlockTheirOwnLengthAndPassBesideEachOther) {
  const RowShape square = bom::rowShapeOf(kSquare);
  EXPECT_EQ(blocked(square, square, 50).from, -100);
  EXPECT_EQ(blocked(square, square, 50).to, 100);
  EXPECT_FALSE(bom::blockedBy(square.parts[0], square.parts[0], 100));
  EXPECT_FALSE(bom::blockedBy(square.parts[0], square.parts[0], -100));
}

TEST(RowShape, SlantedSidesMeetWhereTheyTouchFirst) {
  // A square at the foot of the triangle's slope: at its own lower edge, y, the slope is at 400 (1 - y /
  // 300).
  const RowShape triangle = bom::rowShapeOf(kTriangle), square = bom::rowShapeOf(kSquare);
  EXPECT_NEAR(blocked(triangle, square, 0).to, 400, 1e-9);
  EXPECT_NEAR(blocked(triangle, square, 150).to, 200, 1e-9);
  EXPECT_NEAR(blocked(triangle, square, -75).to, 400, 1e-9);
  EXPECT_NEAR(blocked(triangle, square, 150).from, -100, 1e-9);
}

TEST(RowShape, ANotchAcrossTheRollMakesParts) {
  // A U open upwards: a foot with two arms, 300 x 100 and 2 x 100 x 200.
  const RowShape u = bom::rowShapeOf(
      {{0, 0}, {300, 0}, {300, 300}, {200, 300}, {200, 100}, {100, 100}, {100, 300}, {0, 300}});
  EXPECT_EQ(u.parts.size(), 3U);
  EXPECT_NEAR(u.area(), 70000, 1e-6);
  // Its own two edges, and the floor of the notch.
  const auto levels = u.levels();
  ASSERT_EQ(levels.size(), 3U);
  EXPECT_EQ(levels[2].y, 100);
  EXPECT_TRUE(levels[2].faces_up);
}

TEST(RowShape, WhatWindsAroundCountsWhereAnOutlineCrossesItself) {
  // The same square walked twice is as full as the square.
  std::vector<Point> twice = kSquare;
  twice.insert(twice.end(), kSquare.begin(), kSquare.end());
  EXPECT_NEAR(bom::rowShapeOf(twice).area(), 10000, 1e-9);
}

TEST(RowShape, GrownKeepsTheMarginEverywhere) {
  const RowShape square = bom::rowShapeOf(kSquare), grown = bom::grown(square, 10);
  EXPECT_EQ(grown.length, 120);
  EXPECT_EQ(grown.width, 120);
  EXPECT_NEAR(grown.area(), 14400, 1e-6);
  // The slope moves right by the margin and up by it: 10 + 10 x 400 / 300; measured from the grown box, 10
  // more.
  const RowShape triangle = bom::grown(bom::rowShapeOf(kTriangle), 10);
  for (const bom::ShapeRow& row : triangle.parts.front()) {
    for (const double y : {row.low, row.high}) {
      const double highest = std::max(0.0, std::min(300.0, y - 20));  // of the window's lower end
      EXPECT_NEAR(row.right(y), 400 * (1 - highest / 300) + 20, 1e-6) << y;
    }
  }
}

TEST(RowShape, CoarsenedRunsOutsideAndWithinTheTolerance) {
  std::vector<Point> circle;
  for (int i = 0; i < 360; ++i) {
    const double angle = i * std::acos(-1.0) / 180;
    circle.push_back({200 * std::cos(angle), 200 * std::sin(angle)});
  }
  const RowShape fine = bom::rowShapeOf(circle), coarse = bom::coarsened(fine, 0.3);
  EXPECT_EQ(coarse.length, fine.length);
  ASSERT_EQ(coarse.parts.size(), 1U);
  EXPECT_LT(coarse.parts[0].size(), fine.parts[0].size() / 3);
  std::size_t at = 0;
  for (const bom::ShapeRow& row : fine.parts[0]) {
    while (coarse.parts[0][at].high < row.high - 1e-9) ++at;
    const bom::ShapeRow& around = coarse.parts[0][at];
    EXPECT_LE(around.left(row.high), row.left_high + 1e-9);
    EXPECT_GE(around.left(row.high), row.left_high - 0.3 - 1e-9);
    EXPECT_GE(around.right(row.high), row.right_high - 1e-9);
    EXPECT_LE(around.right(row.high), row.right_high + 0.3 + 1e-9);
  }
}

}  // namespace
