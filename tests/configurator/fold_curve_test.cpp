// Cloth longer than its gap: how long it lies, and to which side. Lengths are summed here from points.
#include "configurator/pack/fold_curve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;

double lengthOfFold(double gap, double turn, int steps) {
  double sum = 0;
  FoldPoint last = foldAt(gap, turn, 0);
  for (int i = 1; i <= steps; ++i) {
    const FoldPoint here = foldAt(gap, turn, static_cast<double>(i) / steps);
    sum += std::hypot(gap * (here.along - last.along), here.off - last.off);
    last = here;
  }
  return sum;
}

TEST(FoldCurve, AFoldIsAsLongAsItsCloth) {
  for (const double gap : {0.1, 0.27, 0.5, 0.76, 0.9, 0.98})
    for (const double turn : {0.0, 0.4, kPi / 2, 2.2, kPi})
      EXPECT_NEAR(lengthOfFold(gap, turn, 64), 1, 0.02) << gap << " " << turn;
}

TEST(FoldCurve, ItRunsFromOneEndOfTheGapToTheOther) {
  for (const double turn : {0.0, 1.0, kPi}) {
    double last = 0;
    for (int i = 1; i <= 50; ++i) {
      const double along = foldAt(0.4, turn, i / 50.0).along;
      EXPECT_GT(along, last);
      last = along;
    }
    EXPECT_DOUBLE_EQ(foldAt(0.4, turn, 0).along, 0);
    EXPECT_DOUBLE_EQ(last, 1);
    EXPECT_NEAR(foldAt(0.4, turn, 1).off, 0, 1e-9);
  }
}

TEST(FoldCurve, AnArchLiesOutsideOrInsideAndAnSOnBothSides) {
  EXPECT_GT(foldArea(0.6, 0), 0.1);
  EXPECT_LT(foldArea(0.6, kPi), -0.1);
  EXPECT_NEAR(foldArea(0.6, kPi / 2), 0, 1e-3);
}

// A gap half as long as the cloth: an arch that were a triangle would stand sqrt(1 - 0.25) / 2 = 0.433 high,
// an arc of a circle (half angle 1.895, sine 0.948) 0.348. A sine wave lies between.
TEST(FoldCurve, AnArchIsAboutAsHighAsAnArcOfItsLength) {
  const double high = foldAt(0.5, 0, 0.5).off;
  EXPECT_GT(high, 0.348);
  EXPECT_LT(high, 0.433);
}

TEST(FoldCurve, ClothThatHasItsFullGapLiesStraight) {
  EXPECT_NEAR(foldAt(1, kPi, 0.5).off, 0, 1e-3);
  EXPECT_NEAR(foldAt(1.2, 0, 0.5).off, 0, 1e-3);
  EXPECT_NEAR(foldAt(1, 0, 0.25).along, 0.25, 1e-3);
}

}  // namespace
}  // namespace configurator
