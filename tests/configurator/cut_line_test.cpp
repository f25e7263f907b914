// The cut line of single corners by hand: allowances of 10 beside a corner at the origin.
#include "configurator/pack/cut_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace configurator {
namespace {

Piece pieceOf(const Polyline& corners, const std::vector<double>& allowances) {
  Piece piece;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    piece.edges.push_back({"edge-" + std::to_string(i),
                           {corners[i], corners[(i + 1) % corners.size()]},
                           allowances[i],
                           EdgeFinish::Raw});
  }
  return piece;
}

/// A wedge that points up, its tip at the origin, 300 high.
Polyline wedgeOf(double degrees) {
  const double half = 300 * std::tan(degrees / 2 * std::acos(-1.0) / 180);
  return {{0, 0}, {-half, -300}, {half, -300}};
}

/// The points of the line that are at most 40 from the tip.
Polyline nearTip(const Polyline& line) {
  Polyline near;
  for (const Vec2& p : line) {
    if (glm::length(p) < 40) near.push_back(p);
  }
  std::sort(near.begin(), near.end(), [](Vec2 a, Vec2 b) { return a.x < b.x; });
  return near;
}

double distanceTo(Vec2 p, Vec2 a, Vec2 b) {
  const double t = std::clamp(glm::dot(p - a, b - a) / glm::dot(b - a, b - a), 0.0, 1.0);
  return glm::distance(p, a + t * (b - a));
}

TEST(CutLine, BluntsASharpCornerAtTwoAndAHalfAllowances) {
  // Half of 20 degrees: the moved sides would meet 10 / sin 10 = 57.6 above the tip, beyond 25. At the height
  // 25 they are (10 - 25 sin 10) / cos 10 = (10 - 4.3412) / 0.98481 = 5.7461 off the middle.
  const Polyline tip = nearTip(cutLineOf(pieceOf(wedgeOf(20), {10, 10, 10})));
  ASSERT_EQ(tip.size(), 2u);
  EXPECT_NEAR(tip[0].x, -5.7461, 1e-3);
  EXPECT_NEAR(tip[1].x, 5.7461, 1e-3);
  EXPECT_NEAR(tip[0].y, 25, 1e-9);
  EXPECT_NEAR(tip[1].y, 25, 1e-9);
}

TEST(CutLine, MitresACornerWhoseTipIsWithinTheLimit) {
  // 10 / sin 30 = 20 above a tip of 60 degrees.
  const Polyline tip = nearTip(cutLineOf(pieceOf(wedgeOf(60), {10, 10, 10})));
  ASSERT_EQ(tip.size(), 1u);
  EXPECT_NEAR(tip[0].x, 0, 1e-9);
  EXPECT_NEAR(tip[0].y, 20, 1e-9);
}

TEST(CutLine, NeverComesNearerThanTheLeastAllowance) {
  for (const double degrees : {1.0, 10.0, 20.0, 40.0, 47.0, 48.0, 60.0, 100.0}) {
    const Polyline wedge = wedgeOf(degrees);
    for (const double right : {10.0, 6.0, 0.0}) {
      const Polyline cut = cutLineOf(pieceOf(wedge, {10, 10, right}));
      for (std::size_t i = 0; i < cut.size(); ++i) {
        for (int k = 0; k < 100; ++k) {
          const Vec2 p = cut[i] + k / 100.0 * (cut[(i + 1) % cut.size()] - cut[i]);
          for (std::size_t side = 0; side < 3; ++side) {
            EXPECT_GT(distanceTo(p, wedge[side], wedge[(side + 1) % 3]), right - 1e-6)
                << degrees << " at " << p.x << ", " << p.y;
          }
        }
      }
    }
  }
}

TEST(CutLine, StepsWhereTheAllowanceChangesOnANearlyStraightLine) {
  // The upper edge bends by 2 degrees in the middle, from an allowance of 5 to one of 10: its moved lines
  // would only meet 5 / sin 2 = 143 further on.
  const double fall = 100 * std::tan(2 * std::acos(-1.0) / 180);
  for (const double middle : {fall, -fall}) {
    const Polyline cut = cutLineOf(
        pieceOf({{-100, -100}, {100, -100}, {100, 0}, {0, middle / 2}, {-100, 0}}, {5, 5, 5, 10, 10}));
    for (const Vec2& p : cut) EXPECT_LT(std::abs(p.x), 125) << p.x << ", " << p.y;
    EXPECT_EQ(std::count_if(cut.begin(), cut.end(), [](Vec2 p) { return std::abs(p.x) < 1; }), 2);
  }
}

TEST(CutLine, MovedInwardsKeepsTheCornersOfARectangle) {
  const Polyline cut = cutLineOf(pieceOf({{0, 0}, {100, 0}, {100, 50}, {0, 50}}, std::vector<double>(4, -8)));
  ASSERT_EQ(cut.size(), 4u);
  EXPECT_NEAR(areaOf(cut), 84 * 34, 1e-9);
  for (const Vec2& p : cut) EXPECT_NEAR(std::abs(p.x - 50) * 34, std::abs(p.y - 25) * 84, 1e-6);
}

TEST(CutLine, MeetsInsideANotchWhereTheMovedSidesMeet) {
  // A notch of 20 degrees, 300 deep, in the upper edge: the moved sides meet 57.588 above its bottom.
  const double half = 300 * std::tan(10 * std::acos(-1.0) / 180);
  const Polyline notched{{-200, -100}, {200, -100},  {200, 300}, {half, 300},
                         {0, 0},       {-half, 300}, {-200, 300}};
  const Polyline cut = cutLineOf(pieceOf(notched, std::vector<double>(7, 10)));
  const auto bottom = std::min_element(cut.begin(), cut.end(), [](Vec2 a, Vec2 b) {
    return glm::distance(a, {0, 60}) < glm::distance(b, {0, 60});
  });
  EXPECT_NEAR(bottom->x, 0, 1e-6);
  EXPECT_NEAR(bottom->y, 57.588, 1e-3);
  EXPECT_EQ(cut.size(), notched.size());
}

}  // namespace
}  // namespace configurator
