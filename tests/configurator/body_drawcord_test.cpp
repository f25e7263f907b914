// The drawcord top: its lengths and litres by the notes' own formulas and published rows, the rest by the
// fixture's own measuring.
#include "configurator/pack/body_drawcord.h"

#include <gtest/gtest.h>

#include <cmath>

#include "box_checks.h"
#include "configurator/pack/body_drawcord_shape.h"

namespace configurator {
namespace {

constexpr const char* kClosures[] = {"drawcord", "drawcord-lid", "buckle-flap"};

BoxWish wishOf(double litres, const std::string& closure = "drawcord-lid") {
  BoxWish wish;
  wish.capacity_l = litres;
  wish.closure = closure;
  return wish;
}

std::vector<BoxWish> manyWishes() {
  std::vector<BoxWish> wishes;
  for (double litres = 12; litres <= 40; litres += 7) {
    for (const char* closure : kClosures) wishes.push_back(wishOf(litres, closure));
  }
  for (const PackSize size : {PackSize::S, PackSize::L}) {
    wishes.push_back(wishOf(28));
    wishes.back().size = size;
  }
  wishes.push_back(wishOf(25));
  wishes.back().back_length = 520;
  wishes.push_back(wishOf(25));
  wishes.back().depth = 150;
  wishes.push_back(wishOf(35));
  wishes.back().width = 310;
  wishes.push_back(wishOf(24, "buckle-flap"));
  wishes.back().numbers["straps"] = 2;
  wishes.push_back(wishOf(24, "drawcord"));
  wishes.back().numbers["collar"] = 250;
  wishes.push_back(wishOf(24));
  wishes.back().numbers["folds"] = 14;
  wishes.back().numbers["front-drop"] = 0;
  return wishes;
}

double areaOfRing(const std::vector<Vec3>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Vec3 next = ring[(i + 1) % ring.size()];
    sum += (ring[i].z * next.x - ring[i].x * next.z) / 2;
  }
  return sum;
}

std::vector<Vec3> mouthRing(const DrawcordShape& shape, double up) {
  std::vector<Vec3> ring;
  constexpr int kSteps = 2000;
  for (int i = 0; i < kSteps; ++i)
    ring.push_back(shape.onCollar({shape.mouthLength() * (static_cast<double>(i) / kSteps - 0.5), up}));
  return ring;
}

TEST(DrawcordShape, LeavesTwelveSquareInchesOpen) {
  // ASTM F2153: the extension collar's cord opening is at most 12 square inches, 77 cm2. The folds stand to
  // both sides of the throat's line and add a little.
  const DrawcordShape shape(DrawcordShape::Dimensions{});
  EXPECT_NEAR(areaOfRing(shape.throat()), 7700, 0.06 * 7700);
}

TEST(DrawcordShape, KeepsTheGirthOfTheCollarInItsFolds) {
  const DrawcordShape shape(DrawcordShape::Dimensions{});
  for (double up = 0; up <= shape.collarHeight() + 20; up += 9) {
    std::vector<Vec3> ring = mouthRing(shape, up);
    ring.push_back(ring.front());
    EXPECT_NEAR(lengthOf(ring), shape.mouthLength(), 0.04 * shape.mouthLength()) << up;
  }
  EXPECT_NEAR(shape.mouthLength(), 2 * (270 + std::hypot(155, 30)), 1e-9);
}

TEST(DrawcordShape, HoldsTheNotesFormula) {
  // Box of mean height, then the frustum hc/3 (A1 + A2 + sqrt(A1 A2)) with hc the height that the collar
  // reaches; rounding the plan at equal girth adds 9 to 19 % (square corners of 25 mm, a superellipse).
  for (const double depth : {130.0, 155.0, 210.0}) {
    DrawcordShape::Dimensions d;
    d.depth = depth;
    const DrawcordShape shape(d);
    const double box = d.width * d.depth * (d.back_length - d.front_drop / 2);
    EXPECT_GT(shape.trunkVolume(), 1.09 * box);
    EXPECT_LT(shape.trunkVolume(), 1.19 * box);
    const double a1 = std::abs(areaOfRing(mouthRing(shape, 0)));
    const double a2 = 7700;
    const double frustum = shape.collarRise() / 3 * (a1 + a2 + std::sqrt(a1 * a2));
    EXPECT_NEAR(shape.trunkVolume() + frustum, shape.volume(), 0.02 * shape.volume()) << depth;
  }
}

TEST(Drawcord, KeepsTheSizeTableOfTheNotes) {
  // Rows 460 x 270 x 155, front 30 lower, and 560 x 280 x 210. As boxes of mean height they hold 18.6 and
  // 32.0 l; a round plan adds 14 % and the closed collar some 2.2 and 4 l.
  const BuiltBox small(buildDrawcord, wishOf(18.6 * 1.14 + 2.2));
  EXPECT_NEAR(small.body().height_mm, 460, 15);
  EXPECT_NEAR(small.body().width_mm, 270, 5);
  EXPECT_NEAR(small.body().depth_mm, 155, 5);
  const BuiltBox large(buildDrawcord, wishOf(32.0 * 1.13 + 4));
  EXPECT_NEAR(large.body().height_mm, 560, 15);
  EXPECT_NEAR(large.body().width_mm, 280, 5);
  EXPECT_NEAR(large.body().depth_mm, 210, 5);
}

TEST(Drawcord, HoldsTheLitresItWasAskedFor) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectHoldsItsLitres(BuiltBox(buildDrawcord, wish), wish.capacity_l);
  }
}

TEST(Drawcord, CountsThePocketOfItsLid) {
  const BuiltBox box(buildDrawcord, wishOf(24));
  const Compartment& pocket = box.pack().compartments.at(1);
  EXPECT_TRUE(pocket.enclosed);
  // 270+10 x 155+60 wide and long, 47 high in the middle of the ring, a little domed.
  EXPECT_NEAR(pocket.capacity_l, 0.28 * 2.15 * 4.7, 0.4);
  // The underside faces down, which is out of the pocket.
  EXPECT_NEAR(measuredLitres(box, 1), pocket.capacity_l, 0.02 * pocket.capacity_l);
  EXPECT_EQ(BuiltBox(buildDrawcord, wishOf(24, "buckle-flap")).pack().compartments.size(), 1u);
}

TEST(Drawcord, SewsTogether) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectSewsTogether(BuiltBox(buildDrawcord, wish));
  }
}

TEST(Drawcord, IsCutAsTheNotesSay) {
  BoxWish wish = wishOf(20);
  wish.back_length = 460;
  wish.width = 270;
  wish.depth = 155;
  const BuiltBox box(buildDrawcord, wish);
  const auto edge = [&](const char* piece, const char* name) {
    return lengthOf(findEdge(box.piece(piece), name)->points);
  };
  EXPECT_NEAR(edge("back", "right"), 460, 1e-6);
  EXPECT_NEAR(edge("front", "right"), 430, 1e-6);
  EXPECT_NEAR(edge("side-left", "bottom"), 155, 1e-6);
  EXPECT_NEAR(edge("side-left", "top"), std::hypot(155, 30), 1e-6);
  EXPECT_NEAR(edge("collar", "bottom"), 2 * (270 + std::hypot(155, 30)), 1e-3);
  EXPECT_NEAR(edge("collar", "right"), edge("collar", "left"), 1e-6);
  EXPECT_NEAR(edge("lid-underside", "rear"), 270, 1);
}

TEST(Drawcord, MeetsAlongItsSeamsInSpace) {
  for (const double litres : {12.0, 24.0, 40.0}) {
    for (const char* closure : kClosures) {
      const BuiltBox box(buildDrawcord, wishOf(litres, closure));
      for (const Seam& seam : box.pack().seams) {
        // Inner layers lie 0.8 off the line they are stitched to; between two zip strips is the chain.
        const bool layered = seam.id == "body.tunnel-seam" || seam.id == "body.cord-facing-seam" ||
                             seam.id == "body.flap-turned-seam";
        const double gap = seam.id == "body.lid-zip-seam" ? 8.2 : (layered ? 1.0 : 0.5);
        EXPECT_LT(widestGap(box.pack(), seam), gap) << seam.id << " at " << litres << closure;
      }
    }
  }
}

TEST(Drawcord, IsAsLargeRoundAsFlat) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectAsLargeRoundAsFlat(BuiltBox(buildDrawcord, wish), 1.0);
  }
}

TEST(Drawcord, CoversItsCollarWithoutTouchingIt) {
  for (const double litres : {14.0, 22.0, 40.0}) {
    const BuiltBox box(buildDrawcord, wishOf(litres));
    const Piece& lid = box.piece("lid-underside");
    const Piece& collar = box.piece("collar");
    const Edge& rear = *findEdge(lid, "rear");
    const double length = findEdge(lid, "front")->points.front().y;
    // The lid's own upright at each point of the collar's fold: the underside lies above it.
    for (const Vec2& p : findEdge(collar, "top")->points) {
      const Vec3 at = collar.surface({p.x, p.y - 25});
      double nearest = 1e9;
      double above = 0;
      for (int i = 0; i <= 60; ++i) {
        const Vec3 under = lid.surface({at.x, rear.points.front().y + length * i / 60.0});
        if (std::abs(under.z - at.z) < nearest) {
          nearest = std::abs(under.z - at.z);
          above = under.y - at.y;
        }
      }
      EXPECT_GT(above, -1) << litres << " l at " << at.x << ", " << at.z;
    }
  }
}

TEST(Drawcord, IsHeldByOneStrapOrByTwo) {
  const auto count = [](const BuiltBox& box, const std::string& zone) {
    double sum = 0;
    for (const Fitting& fitting : box.pack().fittings) sum += fitting.zone == zone ? fitting.amount : 0;
    return sum;
  };
  BoxWish two = wishOf(24);
  two.numbers["straps"] = 2;
  const BuiltBox single(buildDrawcord, wishOf(24));
  const BuiltBox twin(buildDrawcord, two);
  EXPECT_EQ(count(single, "buckle"), 1);
  EXPECT_EQ(count(twin, "buckle"), 2);
  // 20 webbing, 400 and what is turned under.
  EXPECT_NEAR(count(single, "webbing"), 0.4, 0.12);
  EXPECT_NEAR(count(twin, "webbing"), 2 * count(single, "webbing"), 0.02);
  // The cord lets the mouth open fully.
  const double mouth = lengthOf(findEdge(single.piece("collar"), "bottom")->points);
  EXPECT_GT(1000 * count(single, "drawcord"), mouth + 200);
  EXPECT_EQ(count(single, "hardware"), 1);
}

TEST(Drawcord, BuildsAtEveryCornerOfWhatAUserMayGive) {
  for (const double litres : {10.0, 40.0}) {
    for (const double back : {400.0, 640.0}) {
      for (const double width : {240.0, 320.0}) {
        for (const double depth : {120.0, 250.0}) {
          for (const char* closure : kClosures) {
            BoxWish wish = wishOf(litres, closure);
            wish.back_length = back;
            wish.width = width;
            wish.depth = depth;
            const BuiltBox box(buildDrawcord, wish);
            expectSewsTogether(box);
          }
        }
      }
    }
  }
}

TEST(Drawcord, PointsItsHostsOutwards) {
  expectHostsFace(BuiltBox(buildDrawcord, wishOf(25)), {{"front", {0, 0, 1}},
                                                        {"back", {0, 0, -1}},
                                                        {"back-inner", {0, 0, 1}},
                                                        {"left", {-1, 0, 0}},
                                                        {"right", {1, 0, 0}},
                                                        {"bottom", {0, -1, 0}},
                                                        {"top", {0, 0, -1}},
                                                        {"lid", {0, 1, 0}}});
}

}  // namespace
}  // namespace configurator
