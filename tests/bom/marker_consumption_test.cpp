// Cloth per pack of the fixture, by hand. Its front is cut 320 x 500 (500 along the grain) once of ny210rs,
// its pocket bag 220 x 170 (170 along the grain) twice of lin210; both cloths are 1450 wide.
//   front:  4 beside each other (1280);  1 pack 500, 4 packs 500, 10 packs 3 columns = 1500
//   pocket: 6 beside each other (1320);  1 pack 170, 4 packs 2 columns = 340, 10 packs 4 columns = 680
// Losses: 2 x 20 mm at the ends, x 1.01 x 1.015 = 1.02515.
//   front   (500 + 40) / 1  x 1.02515 = 0.553581      / 4 = 0.138395   (1500 + 40) / 10 x 1.02515 = 0.157873
//   pocket  (170 + 40) / 1  x 1.02515 = 0.2152815     (340 + 40) / 4 x 1.02515 = 0.09738925
//           (680 + 40) / 10 x 1.02515 = 0.0738108
#include <gtest/gtest.h>

#include "bom/marker/consumption.h"
#include "bom/marker/overlap.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::LayLosses;
using bom::MaterialMarker;

/// 20 mm at each end, 12 mm of selvedge at each side, 1 % remnant, 1.5 % splices and defects.
LayLosses someLosses() {
  return {20, 12, 0, percent(1), bom::Ratio::fromPercentMillionths(1'500'000)};
}

std::vector<MaterialMarker> markersOf(const bom::Product& product, const bom::PriceBook& book) {
  auto markers = bom::layMaterials(product, book, someLosses(), bom::quickMarker());
  if (!markers) throw std::runtime_error(markers.error().message);
  return *markers;
}

std::string gross(double length_mm, int packs, const LayLosses& losses = someLosses()) {
  return bom::formatQuantity(bom::grossPerPack(length_mm, packs, losses));
}

TEST(MarkerConsumption, FollowsTheFormula) {
  EXPECT_EQ(gross(500, 1), "0.553581");
  EXPECT_EQ(gross(1500, 10), "0.157873");
  // 544 x 1025.15 = 557681.6, / 4 = 139420.4 um: the four together rounded first would give 139420.5.
  EXPECT_EQ(gross(504, 4), "0.13942");
  LayLosses losses;
  EXPECT_EQ(gross(1000, 4, losses), "0.25");
  losses.remnant = percent(10);
  EXPECT_EQ(gross(1000, 4, losses), "0.275");
  losses.splice_and_defects = percent(20);
  EXPECT_EQ(gross(1000, 4, losses), "0.33");
  losses.end_mm = 50;
  EXPECT_EQ(gross(1000, 4, losses), "0.363");
}

bom::Rate rateOf(const char* id, const char* unit, std::int64_t typical_millionths) {
  bom::Rate rate;
  rate.id = id;
  rate.unit = unit;
  rate.typical_millionths = typical_millionths;
  return rate;
}

TEST(MarkerConsumption, TakesItsLossesFromTheBook) {
  bom::PriceBook book;
  EXPECT_EQ(bom::layLossesOf(book).error().message, "no rate 'lay-end' in the price book");
  for (const bom::Rate& rate :
       {rateOf("lay-end", "mm", 25'000'000), rateOf("lay-selvedge", "mm", 9'500'000),
        rateOf("lay-remnant", "% of fabric", 2'000'000), rateOf("lay-splice-and-defects", "%", 500'000)})
    book.rates[rate.id] = rate;
  const auto losses = bom::layLossesOf(book);
  ASSERT_TRUE(losses);
  EXPECT_EQ(losses->end_mm, 25);
  EXPECT_EQ(losses->selvedge_mm, 9.5);
  EXPECT_EQ(losses->spacing_mm, 0);
  EXPECT_EQ(losses->remnant, percent(2));
  EXPECT_EQ(losses->splice_and_defects.billionths(), 5'000'000);
  book.rates["lay-end"].unit = "cm";
  EXPECT_EQ(bom::layLossesOf(book).error().message, "rate 'lay-end' must be in mm, but its unit is 'cm'");
}

TEST(MarkerConsumption, RoundsTheMarkerUpToWholeMillimetres) {
  LayLosses losses;
  EXPECT_EQ(gross(999.2, 1, losses), "1");
  EXPECT_EQ(gross(1000.0000001, 1, losses), "1");
  EXPECT_EQ(gross(1000.1, 1, losses), "1.001");
}

TEST(MarkerConsumption, LaysTheFixtureAsByHand) {
  const struct {
    const char* item;
    int packs;
    double length_mm;
    const char* gross;
  } rows[] = {{"lin210", 1, 170, "0.215282"},  {"lin210", 4, 340, "0.097389"},
              {"lin210", 10, 680, "0.073811"}, {"ny210rs", 1, 500, "0.553581"},
              {"ny210rs", 4, 500, "0.138395"}, {"ny210rs", 10, 1500, "0.157873"}};
  const auto markers = markersOf(makeProduct(), makePriceBook());
  ASSERT_EQ(markers.size(), std::size(rows));
  for (std::size_t i = 0; i < markers.size(); ++i) {
    EXPECT_EQ(markers[i].item, rows[i].item);
    EXPECT_EQ(markers[i].packs, rows[i].packs);
    EXPECT_NEAR(markers[i].marker.length_mm, rows[i].length_mm, 1e-6) << rows[i].item << rows[i].packs;
    EXPECT_EQ(bom::formatQuantity(markers[i].gross_per_pack), rows[i].gross);
    EXPECT_TRUE(bom::conflictsIn(markers[i].marker, markers[i].pieces, markers[i].cloth).empty());
  }
}

TEST(MarkerConsumption, TakesMirroredPartsAndTheRollsWidth) {
  const auto markers = markersOf(makeProduct(), makePriceBook());
  const MaterialMarker& pockets = markers.front();
  ASSERT_EQ(pockets.pieces.size(), 1U);
  EXPECT_EQ(pockets.pieces[0].name, "P1");
  EXPECT_EQ(pockets.pieces[0].demand, 2);
  EXPECT_EQ(pockets.pieces[0].mirrored, 1);
  EXPECT_EQ(pockets.pieces[0].rotations_deg, (std::vector<double>{0, 180}));
  EXPECT_EQ(pockets.cloth.roll_width_mm, 1474);  // 58 inch are 1473.2
  // Two of 220 x 170 on 1450 x 170; of 1474 x (170 + 40) bought.
  EXPECT_NEAR(bom::markerEfficiency(pockets.marker, pockets.cloth), 440.0 / 1450, 1e-9);
  EXPECT_NEAR(bom::fabricUtilisation(pockets.marker, pockets.cloth), 440.0 * 170 / (1474 * 210), 1e-9);
}

TEST(MarkerConsumption, TheGrainLiesAlongTheRoll) {
  // With its grain across, the front is 320 along the roll and 500 across: 2 beside each other.
  bom::Product product = makeProduct();
  product.pieces[0].grain = {1, 0};
  const auto markers = markersOf(product, makePriceBook());
  EXPECT_NEAR(markers[3].marker.length_mm, 320, 1e-6);
  EXPECT_NEAR(markers[4].marker.length_mm, 640, 1e-6);
}

TEST(MarkerConsumption, FoamTurnsFreely) {
  // A front of foam lies across: 500 of 1450, 320 along the roll.
  bom::PriceBook book = makePriceBook();
  book.items["ny210rs"].sheet->grain_locked = false;
  EXPECT_NEAR(markersOf(makeProduct(), book)[3].marker.length_mm, 320, 1e-6);
}

TEST(MarkerConsumption, SaysWhichItemCannotBeLaid) {
  bom::PriceBook book = makePriceBook();
  book.items["lin210"].sheet->cuttable_width_mm = 200;
  const auto too_wide = bom::layMaterials(makeProduct(), book, someLosses(), bom::quickMarker());
  ASSERT_FALSE(too_wide);
  EXPECT_EQ(too_wide.error().message, "item 'lin210': piece 'P1' is 220 mm wide and the cloth 200 mm");
  book.items["lin210"].sheet.reset();
  const auto no_sheet = bom::layMaterials(makeProduct(), book, someLosses(), bom::quickMarker());
  ASSERT_FALSE(no_sheet);
  EXPECT_EQ(no_sheet.error().message, "pieces are cut from item 'lin210', which is no sheet goods");
  book.items.erase("lin210");
  const auto unknown = bom::layMaterials(makeProduct(), book, someLosses(), bom::quickMarker());
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "item 'lin210', which pieces are cut from, is unknown");
}

}  // namespace
