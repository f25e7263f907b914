// The wearer: girths against the measured table, skin, ridge and strap ways against each other.
#include "configurator/pack/torso.h"
#include "configurator/pack/torso_lines.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace configurator {
namespace {

constexpr PackSize kSizes[3] = {PackSize::S, PackSize::M, PackSize::L};

/// Girth of a section by its radius at each angle: another way round than the torso's own rings.
double girthOf(const TorsoSection& s) {
  constexpr int kSteps = 7200;
  double girth = 0;
  Vec2 before{s.a, 0};
  for (int i = 1; i <= kSteps; ++i) {
    const double angle = 2 * std::numbers::pi * i / kSteps, c = std::cos(angle), q = std::sin(angle);
    const double radius =
        std::pow(std::pow(std::abs(c) / s.a, s.n) + std::pow(std::abs(q) / s.b, s.n), -1 / s.n);
    const Vec2 at{radius * c, radius * q};
    girth += glm::distance(before, at);
    before = at;
  }
  return girth;
}

TEST(Torso, HasTheMeasuredGirths) {
  // ANSUR II means of the three size groups: heights below C7 and girths of chest, waist and buttock.
  struct Row {
    double below, girth;
  };
  constexpr Row kMeasured[3][3] = {{{219, 886}, {414, 790}, {568, 966}},
                                   {{224, 972}, {451, 842}, {626, 964}},
                                   {{234, 1056}, {472, 940}, {650, 1030}}};
  for (int k = 0; k < 3; ++k) {
    const Torso torso = makeTorso(kSizes[k], 0, 0);
    for (const Row& row : kMeasured[k])
      EXPECT_NEAR(girthOf(sectionAt(torso, -row.below)) / row.girth, 1, 0.02) << k << " " << row.below;
    EXPECT_EQ(torso.chest_girth_mm, kMeasured[k][0].girth);
  }
}

TEST(Torso, TouchesTheBackPlaneAtTheChestOnly) {
  for (const PackSize size : kSizes) {
    const Torso torso = makeTorso(size, 500, -7);
    double rearmost = -1e9, at = 0;
    for (double y = 500; y > 500 - 480; y -= 1) {
      const double z = backOfTorso(torso, 0, y).z;
      if (z > rearmost) {
        rearmost = z;
        at = y;
      }
    }
    EXPECT_NEAR(rearmost, -7, 0.3);
    EXPECT_NEAR(at, 500 - 224, 20);
    // The lumbar hollow is 35 deep.
    EXPECT_NEAR(backOfTorso(torso, 0, 500 - torso.length_mm).z, -42, 4);
  }
}

TEST(Torso, ShouldersSlopeAsMeasured) {
  // Slope from neck to acromion of the three groups, in degrees.
  constexpr double kSlope[3] = {23.6, 22.9, 22.3};
  for (int k = 0; k < 3; ++k) {
    const Torso torso = makeTorso(kSizes[k], 0, 0);
    const Vec3 in = shoulderTop(torso, torso.neck_half_width_mm + 5),
               out = shoulderTop(torso, torso.neck_half_width_mm + 60);
    EXPECT_NEAR(std::atan2(in.y - out.y, out.x - in.x) * 180 / std::numbers::pi, kSlope[k], 1.5);
  }
}

TEST(Torso, ShouldersFallTowardsTheArmAndNeverRise) {
  for (const PackSize size : kSizes) {
    const Torso torso = makeTorso(size, 0, 0);
    double before = 1;
    for (double x = 0; x < torso.acromion_half_mm + 30; x += 2) {
      const Vec3 top = shoulderTop(torso, x);
      EXPECT_LE(top.y, before + 1e-6) << x;
      EXPECT_NEAR(depthInside(torso, top), 0, 0.6) << x;
      before = top.y;
    }
  }
}

TEST(Torso, SkinIsWhereTheDepthIsNothingAndNormalsPointOut) {
  const Torso torso = makeTorso(PackSize::M, 400, -5);
  for (double y = 400 - 620; y < 400 - 90; y += 23) {
    for (double share = -0.9; share < 0.95; share += 0.3) {
      const double x = share * sectionAt(torso, y).a;
      for (const Vec3 skin : {backOfTorso(torso, x, y), frontOfTorso(torso, x, y)}) {
        EXPECT_NEAR(depthInside(torso, skin), 0, 1e-6);
        const Vec3 out = torsoNormal(torso, skin);
        EXPECT_NEAR(glm::length(out), 1, 1e-9);
        EXPECT_LT(depthInside(torso, skin + 5.0 * out), -3);
        EXPECT_GT(depthInside(torso, skin - 5.0 * out), 3);
      }
    }
    EXPECT_GT(torsoNormal(torso, backOfTorso(torso, 0, y)).z, 0.8);
    EXPECT_LT(torsoNormal(torso, frontOfTorso(torso, 0, y)).z, -0.7);  // the upper chest slopes
  }
}

TEST(Torso, LoftHasNoStepAndNoKinkBelowTheShoulder) {
  const Torso torso = makeTorso(PackSize::L, 0, 0);
  for (double y = -700; y < 60; y += 0.5) {
    const TorsoSection a = sectionAt(torso, y), b = sectionAt(torso, y + 0.5);
    EXPECT_LT(std::abs(a.a - b.a), 1.6) << y;  // the ridge widens 2.4 for each mm
    EXPECT_LT(std::abs(a.b - b.b), 0.5) << y;
    const TorsoSection c = sectionAt(torso, y + 1);
    if (y < -120) {
      EXPECT_LT(std::abs(c.a - 2 * b.a + a.a), 0.01) << y;
    }
  }
}

TEST(Torso, WayOverTheShoulderIsEvenAndOnTheSkin) {
  const Torso torso = makeTorso(PackSize::M, 0, 0);
  const std::vector<Vec3> way = overShoulder(torso, {95, -180, -260, 8});
  EXPECT_NEAR(way.front().y, -180, 1e-6);
  EXPECT_NEAR(way.back().y, -260, 1e-6);
  EXPECT_GT(way.front().z, way.back().z);
  double top = -1e9;
  for (std::size_t i = 0; i < way.size(); ++i) {
    EXPECT_NEAR(depthInside(torso, way[i]), 0, 1.0);
    if (i > 0) {
      EXPECT_NEAR(glm::distance(way[i], way[i - 1]), 8, 0.5);
    }
    top = std::max(top, way[i].y);
  }
  EXPECT_NEAR(top, shoulderTop(torso, 95).y, 1.5);
}

TEST(Torso, StrapsAreAsLongAsTheTradeSaysAndStayOutside) {
  // 700, 760, 810 from the anchor 60 below C7 to the lower corner of a bag of the size's length.
  constexpr double kLength[3] = {700, 760, 810}, kBag[3] = {450, 480, 510};
  for (int k = 0; k < 3; ++k) {
    const Torso torso = makeTorso(kSizes[k], 0, 0);
    for (const double side : {-1.0, 1.0}) {
      const Vec3 anchor{side * 45, -60, 5}, lower{side * 125, 40 - kBag[k], 10};
      const std::vector<Vec3> way = strapPath(torso, anchor, lower, 4);
      EXPECT_NEAR(lengthOf(way) / kLength[k], 1, 0.06) << k;
      EXPECT_LT(glm::distance(way.front(), anchor), 1e-6);
      EXPECT_LT(glm::distance(way.back(), lower), 1e-6);
      for (const Vec3& p : way) {
        EXPECT_LT(depthInside(torso, p), -2.5);
        EXPECT_GT(side * p.x, 20);
      }
    }
  }
}

TEST(Torso, RingsHaveOneNumberOfPointsAndRunDown) {
  const Torso torso = makeTorso(PackSize::S, 100, 0);
  const auto rings = torsoRings(torso, 40, 48);
  ASSERT_EQ(rings.size(), 40u);
  for (std::size_t i = 0; i < rings.size(); ++i) {
    ASSERT_EQ(rings[i].size(), 48u);
    for (const Vec3& p : rings[i]) EXPECT_NEAR(depthInside(torso, p), 0, 0.01);
    if (i > 0) {
      EXPECT_LT(rings[i][0].y, rings[i - 1][0].y);
    }
  }
}

}  // namespace
}  // namespace configurator
