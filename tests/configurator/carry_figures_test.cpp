// Centre of mass, bounce, recommended load and reflective area of packs small enough to reckon by hand.
#include "configurator/pack/carry_figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "configurator/pack/surface_samples.h"

namespace configurator {
namespace {

using testing::DoubleNear;
using testing::Each;
using testing::Field;

/// A flat square, its lower-left corner at `corner`, facing away from the wearer.
Piece square(const std::string& id, double side_mm, Vec3 corner) {
  Piece piece;
  piece.id = id;
  piece.assembly = "body";
  piece.item = id + "-cloth";
  piece.edges = {{"all", {{0, 0}, {side_mm, 0}, {side_mm, side_mm}, {0, side_mm}, {0, 0}}}};
  piece.surface = [corner](Vec2 flat) { return corner + Vec3{flat.x, flat.y, 0}; };
  return piece;
}

/// Two squares of 100 mm: one about x = -50 against the back, one about x = +50, 100 mm behind it.
Pack twoSquares() {
  Pack pack;
  pack.pieces = {square("left", 100, {-100, 0, 0}), square("right", 100, {0, 0, 100})};
  pack.parameters["strap-width"] = 60;
  pack.carry_l = 10;
  return pack;
}

CarryFacts plainFacts() {
  CarryFacts facts;
  facts.masses = {{"left", "body", 300}, {"right", "body", 100}};
  facts.holds = {{"straps", 2}, {"sternum", 1}};
  facts.constants = {10, 100, 20, 10, 150, 200, 350, 700, 3, 0.5};
  facts.load_kg = 1.6;
  return facts;
}

TEST(SurfaceSamples, OfASquareAddUpToItAndBalanceInItsMiddle) {
  const auto samples = samplesOf({{0, 0}, {100, 0}, {100, 50}, {0, 50}}, 12);
  double area = 0;
  Vec2 moment{0, 0};
  for (const SurfaceSample& sample : samples) {
    area += sample.area_mm2;
    moment += sample.area_mm2 * sample.flat;
  }
  EXPECT_NEAR(area, 5000, 1e-9);
  EXPECT_NEAR(moment.x / area, 50, 1e-9);
  EXPECT_NEAR(moment.y / area, 25, 1e-9);
}

TEST(SurfaceSamples, LeaveOutWhatAnLShapedOutlineDoesNotHold) {
  const Polyline outline{{0, 0}, {100, 0}, {100, 20}, {20, 20}, {20, 100}, {0, 100}};
  double area = 0;
  for (const SurfaceSample& sample : samplesOf(outline, 5)) {
    EXPECT_TRUE(sample.flat.x < 20 || sample.flat.y < 20) << sample.flat.x << " " << sample.flat.y;
    area += sample.area_mm2;
  }
  EXPECT_NEAR(area, 100 * 20 + 20 * 80, 1e-9);
  EXPECT_TRUE(samplesOf({{0, 0}, {10, 0}, {20, 0}}, 5).empty());
}

TEST(MassCentre, OfTwoSquaresLiesBetweenTheirMiddlesByMass) {
  // (300 g at (-50, 50, 0) + 100 g at (50, 50, 100)) / 400 g
  const MassCentre centre = massCentreOf(twoSquares(), plainFacts().masses);
  EXPECT_DOUBLE_EQ(centre.grams, 400);
  EXPECT_NEAR(centre.at.x, -25, 1e-9);
  EXPECT_NEAR(centre.at.y, 50, 1e-9);
  EXPECT_NEAR(centre.at.z, 25, 1e-9);
}

TEST(MassCentre, TakesFittingsAlongTheirShapes) {
  Pack pack = twoSquares();
  Fitting band;
  band.id = "band";
  // 100 mm along x, then 300 mm up: middle ((50 x 100) + (100 x 300), (0 x 100) + (150 x 300)) / 400.
  band.shapes = {RibbonShape{{{0, 0, 0}, {100, 0, 0}, {100, 300, 0}}, {}, 20, 1}};
  pack.fittings = {band};
  const MassCentre centre = massCentreOf(pack, {{"band", "trim", 8}});
  EXPECT_NEAR(centre.at.x, 87.5, 1e-9);
  EXPECT_NEAR(centre.at.y, 112.5, 1e-9);
}

TEST(MassCentre, OfWhatHasNoShapeFollowsItsAssemblyAndCountsInTheMass) {
  Pack pack = twoSquares();
  pack.pieces[1].assembly = "pocket";
  const std::vector<PartMass> masses{
      {"left", "body", 100}, {"right", "pocket", 100}, {"pocket.thread", "pocket", 100}, {"label", "", 30}};
  const MassCentre centre = massCentreOf(pack, masses);
  EXPECT_DOUBLE_EQ(centre.grams, 330);
  EXPECT_NEAR(centre.at.x, (-50 + 50 + 50) / 3.0, 1e-9);
}

TEST(MassCentre, OfTheLoadIsSpreadOverCompartmentsByTheirLitres) {
  Pack pack = twoSquares();
  pack.compartments = {{"a", "", 3, true, {"left"}}, {"b", "", 1, false, {"right"}}};
  const MassCentre load = loadCentreOf(pack, 2);
  EXPECT_DOUBLE_EQ(load.grams, 2000);
  EXPECT_NEAR(load.at.x, (-50 * 3 + 50) / 4.0, 1e-9);
  EXPECT_NEAR(load.at.z, 25, 1e-9);
}

TEST(Bounce, IsReckonedAsDocumented) {
  const MassCentre pack{{0, 0, 40}, 400}, load{{0, 0, 90}, 1600};
  // Centre z = (0.4 x 40 + 1.6 x 90) / 2 = 80, lever arm 80 + 20 = 100, so the pull doubles:
  // 2 kg x 10 m/s2 x 2 / 3 N/mm = 13.33 mm; 13.33 / 20 = 2/3; 100 x (2/3) / (5/3) = 40.
  const Bounce bounce = bounceOf(pack, load, 20, plainFacts());
  EXPECT_NEAR(bounce.mass_kg, 2, 1e-12);
  EXPECT_NEAR(bounce.lever_mm, 100, 1e-12);
  EXPECT_NEAR(bounce.travel_mm, 40 / 3.0, 1e-9);
  EXPECT_NEAR(bounce.score, 40, 1e-9);
}

TEST(Bounce, GrowsWithMassAndLeverArmAndShrinksWithEachHold) {
  const MassCentre pack{{0, 0, 40}, 400}, load{{0, 0, 90}, 1600};
  const CarryFacts facts = plainFacts();
  const double score = bounceOf(pack, load, 20, facts).score;
  EXPECT_GT(bounceOf(pack, {load.at, 2000}, 20, facts).score, score);
  EXPECT_GT(bounceOf(pack, {{0, 0, 120}, 1600}, 20, facts).score, score);
  CarryFacts belted = facts;
  belted.holds.push_back({"belt", 3});
  EXPECT_LT(bounceOf(pack, load, 20, belted).score, score);
  CarryFacts loose = facts;
  loose.holds.clear();
  EXPECT_EQ(bounceOf(pack, load, 20, loose).score, 100);
  EXPECT_EQ(bounceOf(pack, {{0, 0, -500}, 1600}, 0, facts).lever_mm, 0)
      << "a load on the chest does not pull back";
}

LoadLimit limitOf(const Pack& pack, const CarryFacts& facts, const std::string& id) {
  for (const LoadLimit& limit : loadLimitsOf(pack, 0.4, facts)) {
    if (limit.id == id) return limit;
  }
  return {};
}

/// Straps with foam and two 42-stitch bartacks and an X-box at their anchors.
Pack padded() {
  Pack pack = twoSquares();
  Piece foam = square("foam", 50, {0, 0, 0});
  foam.assembly = "harness";
  foam.layer = "foam";
  pack.pieces.push_back(foam);
  constexpr bool kShoulder = true;
  pack.tacks = {{"a", "harness", "left", "strap", TackType::Bartack42, {}, 0, kShoulder},
                {"b", "harness", "left", "strap", TackType::Bartack42, {}, 0, kShoulder},
                {"c", "harness", "left", "strap", TackType::XBox, {}, 0, kShoulder},
                {"d", "harness", "left", "elsewhere", TackType::XBox},
                {"e", "pocket", "left", "mouth corner", TackType::XBox}};
  return pack;
}

TEST(LoadLimits, AreReckonedByHand) {
  CarryFacts facts = plainFacts();
  facts.classes = {{"padded", 6}, {"belt", 1.5}};
  // 2 x 60 mm x 150 mm x 10 kPa = 180 N at 9.80665 + 10 m/s2, less the pack's 0.4 kg.
  EXPECT_NEAR(limitOf(padded(), facts, "straps").kg, 180 / 19.80665 - 0.4, 1e-9);
  // (350 + 350 + 700) N / 3.
  EXPECT_NEAR(limitOf(padded(), facts, "anchors").kg, 1400 / 3.0 / 19.80665 - 0.4, 1e-9);
  EXPECT_NEAR(limitOf(padded(), facts, "class").kg, 7.5, 1e-12);
  EXPECT_EQ(limitOf(padded(), facts, "class").basis, "padded 6 kg + belt 1.5 kg");
  EXPECT_NEAR(limitOf(padded(), facts, "litres").kg, 5, 1e-12);
  facts.belt_share = 0.25;
  EXPECT_NEAR(limitOf(padded(), facts, "straps").kg, 180 / 19.80665 / 0.75 - 0.4, 1e-9);
}

TEST(LoadLimits, TheLeastGovernsAndIsRoundedDown) {
  CarryFacts facts = plainFacts();
  facts.classes = {{"thin straps", 3.19}};
  const CarryFigures figures = carryFiguresOf(padded(), facts);
  EXPECT_EQ(figures.governing().id, "class");
  EXPECT_DOUBLE_EQ(figures.load_max_kg, 3.1);
  facts.classes = {{"strong straps", 30}};
  EXPECT_EQ(carryFiguresOf(padded(), facts).governing().id, "litres");
}

TEST(LoadLimits, OfPlainWebbingTakeTheWebbingsWidth) {
  Pack pack = twoSquares();
  EXPECT_EQ(bearingWidthOf(pack), 0);
  Fitting webbing;
  webbing.assembly = "harness";
  webbing.shapes = {RibbonShape{{{0, 0, 0}, {1, 0, 0}}, {}, 25, 1}};
  pack.fittings = {webbing};
  EXPECT_EQ(bearingWidthOf(pack), 25);
  EXPECT_EQ(bearingWidthOf(padded()), 60);
  pack.construction = "vest";
  EXPECT_EQ(bearingWidthOf(pack), 60);
}

constexpr double kHalfRoot = 0.70710678118654752;

TEST(ReflectiveArea, OfAFlatPieceFacingBackIsItsAreaFromBehindAndNothingFromTheFront) {
  const auto views = reflectiveViewsOf(twoSquares(), {"left-cloth"});
  const double area = 100;  // cm2 of 100 x 100 mm
  const double expected[] = {area, area * kHalfRoot, 0, 0, 0, 0, 0, area * kHalfRoot};
  for (std::size_t i = 0; i < views.size(); ++i) {
    EXPECT_EQ(views[i].azimuth_deg, 45.0 * static_cast<double>(i));
    EXPECT_NEAR(views[i].area_cm2, expected[i], 1e-9) << views[i].azimuth_deg;
  }
}

TEST(ReflectiveArea, CountsOnlyReflectiveItems) {
  EXPECT_THAT(reflectiveViewsOf(twoSquares(), {"tape"}), Each(Field(&ReflectiveView::area_cm2, 0)));
  EXPECT_THAT(reflectiveViewsOf(twoSquares(), {}), Each(Field(&ReflectiveView::area_cm2, 0)));
}

TEST(ReflectiveArea, OfATapeOnTheWearersRightIsSeenFromTheRight) {
  Pack pack;
  Fitting tape;
  tape.item = "tape";
  tape.shapes = {RibbonShape{{{0, 0, 0}, {0, 200, 0}}, {{1, 0, 0}, {1, 0, 0}}, 25, 0.3}};
  pack.fittings = {tape};
  const auto views = reflectiveViewsOf(pack, {"tape"});
  EXPECT_NEAR(views[2].area_cm2, 50, 1e-9);
  EXPECT_NEAR(views[1].area_cm2, 50 * kHalfRoot, 1e-9);
  EXPECT_NEAR(views[3].area_cm2, 50 * kHalfRoot, 1e-9);
  for (const std::size_t i : {0U, 4U, 5U, 6U, 7U}) EXPECT_NEAR(views[i].area_cm2, 0, 1e-9) << i;
}

TEST(ReflectiveArea, OfACordIsAllButTheQuarterThatIsSewnIn) {
  Pack pack;
  pack.dimensions_mm = {200, 400, 100};
  Fitting cord;
  cord.item = "piping";
  // Upright, 100 mm behind the pack's middle line: 2 r wide from behind; from the sides the quarter between
  // what it is sewn to is seen aslant, which leaves r + r / sqrt 2. From the front the wearer hides it.
  cord.shapes = {CordShape{{{0, 0, 150}, {0, 400, 150}}, 2}};
  pack.fittings = {cord};
  const auto views = reflectiveViewsOf(pack, {"piping"});
  EXPECT_NEAR(views[0].area_cm2, 400 * 4 / 100.0, 1e-9);
  EXPECT_NEAR(views[1].area_cm2, 400 * 4 / 100.0, 1e-9);
  EXPECT_NEAR(views[2].area_cm2, 400 * (2 + 2 * kHalfRoot) / 100.0, 1e-9);
  EXPECT_NEAR(views[6].area_cm2, 400 * (2 + 2 * kHalfRoot) / 100.0, 1e-9);
}

/// A tape 25 wide and 200 high on z = 100, crossed by a cord of 4 mm and a band of 20 that stand 5 before it:
/// from behind 24 x 25 of it are hidden. What lies behind it, or half a metre before it, hides nothing.
TEST(ReflectiveArea, WhatCrossesATapeHidesIt) {
  Pack pack;
  pack.c7_y_mm = -5000;
  Fitting tape, cord, band;
  tape.item = "tape";
  tape.shapes = {RibbonShape{{{0, 0, 100}, {0, 200, 100}}, {{0, 0, 1}, {0, 0, 1}}, 25, 0.3}};
  const auto crossing = [](double y, double z) { return std::vector<Vec3>{{-50, y, z}, {50, y, z}}; };
  cord.shapes = {CordShape{crossing(50, 105), 2}, CordShape{crossing(80, 95), 2},
                 CordShape{crossing(90, 600), 2}};
  band.shapes = {RibbonShape{crossing(150, 105), {{0, 0, 1}, {0, 0, 1}}, 20, 1.2}};
  pack.fittings = {tape, cord, band};
  // Cells of 5 mm: within one row of them each.
  EXPECT_NEAR(reflectiveViewsOf(pack, {"tape"})[0].area_cm2, (200 - 24) * 25 / 100.0, 2 * 5 * 25 / 100.0);
  EXPECT_LT(reflectiveViewsOf(pack, {"tape"})[0].area_cm2, 200 * 25 / 100.0 - 20 * 25 / 100.0 + 0.01);
  pack.fittings = {tape};
  EXPECT_NEAR(reflectiveViewsOf(pack, {"tape"})[0].area_cm2, 50, 1e-9);
}

Fitting tapeAt(Vec3 low, Vec3 normal) {
  Fitting tape;
  tape.item = "tape";
  tape.shapes = {RibbonShape{{low, low + Vec3{0, 200, 0}}, {normal, normal}, 25, 0.3}};
  return tape;
}

/// The wearer's torso, 280 wide at the waist and half a shoulder wider at the chest, stands before z = 0. A
/// tape of 50 cm2 that looks forwards: behind the middle of the back it is hidden, 400 to the side it is not.
TEST(ReflectiveArea, WhatTheWearerHidesIsNotSeen) {
  Pack pack;
  pack.c7_y_mm = 400;
  pack.fittings = {tapeAt({0, 50, 100}, {0, 0, -1})};
  EXPECT_NEAR(reflectiveViewsOf(pack, {"tape"})[4].area_cm2, 0, 1e-9);
  pack.fittings = {tapeAt({400, 50, 100}, {0, 0, -1})};
  EXPECT_NEAR(reflectiveViewsOf(pack, {"tape"})[4].area_cm2, 50, 1e-9);
}

/// A box 200 x 300 x 100 of one girth of cloth, and a tape on its right side: the box hides it from the left,
/// where its other face would look, and not from the right.
TEST(ReflectiveArea, WhatTheBodyHidesIsNotSeen) {
  Pack pack;
  pack.c7_y_mm = -5000;
  pack.construction = "roll-top";
  Piece wrap;
  wrap.id = "body.wrap";
  wrap.is_body = true;
  wrap.edges = {{"all", {{0, 0}, {600, 0}, {600, 300}, {0, 300}, {0, 0}}}};
  wrap.surface = [](Vec2 p) {
    if (p.x < 200) return Vec3{p.x - 100, p.y, 100};
    if (p.x < 300) return Vec3{100, p.y, 300 - p.x};
    if (p.x < 500) return Vec3{400 - p.x, p.y, 0};
    return Vec3{-100, p.y, p.x - 500};
  };
  pack.pieces = {wrap};
  pack.fittings = {tapeAt({101, 50, 50}, {1, 0, 0})};
  const auto right = reflectiveViewsOf(pack, {"tape"});
  EXPECT_NEAR(right[2].area_cm2, 50, 1e-9);
  EXPECT_NEAR(right[1].area_cm2, 50 * kHalfRoot, 1e-9);
  pack.fittings = {tapeAt({101, 50, 50}, {-1, 0, 0})};
  const auto left = reflectiveViewsOf(pack, {"tape"});
  EXPECT_NEAR(left[6].area_cm2, 0, 1e-9);
  EXPECT_NEAR(left[5].area_cm2, 0, 1e-9);
}

}  // namespace
}  // namespace configurator
