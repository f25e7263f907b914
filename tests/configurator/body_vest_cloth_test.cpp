// What the vest is made with: relaxed cloth, unfolded strips, filled pockets. Expected numbers by hand.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "configurator/pack/body_vest_bulge.h"
#include "configurator/pack/body_vest_sheet.h"
#include "configurator/pack/body_vest_strip.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;

const LiftedSurface kFlatBase = [](Vec2 p, double lift) { return Vec3{p.x, p.y, lift}; };

TEST(Bulge, IsCutToItsStatedGather) {
  // The sewn edges, walked on the drawn outlines, against the drawn place.
  for (const double gather : {1.25, 1.4, 1.6}) {
    BulgeShape shape{46, 50, 150, 34, gather, 0.9, 40};
    shape.curvature = {1 / 150.0, 0.002};
    const BulgeCut cut = cutBulge(shape);
    double sewn = 0;
    for (const Edge& edge : cut.edges())
      if (edge.name != "top") sewn += lengthOf(edge.points);
    EXPECT_NEAR(sewn / lengthOf(cut.footprint()), gather, 0.001);
  }
}

TEST(Bulge, GrowsWithItsGather) {
  double rise = 0, litres = 0;
  for (const double gather : {1.2, 1.3, 1.4, 1.5, 1.6}) {
    const BulgeCut cut = cutBulge({46, 46, 150, 34, gather, 1, 40});
    EXPECT_GT(cut.rise(), rise + 3);
    EXPECT_GT(cut.litres, litres);
    rise = cut.rise();
    litres = cut.litres;
  }
}

/// A pocket cut so that it stands `rise` high over a flat base: what its stretched level lines are.
BulgeCut cutWithRise(BulgeShape shape, double rise) {
  double low = 1, high = 4;
  for (int i = 0; i < 60; ++i) {
    shape.gather = (low + high) / 2;
    (cutBulge(shape).rise() < rise ? low : high) = shape.gather;
  }
  return cutBulge(shape);
}

TEST(Bulge, HoldsHalfACylinderOverAFlatBase) {
  // Half circle of radius 40 over 200 of height, with a bottom that rounds up at once: 0.5 pi 40^2 200 =
  // 0.5027 l. The mouth is cut a fifth shorter than the half circle it stretches to.
  const BulgeCut cut = cutWithRise({40, 40, 200, 0.5, 1, 1, 0.5}, 40);
  EXPECT_NEAR(cut.litres, 0.5 * kPi * 1600 * 200 / 1e6, 0.006);
  EXPECT_NEAR(1.2 * cut.mouth_mm(), kPi * 40, 0.6);
  const Bulge worn(cut, {kFlatBase, {0, 0}, 0});
  EXPECT_NEAR(worn.wornRise(), 1, 0.02);
}

TEST(Bulge, ShallowPocketHoldsTwoThirdsOfItsBox) {
  // Parabolic level lines, constant rise: 2/3 x 200 x 12 x 160.
  const BulgeCut cut = cutWithRise({100, 100, 160, 0.5, 1, 1, 0.5}, 12);
  EXPECT_NEAR(cut.litres, 2.0 / 3 * 200 * 12 * 160 / 1e6, 0.004);
}

TEST(Bulge, AFullRoundPocketIsAPaperBagsHalf) {
  // An open pocket is half of a closed bag of twice its height; the paper-bag formula for a half girth w of
  // both walls stretched: w^3 (h / (pi w) - 0.142 (1 - 10^(-h/w))) / 2.
  const BulgeCut cut = cutWithRise({44, 44, 150, 28, 1, 1, 36}, 60);
  const double w = (1.2 * cut.mouth_mm() + 88) / 2, h = 300;
  const double bag = w * w * w * (h / (kPi * w) - 0.142 * (1 - std::pow(10, -h / w))) / 2e6;
  EXPECT_NEAR(cut.litres / bag, 1, 0.08);
}

/// A pocket over a cylinder of radius 150 about the y axis, as on ribs.
Bulge pocketOnRibs(double radius) {
  const LiftedSurface ribs = [](Vec2 p, double lift) {
    const double angle = p.x / 150;
    return Vec3{(150 + lift) * std::sin(angle), p.y, (150 + lift) * std::cos(angle)};
  };
  BulgeShape shape{46, 46, 150, 34, 1.4, 0.9, 45};
  shape.curvature = {1 / radius, 0};
  return Bulge(cutBulge(shape), {ribs, {0, 0}, 1});
}

TEST(Bulge, IsCutAsLargeAsItIsInSpaceLessItsStretch) {
  const Bulge bulge = pocketOnRibs(150);
  std::vector<Polyline> lines;
  for (const Edge& edge : bulge.edges()) lines.push_back(edge.points);
  Polyline outline = joined(lines);
  outline.pop_back();
  const double flat = areaOf(outline);
  // The area in space by rows of narrow quadrilaterals at even flat heights.
  double space = 0;
  const double top = bulge.edges()[2].points.front().y;
  const Polyline right = bulge.edges()[1].points;
  const auto half = [&](double y) {
    for (std::size_t i = 1; i < right.size(); ++i)
      if (right[i].y >= y)
        return glm::mix(right[i - 1].x, right[i].x, (y - right[i - 1].y) / (right[i].y - right[i - 1].y));
    return right.back().x;
  };
  constexpr int kRows = 120, kColumns = 40;
  for (int j = 0; j < kRows; ++j) {
    for (int i = -kColumns; i < kColumns; ++i) {
      const auto p = [&](int row, int column) {
        const double y = top * row / kRows;
        return bulge.at({half(y) * column / kColumns, y});
      };
      const Vec3 a = p(j, i), b = p(j, i + 1), c = p(j + 1, i + 1), d = p(j + 1, i);
      space += (glm::length(glm::cross(b - a, c - a)) + glm::length(glm::cross(c - a, d - a))) / 2;
    }
  }
  // 20 % wider and 14 % shorter.
  EXPECT_NEAR(space / flat, 1.2 * 0.86, 0.02);
  EXPECT_NEAR(bulge.wornRise(), 1, 0.02);
}

TEST(Bulge, StandsHigherOnAFlatterBaseToHoldItsLitres) {
  // Cut for flat ribs but worn on round ones it needs to rise less, and the other way round.
  EXPECT_LT(pocketOnRibs(1e9).wornRise(), 0.97);
  EXPECT_GT(pocketOnRibs(75).wornRise(), 1.03);
}

TEST(Strip, OfAConeIsARingSector) {
  // Frustum with radii 100 and 140 and slant 50: its slant lines stay 50 long, both edges keep their lengths.
  std::vector<Vec3> lower, upper;
  Polyline sewn_below, sewn_above;
  const double rise = std::sqrt(50.0 * 50 - 40 * 40);
  double below = 0, above = 0;
  for (int i = 0; i <= 60; ++i) {
    const double angle = kPi * i / 60;
    lower.push_back({100 * std::cos(angle), 100 * std::sin(angle), 0});
    upper.push_back({140 * std::cos(angle), 140 * std::sin(angle), rise});
    if (i > 0) {
      const std::size_t k = static_cast<std::size_t>(i);
      below += glm::distance(lower[k], lower[k - 1]);
      above += glm::distance(upper[k], upper[k - 1]);
    }
    sewn_below.push_back({below, 0});
    sewn_above.push_back({above, 0});
  }
  const StripCut cut = cutStrip(sewn_below, sewn_above, std::vector<double>(61, 50));
  EXPECT_NEAR(lengthOf(cut.lower), below, 1e-6);
  EXPECT_NEAR(lengthOf(cut.upper), above, 1e-6);
  EXPECT_NEAR(glm::distance(cut.lower.back(), cut.upper.back()), 50, 1e-6);
  // Half the cone's side: pi (100 + 140) 50 / 2.
  EXPECT_NEAR(cut.area(), kPi * 240 * 50 / 2, 40);
  const WornStrip strip(cut, lower, upper);
  EXPECT_LT(glm::distance(strip.at(cut.lower[30]), lower[30]), 1e-6);
  EXPECT_LT(glm::distance(strip.at(0.5 * (cut.lower[20] + cut.upper[20])), 0.5 * (lower[20] + upper[20])),
            1e-6);
}

TEST(Strip, CutWiderThanItsGapBowsOutAsFarAsItsWidthReaches) {
  std::vector<Vec3> lower, upper;
  Polyline below, above;
  for (int i = 0; i <= 20; ++i) {
    const double x = 10.0 * i;
    lower.push_back({x, 0, 0});
    upper.push_back({x, 48, 0});
    below.push_back({x, 0});
    above.push_back({x, 0});
  }
  const WornStrip strip(cutStrip(below, above, std::vector<double>(21, 50)), lower, upper);
  std::vector<Vec3> across;
  for (int k = 0; k <= 50; ++k) across.push_back(strip.at({100, static_cast<double>(k)}));
  EXPECT_NEAR(lengthOf(across), 50, 0.1);
  EXPECT_NEAR(across[25].z, std::sqrt(3.0 / 8 * (50 / 48.0 - 1)) * 48, 0.01);  // of a shallow parabola
}

TEST(ClothSheet, InterpolatesALineExactly) {
  ClothSheet sheet = makeSheet({{0, 0}, {100, 0}, {100, 80}, {0, 80}}, 20);
  for (int j = 0; j < sheet.grid.rows; ++j) {
    for (int i = 0; i < sheet.grid.columns; ++i) {
      const Vec2 flat = sheet.grid.low + sheet.grid.cell * Vec2{i, j};
      sheet.nodes[static_cast<std::size_t>(j * sheet.grid.columns + i)] = {flat.x, 2 * flat.y,
                                                                           flat.x - flat.y};
    }
  }
  const Vec3 at = sheet.at({33, 47});
  EXPECT_NEAR(at.x, 33, 1e-9);
  EXPECT_NEAR(at.y, 94, 1e-9);
  EXPECT_NEAR(at.z, -14, 1e-9);
  const SheetStencil stencil = sheet.stencilAt({33, 47});
  double sum = 0;
  for (const double w : stencil.weight) sum += w;
  EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(Relaxation, PullsAStretchedSheetBackToItsLengthOutsideTheWearer) {
  const Torso torso = makeTorso(PackSize::M, 0, 0);
  const Polyline outline{{-60, -60}, {60, -60}, {60, 60}, {-60, 60}};
  ClothSheet sheet = makeSheet(outline, 20);
  for (int j = 0; j < sheet.grid.rows; ++j) {
    for (int i = 0; i < sheet.grid.columns; ++i) {
      const Vec2 flat = sheet.grid.low + sheet.grid.cell * Vec2{i, j};
      const Vec3 skin = backOfTorso(torso, 1.12 * flat.x, -280 + 1.12 * flat.y);
      sheet.nodes[static_cast<std::size_t>(j * sheet.grid.columns + i)] = skin - Vec3{0, 0, 3};
    }
  }
  relax(torso, {{{&sheet, outline, {1, 1}, false}}, {}, 4, 200});
  for (const double y : {-50.0, 0.0, 50.0}) {
    std::vector<Vec3> line;
    for (double x = -60; x <= 60; x += 4) {
      line.push_back(sheet.at({x, y}));
      EXPECT_LT(depthInside(torso, line.back()), -2.5);
    }
    EXPECT_NEAR(lengthOf(line) / 120, 1, 0.01);
  }
}

}  // namespace
}  // namespace configurator
