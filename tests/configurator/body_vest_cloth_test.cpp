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

TEST(Bulge, HoldsHalfACylinderOverAFlatBase) {
  // Half circle of radius 40 over 200 of height, with a bottom that rounds up at once: 0.5 pi 40^2 200 =
  // 0.5027 l.
  BulgeShape shape{40, 40, 200, 0.5, 40, 40, 0.5};
  const Bulge bulge(shape, {kFlatBase, {0, 0}, 0});
  EXPECT_NEAR(bulge.litres(), 0.5 * kPi * 1600 * 200 / 1e6, 0.006);
  EXPECT_NEAR(bulge.mouth_mm(), kPi * 40, 0.6);
}

TEST(Bulge, WithoutRiseIsItsOwnFootprint) {
  const Bulge bulge({50, 45, 120, 20, 0, 0, 30}, {kFlatBase, {10, -30}, 2});
  EXPECT_NEAR(bulge.litres(), 0, 1e-9);
  EXPECT_NEAR(bulge.mouth_mm(), 90, 1e-9);
  const Vec3 at = bulge.at({12, 60});
  EXPECT_NEAR(at.x, 22, 0.2);
  EXPECT_NEAR(at.y, 30, 0.2);
  EXPECT_NEAR(at.z, 2, 1e-9);
}

TEST(Bulge, IsCutAsLargeAsItIsInSpace) {
  // A pocket over a cylinder of radius 150 about the y axis, as on ribs.
  const LiftedSurface ribs = [](Vec2 p, double lift) {
    const double angle = p.x / 150;
    return Vec3{(150 + lift) * std::sin(angle), p.y, (150 + lift) * std::cos(angle)};
  };
  const Bulge bulge({46, 46, 150, 34, 54, 46, 52}, {ribs, {0, 0}, 1});
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
  EXPECT_NEAR(space / flat, 1, 0.02);
}

TEST(UnfoldedStrip, OfAConeIsARingSector) {
  // Frustum with radii 100 and 140 and slant 50: its slant lines stay 50 long, both edges keep their lengths.
  StripSide lower, upper;
  const double rise = std::sqrt(50.0 * 50 - 40 * 40);
  double below = 0, above = 0;
  for (int i = 0; i <= 60; ++i) {
    const double angle = kPi * i / 60;
    lower.space.push_back({100 * std::cos(angle), 100 * std::sin(angle), 0});
    upper.space.push_back({140 * std::cos(angle), 140 * std::sin(angle), rise});
    if (i > 0) {
      below += glm::distance(lower.space[static_cast<std::size_t>(i)],
                             lower.space[static_cast<std::size_t>(i) - 1]);
      above += glm::distance(upper.space[static_cast<std::size_t>(i)],
                             upper.space[static_cast<std::size_t>(i) - 1]);
    }
    lower.sewn_to.push_back({below, 0});
    upper.sewn_to.push_back({above, 0});
  }
  const UnfoldedStrip strip(lower, upper);
  EXPECT_NEAR(lengthOf(strip.lower()), below, 1e-6);
  EXPECT_NEAR(lengthOf(strip.upper()), above, 1e-6);
  EXPECT_NEAR(glm::distance(strip.lower().back(), strip.upper().back()), 50, 1e-6);
  // Half the cone's side: pi (100 + 140) 50 / 2.
  Polyline outline = strip.lower();
  const Polyline back = reversed(strip.upper());
  outline.insert(outline.end(), back.begin(), back.end());
  EXPECT_NEAR(areaOf(outline), kPi * 240 * 50 / 2, 40);
  EXPECT_LT(glm::distance(strip.at(strip.lower()[30]), lower.space[30]), 1e-6);
  EXPECT_LT(glm::distance(strip.at(0.5 * (strip.lower()[20] + strip.upper()[20])),
                          0.5 * (lower.space[20] + upper.space[20])),
            1e-6);
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
