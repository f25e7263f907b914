// The panel loader: its lengths by hand arithmetic, its area, volume and gaps by the fixture's own measuring.
#include "configurator/pack/body_panel_loader.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "box_checks.h"

namespace configurator {
namespace {

constexpr double kPi = std::numbers::pi;

BoxWish wishOf(double litres) {
  BoxWish wish;
  wish.capacity_l = litres;
  return wish;
}

/// Wishes over sizes, capacities, openings and given dimensions.
std::vector<BoxWish> manyWishes() {
  std::vector<BoxWish> wishes;
  for (double litres = 10; litres <= 30; litres += 2.5) wishes.push_back(wishOf(litres));
  for (const PackSize size : {PackSize::S, PackSize::L}) {
    wishes.push_back(wishOf(18));
    wishes.back().size = size;
  }
  for (const double opening : {0.3, 0.65, 0.8, 0.95}) {
    wishes.push_back(wishOf(20));
    wishes.back().numbers["opening"] = opening;
  }
  for (const double back : {400.0, 520.0}) {
    wishes.push_back(wishOf(20));
    wishes.back().back_length = back;
  }
  wishes.push_back(wishOf(16));
  wishes.back().width = 310;
  wishes.push_back(wishOf(24));
  wishes.back().depth = 140;
  wishes.push_back(wishOf(22));
  wishes.back().back_length = 440;
  wishes.back().width = 250;
  wishes.push_back(wishOf(15));
  wishes.back().closure = "zip-storm-flap";
  return wishes;
}

TEST(PanelOutline, HasThePerimeterOfTheFormulaForARectangle) {
  // p = 2 (B + W) - (4 - pi)(r1 + r2): 2 (480 + 260) - 0.858407 x 140 = 1480 - 120.177 = 1359.823
  const PanelOutline outline({480, 260, 260, 100, 40});
  EXPECT_NEAR(outline.perimeter(), 1359.823, 0.001);
  EXPECT_NEAR(outline.perimeter(), 2 * (480 + 260) - (4 - kPi) * 140, 1e-9);
}

TEST(PanelOutline, OfTheDrawnSquareBagIsTwiceHeightAndWidth) {
  // The drawn school bag: panels 280 x 350, one medial strip of 2 (280 + 350) = 1260.
  const PanelOutline outline({350, 280, 280, 0, 0});
  EXPECT_NEAR(outline.perimeter(), 1260, 1e-9);
}

TEST(PanelOutline, TapersBetweenItsWidths) {
  const PanelOutline outline({480, 250, 270, 100, 40});
  EXPECT_NEAR(outline.halfWidthAt(240), 130, 1e-9);  // half of the mean of 250 and 270
  EXPECT_NEAR(outline.at(0).x, 0, 1e-12);
  EXPECT_NEAR(outline.at(outline.perimeter() / 2).y, 480, 1e-9);
  EXPECT_NEAR(outline.outward(outline.perimeter() / 2).y, 1, 1e-9);
  const Vec2 side = outline.at(outline.rightSideAt(200));
  EXPECT_NEAR(side.y, 200, 1e-9);
  EXPECT_NEAR(side.x, outline.halfWidthAt(200), 1e-9);
}

TEST(PanelLoaderShape, OpensAsFarAsTheFormulaSays) {
  // Lz = W + 2 s B - (4 - pi) r1 for a rectangle: 260 + 2 x 0.5 x 480 - 0.858407 x 100 = 654.159
  PanelLoaderShape::Dimensions d;
  d.panel = {480, 260, 260, 100, 40};
  d.opening = 0.5;
  const PanelLoaderShape shape(d);
  EXPECT_NEAR(shape.zipLength(), 654.159, 0.001);
  EXPECT_NEAR(shape.zipGussetLength(), shape.zipLength() + 50, 1e-9);
  EXPECT_NEAR(shape.bottomGussetLength(), shape.outline().perimeter() - shape.zipLength() - 50, 1e-9);
}

TEST(PanelLoaderShape, HoldsABoxWhenNothingBulges) {
  // A plain wedge of 300 x 400 with depths 120 and 160: 300 x 400 x 140 mm3 less what the lean of the front
  // shortens: the front panel keeps its 400, so its top stands sqrt(400^2 - 40^2) = 397.995 high. The
  // cross-section is the quadrilateral (0,0) (160,0) (120,397.995) (0,400): by the shoelace formula (160 x
  // 397.995 + 120 x 400) / 2 = 55839.6; times 300 = 16.7519e6.
  PanelLoaderShape::Dimensions d;
  d.panel = {400, 300, 300, 0, 0};
  d.bottom_depth = 160;
  d.top_depth = 120;
  d.front_sag = 0;
  d.gusset_bow = 0;
  EXPECT_NEAR(PanelLoaderShape(d).volume() / 1e6, 16.7519, 0.02);
}

TEST(PanelLoader, OpensAsAClamshellDownToItsBottomCorners) {
  BoxWish wish;
  wish.capacity_l = 20;
  wish.numbers["opening"] = 0.95;
  const BuiltBox box(buildPanelLoader, wish);
  const auto edge = [&](const char* piece, const char* name) {
    return lengthOf(findEdge(box.piece(piece), name)->points);
  };
  // What is left of the seam below the zip is the hinge: about as long as the bag is wide.
  EXPECT_GT(edge("bottom-gusset", "front"), 0.75 * box.body().width_mm);
  EXPECT_LT(edge("bottom-gusset", "front"), 1.1 * box.body().width_mm);
  double sliders = 0;
  for (const Fitting& fitting : box.pack().fittings) {
    if (fitting.id == "body.zip-sliders") sliders = fitting.amount;
  }
  EXPECT_EQ(sliders, 2);
  // The zip's end tabs lie in the lowest tenth of the back length.
  for (const char* side : {"zip-tab-left", "zip-tab-right"}) {
    const Piece& tab = box.piece(side);
    EXPECT_LT(tab.surface({15, 0}).y, 0.1 * box.body().height_mm) << side;
  }
}

TEST(PanelLoader, KeepsTheSizeTableOfTheNotes) {
  const struct {
    double litres, back, width, depth;
  } rows[] = {{17, 450, 260, 160}, {20, 480, 270, 175}, {24, 510, 285, 185}};
  for (const auto& row : rows) {
    const BuiltBox box(buildPanelLoader, wishOf(row.litres));
    EXPECT_NEAR(box.body().height_mm, row.back, 15) << row.litres;
    EXPECT_NEAR(box.body().width_mm, row.width, 10) << row.litres;
    EXPECT_NEAR(box.body().depth_mm, row.depth, 10) << row.litres;
  }
}

TEST(PanelLoader, HoldsTheLitresItWasAskedFor) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectHoldsItsLitres(BuiltBox(buildPanelLoader, wish), wish.capacity_l);
  }
}

TEST(PanelLoader, KeepsTheDimensionsAUserGives) {
  BoxWish wish = wishOf(20);
  wish.back_length = 440;
  wish.depth = 160;
  const BuiltBox box(buildPanelLoader, wish);
  EXPECT_EQ(box.pack().parameters.at("back-length"), 440);
  EXPECT_EQ(box.pack().parameters.at("depth"), 160);
  EXPECT_NEAR(box.pack().parameters.at("capacity"), 20, 0.001);
  wish.width = 300;
  const BuiltBox given(buildPanelLoader, wish);
  EXPECT_EQ(given.pack().parameters.at("width"), 300);
  EXPECT_NEAR(given.pack().parameters.at("capacity"), measuredLitres(given), 0.01 * given.litres());
}

TEST(PanelLoader, SewsTogether) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectSewsTogether(BuiltBox(buildPanelLoader, wish));
  }
}

TEST(PanelLoader, MeetsAlongItsSeamsInSpace) {
  for (const double litres : {10.0, 20.0, 30.0}) {
    const BuiltBox box(buildPanelLoader, wishOf(litres));
    const double chain = litres >= 16 ? 11 : 8;  // #8 from there, #5 below
    for (const Seam& seam : box.pack().seams) {
      const double gap = widestGap(box.pack(), seam);
      const double expected = seam.operation == "S05" ? chain : 0;  // the zip lies between its strips
      EXPECT_NEAR(gap, expected, 0.5) << seam.id << " at " << litres;
    }
  }
}

TEST(PanelLoader, IsAsLargeRoundAsFlat) {
  for (const BoxWish& wish : manyWishes()) {
    SCOPED_TRACE(described(wish));
    expectAsLargeRoundAsFlat(BuiltBox(buildPanelLoader, wish));
  }
}

TEST(PanelLoader, IsMeasuredOverItsWholePanels) {
  for (const BoxWish& wish : manyWishes()) {
    const BuiltBox box(buildPanelLoader, wish);
    for (const Piece& piece : box.pack().pieces) {
      if (!piece.is_body) continue;
      const double flat = areaOf(outlineOf(piece));
      EXPECT_NEAR(measureFinely(piece, {0, 0, 0}).flat_area, flat, 0.002 * flat) << piece.id;
    }
  }
}

TEST(PanelLoader, HasNoPlainRectangleForAPanel) {
  const BuiltBox box(buildPanelLoader, wishOf(20));
  for (const char* name : {"back", "front"}) {
    const Polyline outline = outlineOf(box.piece(name));
    EXPECT_GT(outline.size(), 40u) << name;
    // Corners of r 100 and 40 take 0.43 (r1^2 + r2^2) off the trapezoid of 480 x 260.
    EXPECT_NEAR(areaOf(outline), 480 * 260 - (2 - kPi / 2) * (100 * 100 + 40 * 40), 300) << name;
  }
}

TEST(PanelLoader, ChargesEachPerimeterOnceAndBindsBoth) {
  const BuiltBox box(buildPanelLoader, wishOf(20));
  int front = 0, back = 0, zip = 0, bound = 0;
  for (const Seam& seam : box.pack().seams) {
    front += seam.operation == "B04";
    back += seam.operation == "B05";
    zip += seam.operation == "S05";
  }
  double bound_mm = 0;
  for (const StitchLine& line : box.pack().stitch_lines) {
    if (line.operation != "B06") continue;
    ++bound;
    bound_mm += lengthOf(box.pack(), line.run);
  }
  EXPECT_EQ(front, 1);
  EXPECT_EQ(back, 1);
  EXPECT_EQ(zip, 1);
  EXPECT_EQ(bound, 2);
  for (const Fitting& fitting : box.pack().fittings) {
    if (fitting.zone == "binding") {
      EXPECT_NEAR(fitting.amount, 1.03 * bound_mm / 1000, 1e-9);
    }
  }
}

TEST(PanelLoader, PointsItsHostsOutwards) {
  expectHostsFace(BuiltBox(buildPanelLoader, wishOf(20)), {{"front", {0, 0, 1}},
                                                           {"back", {0, 0, -1}},
                                                           {"back-inner", {0, 0, 1}},
                                                           {"left", {-1, 0, 0}},
                                                           {"right", {1, 0, 0}},
                                                           {"bottom", {0, -1, 0}},
                                                           {"top", {0, 1, 0}}});
}

TEST(PanelLoader, BuildsAtEveryCornerOfWhatAUserMayGive) {
  for (const double litres : {10.0, 30.0}) {
    for (const double back : {380.0, 560.0}) {
      for (const double width : {220.0, 330.0}) {
        BoxWish wish = wishOf(litres);
        wish.back_length = back;
        wish.width = width;
        const BuiltBox free(buildPanelLoader, wish);
        EXPECT_NEAR(free.litres(), litres, 0.02 * litres) << back << " x " << width;
        for (const double depth : {90.0, 240.0}) {
          wish.depth = depth;
          for (const double opening : {0.5, 0.8, 0.95}) {
            wish.numbers["opening"] = opening;
            const BuiltBox box(buildPanelLoader, wish);
            EXPECT_GT(box.body().hosts.at("left").height_mm, 60) << back << " x " << width << " x " << depth;
            expectSewsTogether(box);
          }
        }
      }
    }
  }
}

TEST(PanelLoader, OffersItsAnchorsOnBothSides) {
  const BuiltBox box(buildPanelLoader, wishOf(20));
  for (const char* id : {"strap-top", "strap-bottom", "hip", "side-top", "side-bottom"}) {
    const Vec3 left = box.body().anchors.at(std::string(id) + "-left").at();
    const Vec3 right = box.body().anchors.at(std::string(id) + "-right").at();
    EXPECT_LT(left.x, 0) << id;
    EXPECT_NEAR(left.x, -right.x, 1e-9) << id;
  }
  // Spread 80 between the inner edges of straps 65 wide: (80 + 65) / 2 = 72.5 from the spine; C7 60 above.
  EXPECT_NEAR(box.body().anchors.at("strap-top-right").at().x, 72.5, 1e-9);
  EXPECT_NEAR(box.pack().c7_y_mm - box.body().anchors.at("strap-top-right").at().y, 60, 1e-9);
}

TEST(PanelLoader, IsTheSameTwice) {
  const BuiltBox a(buildPanelLoader, wishOf(23));
  const BuiltBox b(buildPanelLoader, wishOf(23));
  ASSERT_EQ(a.pack().pieces.size(), b.pack().pieces.size());
  for (std::size_t i = 0; i < a.pack().pieces.size(); ++i) {
    EXPECT_EQ(outlineOf(a.pack().pieces[i]), outlineOf(b.pack().pieces[i]));
  }
}

}  // namespace
}  // namespace configurator
