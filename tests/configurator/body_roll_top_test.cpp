// The roll-top: its lengths and litres by hand arithmetic and published bags, the rest by the fixture's own
// measuring.
#include "configurator/pack/body_roll_top.h"

#include <gtest/gtest.h>

#include <cmath>
#include <glm/common.hpp>

#include "box_checks.h"
#include "configurator/pack/body_roll_top_shape.h"

namespace configurator {
namespace {

BoxWish wishOf(double litres, const std::string& closure = "roll-top-buckle") {
  BoxWish wish;
  wish.capacity_l = litres;
  wish.closure = closure;
  return wish;
}

std::vector<BoxWish> manyWishes() {
  std::vector<BoxWish> wishes;
  for (double litres = 15; litres <= 45; litres += 5) {
    wishes.push_back(wishOf(litres));
    wishes.push_back(wishOf(litres, "roll-top-straps"));
  }
  for (const PackSize size : {PackSize::S, PackSize::L}) {
    wishes.push_back(wishOf(30));
    wishes.back().size = size;
  }
  wishes.push_back(wishOf(25));
  wishes.back().back_length = 520;
  wishes.push_back(wishOf(25));
  wishes.back().depth = 150;
  wishes.push_back(wishOf(35));
  wishes.back().width = 320;
  wishes.push_back(wishOf(35));
  wishes.back().back_length = 600;
  wishes.back().width = 300;
  wishes.push_back(wishOf(20));
  wishes.back().numbers["turns"] = 2;
  wishes.push_back(wishOf(20));
  wishes.back().numbers["riser"] = 0;
  return wishes;
}

TEST(RollTopShape, IsCutAsHighAsTheFormulaSays) {
  // Hu 460, D 175, three turns of 25: 460 + 43.75 + 75 = 578.75; the hem of 25 is an allowance.
  RollTopShape::Dimensions d;
  d.usable_height = 460;
  d.depth = 175;
  EXPECT_NEAR(RollTopShape(d).cutHeight(), 578.75, 1e-9);
}

TEST(RollTopShape, KeepsItsGirthAtEveryHeight) {
  RollTopShape::Dimensions d;
  d.end_bend = 1e-6;  // the roll straight: bending it is measured elsewhere
  const RollTopShape shape(d);
  for (double up = 0; up < shape.ridgeAt(); up += 7) {
    double around = 0;
    Vec3 last = shape.onCloth(-shape.girth() / 2, up);
    for (int i = 1; i <= 2000; ++i) {
      const Vec3 next = shape.onCloth(shape.girth() * (i / 2000.0 - 0.5), up);
      around += glm::distance(last, next);
      last = next;
    }
    EXPECT_NEAR(around, 2 * (d.width + d.depth), 0.5) << up;
  }
}

TEST(RollTopShape, HoldsWhatItsMakerSaysOfAPublishedBag) {
  // Side height 790, 260 x 165, two rolls of 25; the maker says about 30 l and its box is 34. A square
  // section would hold 260 x 165 x (790 - 50 - 165/4) = 29.98 l; rounding the plan at equal girth may add up
  // to 9 %.
  RollTopShape::Dimensions d;
  d.width = 260;
  d.depth = 165;
  d.turns = 2;
  d.usable_height = 790 - 50 - 165.0 / 4;
  const double litres = RollTopShape(d).volume() / 1e6;
  EXPECT_GT(litres, 29.98);
  EXPECT_LT(litres, 29.98 * 1.09);
}

TEST(RollTopShape, HoldsASquareTrunkWhenNothingIsRounded) {
  // The trunk alone between two bags that differ by 100 in height: 260 x 165 x 100 = 4.29 l.
  RollTopShape::Dimensions d;
  d.width = 260;
  d.depth = 165;
  d.corner_radius = d.front_radius = 2;
  d.belly = 0;
  d.bottom_sag = 0;
  const double low = RollTopShape(d).volume();
  d.usable_height += 100;
  EXPECT_NEAR((RollTopShape(d).volume() - low) / 1e6, 4.29, 0.05);
}

TEST(RollTop, KeepsTheSizeTableOfTheNotes) {
  const BuiltBox small(buildRollTop, wishOf(22.5));
  EXPECT_NEAR(small.body().width_mm, 280, 5);
  EXPECT_NEAR(small.body().depth_mm, 175, 5);
  EXPECT_NEAR(small.body().height_mm, 460, 40);
  const BuiltBox large(buildRollTop, wishOf(40));
  EXPECT_NEAR(large.body().depth_mm, 200, 10);
  EXPECT_NEAR(large.body().height_mm, 700, 80);
}

TEST(RollTop, HoldsTheLitresItWasAskedFor) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectHoldsItsLitres(BuiltBox(buildRollTop, wish), wish.capacity_l);
  }
}

TEST(RollTop, PutsItsLitresIntoHeightUnlessTheUserGaveIt) {
  BoxWish wish = wishOf(25);
  wish.back_length = 520;
  const BuiltBox box(buildRollTop, wish);
  EXPECT_EQ(box.pack().parameters.at("back-length"), 520);
  EXPECT_NEAR(box.pack().parameters.at("capacity"), 25, 0.001);
}

TEST(RollTop, SewsTogether) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectSewsTogether(BuiltBox(buildRollTop, wish));
  }
}

TEST(RollTop, ClosesLikeTheDrawnBag) {
  // Drawn: wrap 450 + front 190 = 640 = 2 (190 + 130) round the bottom, on the seam lines.
  BoxWish wish = wishOf(15);
  wish.width = 190;
  wish.depth = 130;
  const BuiltBox box(buildRollTop, wish);
  EXPECT_NEAR(lengthOf(findEdge(box.piece("wrap"), "bottom")->points), 450, 0.01);
  EXPECT_NEAR(lengthOf(findEdge(box.piece("front"), "bottom")->points), 190, 0.01);
  double around = 0;
  for (const Edge& edge : box.piece("bottom").edges) around += lengthOf(edge.points);
  EXPECT_NEAR(around, 640, 1);
}

TEST(RollTop, MeetsAlongItsSeamsInSpace) {
  for (const double litres : {15.0, 30.0, 45.0}) {
    for (const char* closure : {"roll-top-buckle", "roll-top-straps"}) {
      const BuiltBox box(buildRollTop, wishOf(litres, closure));
      for (const Seam& seam : box.pack().seams) {
        EXPECT_LT(widestGap(box.pack(), seam), 0.5) << seam.id << " at " << litres;
      }
    }
  }
}

TEST(RollTop, IsAsLargeRoundAsFlat) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectAsLargeRoundAsFlat(BuiltBox(buildRollTop, wish));
  }
}

/// All three given.
BoxWish sizedWish(const std::string& closure, double back_length, double width, double depth) {
  BoxWish wish = wishOf(20, closure);
  wish.back_length = back_length;
  wish.width = width;
  wish.depth = depth;
  return wish;
}

TEST(RollTop, IsAsLargeRoundAsFlatThoughItIsShortOrFlat) {
  // A short bag's sides, between trunk and roll, were drawn too small where straps pull the ends down and too
  // large where they are buckled up; a flat bag's front seams were drawn into its bent roll and too long.
  for (const char* closure : {"roll-top-buckle", "roll-top-straps"}) {
    for (const BoxWish& wish : {sizedWish(closure, 250, 265, 150), sizedWish(closure, 250, 200, 200),
                                sizedWish(closure, 410, 195, 140), sizedWish(closure, 460, 420, 45),
                                sizedWish(closure, 490, 410, 65), sizedWish(closure, 350, 200, 300)}) {
      SCOPED_TRACE(std::string(closure) + " " + described(wish));
      expectAsLargeRoundAsFlat(BuiltBox(buildRollTop, wish));
    }
  }
}

/// The way of a side's middle line from the trunk to the ridge.
double sideAlongGable(const RollTopShape& shape) {
  const double middle = shape.girth() / 4;  // half of the width and half of the depth from the back's middle
  double length = 0;
  Vec3 last = shape.onCloth(middle, shape.trunkHeight());
  for (int i = 1; i <= 400; ++i) {
    const Vec3 next = shape.onCloth(middle, glm::mix(shape.trunkHeight(), shape.ridgeAt(), i / 400.0));
    length += glm::distance(last, next);
    last = next;
  }
  return length;
}

TEST(RollTopShape, TucksInTheSidesWhoseEndsHangDown) {
  // Cloth does not shrink on its way from the trunk to the roll, nor stretch by more than shear and folds
  // give.
  for (const double depth : {60.0, 150.0, 200.0}) {
    RollTopShape::Dimensions d;
    d.depth = depth;
    d.end_bend = -0.4;
    const RollTopShape down(d);
    const double cloth = down.ridgeAt() - down.trunkHeight();
    EXPECT_NEAR(sideAlongGable(down), cloth, 0.01 * cloth) << depth;
    d.end_bend = 1.2;
    EXPECT_NEAR(sideAlongGable(RollTopShape(d)), cloth, 0.1 * cloth) << depth;
  }
}

TEST(RollTop, IsHeldByOneBuckleOrByTwoStraps) {
  const auto count = [](const BuiltBox& box, const std::string& zone) {
    double sum = 0;
    for (const Fitting& fitting : box.pack().fittings) sum += fitting.zone == zone ? fitting.amount : 0;
    return sum;
  };
  const BuiltBox top(buildRollTop, wishOf(30));
  const BuiltBox sides(buildRollTop, wishOf(30, "roll-top-straps"));
  EXPECT_EQ(count(top, "buckle"), 1);
  EXPECT_EQ(count(sides, "buckle"), 2);
  EXPECT_GT(count(sides, "webbing"), count(top, "webbing"));
  // The ends are pulled down instead of up: the roll's end stands lower than its middle.
  const RollTopShape::Dimensions up;
  RollTopShape::Dimensions down;
  down.end_bend = -0.4;
  const auto endOver = [](const RollTopShape& shape) {
    const std::vector<Vec3> core = shape.rollCore(shape.cutHeight(), nullptr);
    return core.back().y - core[core.size() / 2].y;
  };
  EXPECT_GT(endOver(RollTopShape(up)), 20);
  EXPECT_LT(endOver(RollTopShape(down)), -10);
}

TEST(RollTop, BuildsAtEveryCornerOfWhatAUserMayGive) {
  for (const double litres : {15.0, 45.0}) {
    for (const double back : {400.0, 720.0}) {
      for (const double width : {240.0, 340.0}) {
        BoxWish wish = wishOf(litres);
        wish.back_length = back;
        wish.width = width;
        EXPECT_NEAR(BuiltBox(buildRollTop, wish).litres(), litres, 0.02 * litres) << back << " x " << width;
        for (const double depth : {110.0, 280.0}) {
          wish.depth = depth;
          const BuiltBox box(buildRollTop, wish);
          expectSewsTogether(box);
        }
      }
    }
  }
}

TEST(RollTop, HasAFacingForWhatLiesAgainstTheWearer) {
  // The wrap reaches round the sides and into the roll; pads and mesh belong on the upright back alone.
  const BuiltBox box(buildRollTop, wishOf(25));
  const Host& back = box.body().hosts.at("back");
  EXPECT_EQ(back.piece, "body.back");
  for (const Vec2& p : outlineOf(box.piece("back"))) {
    const Vec3 at = box.piece("back").surface(p);
    EXPECT_LT(at.z, 8) << p.x << ", " << p.y;
    EXPECT_LT(std::abs(at.x), box.body().width_mm / 2);
  }
}

TEST(RollTop, PointsItsHostsOutwards) {
  expectHostsFace(BuiltBox(buildRollTop, wishOf(25)), {{"front", {0, 0, 1}},
                                                       {"back", {0, 0, -1}},
                                                       {"back-inner", {0, 0, 1}},
                                                       {"left", {-1, 0, 0}},
                                                       {"right", {1, 0, 0}},
                                                       {"bottom", {0, -1, 0}},
                                                       {"top", {0, 0, -1}}});
}

}  // namespace
}  // namespace configurator
