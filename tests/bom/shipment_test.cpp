// Freight by each mode, by hand: cartons of 0.6 x 0.45 x 0.4 m = 0.108 m3 with 50 pieces.
#include "bom/delivery/shipment.h"

#include <gtest/gtest.h>

#include "bom/delivery/container.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

bom::PriceBook freightBook() {
  bom::PriceBook book = makePriceBook();
  addFreightRates(book);
  addRate(book, "near", "USD per CBM", 100'000);
  addRate(book, "far", "USD per CBM", 200'000);
  addRate(book, "by-air", "USD per kg", 6'500);
  book.lanes = {{"sea-lcl", "near", {"VN", "CN"}, {"DE"}, false}, {"sea-lcl", "far", {}, {}, true}};
  return book;
}

bom::Shipment shipped(std::int64_t pieces, std::int64_t grams = 400) {
  const auto shipment = bom::shipmentOf(makeProduct().carton, freightBook(), pieces,
                                        bom::Quantity::fromMillionths(grams * 1'000'000, bom::Unit::Gram));
  if (!shipment) throw std::runtime_error(shipment.error().message);
  return *shipment;
}

std::vector<std::string> freightsOf(const bom::PriceBook& book, const bom::Shipment& shipment,
                                    const bom::Route& route = {"VN", "DE"}) {
  const auto freights = bom::freightsOf(shipment, book, route);
  if (!freights) throw std::runtime_error(freights.error().message);
  std::vector<std::string> texts;
  for (const bom::Freight& freight : *freights)
    texts.push_back(freight.mode + " " + bom::formatScaled(freight.cost.millionths(), 6, 2));
  return texts;
}

using Texts = std::vector<std::string>;

TEST(Shipment, IsOfWholeCartonsWithTheirPackaging) {
  const bom::Shipment shipment = shipped(1001);
  EXPECT_EQ(shipment.cartons, 21);
  EXPECT_EQ(shipment.volume_m3.billionths(), 2'268'000'000);   // 21 x 0.108
  EXPECT_EQ(shipment.gross_kg.billionths(), 432'432'000'000);  // 1001 x 0.432
}

TEST(Shipment, LclPaysVolumeOrTonnesAndAtLeastOne) {
  EXPECT_EQ(freightsOf(freightBook(), shipped(1000)), Texts{"sea-lcl 216.00"});
  EXPECT_EQ(freightsOf(freightBook(), shipped(50)), Texts{"sea-lcl 100.00"});  // 0.108 m3 count as 1
  // 1000 x 3 kg x 1.08 = 3240 kg, more than 2.16 m3.
  EXPECT_EQ(freightsOf(freightBook(), shipped(1000, 3000)), Texts{"sea-lcl 324.00"});
  bom::PriceBook book = freightBook();
  book.rates["lcl-minimum"].typical_millionths = 150'000'000;
  EXPECT_EQ(freightsOf(book, shipped(50)), Texts{"sea-lcl 150.00"});
}

TEST(Shipment, TheFirstLaneThatFitsHoldsAndAStandInIsSaid) {
  EXPECT_EQ(freightsOf(freightBook(), shipped(1000), {"TR", "DE"}), Texts{"sea-lcl 432.00"});
  const auto far = bom::freightsOf(shipped(1000), freightBook(), {"VN", "KE"});
  ASSERT_TRUE(far);
  EXPECT_NE(far->front().basis.find("a stand-in, no figure for this lane"), std::string::npos);
  EXPECT_EQ(far->front().status, bom::FigureStatus::Estimate);
}

TEST(Shipment, ContainersAreTheCheapestThatHoldTheCartons) {
  bom::PriceBook book = freightBook();
  for (const char* size : {"20", "40", "40hc"})
    book.lanes.push_back({std::string("sea-") + size, std::string("box-") + size, {}, {}, false});
  // 185 cartons are 19.98 m3, LCL 1998; 186 are 20.088 m3, 2008.80: a 20' for 2000 is cheaper.
  EXPECT_EQ(freightsOf(book, shipped(185 * 50)), (Texts{"sea-lcl 1998.00", "sea-fcl 2000.00"}));
  EXPECT_EQ(freightsOf(book, shipped(186 * 50)), (Texts{"sea-fcl 2000.00", "sea-lcl 2008.80"}));
  // A 20' takes 225 of these cartons, a 40' 475, a 40' HC 580 (below). 926 cartons: two 40' hold 950 for
  // 6000; 40' + 40' HC cost 6200, five 20' 10000, and a 40' HC and a 20' hold 805 alone.
  EXPECT_EQ(freightsOf(book, shipped(926 * 50)).front(), "sea-fcl 6000.00");
  // 805 cartons: 40' HC and 20' for 5200; one more does not go in.
  EXPECT_EQ(freightsOf(book, shipped(805 * 50)).front(), "sea-fcl 5200.00");
  EXPECT_EQ(freightsOf(book, shipped(806 * 50)).front(), "sea-fcl 6000.00");
}

TEST(Container, TakesWholeCartonsTurnedTheBestWay) {
  const bom::PriceBook book = freightBook();
  const bom::CartonPlan carton{"", 50, 600, 450, 400};
  // 5867 / 600 = 9, 2330 / 450 = 5, 2350 / 400 = 5.
  EXPECT_EQ(bom::cartonsIn(book, "container-20", carton).value(), 9 * 5 * 5);
  // 11998 / 600 = 19, 5, 5.
  EXPECT_EQ(bom::cartonsIn(book, "container-40", carton).value(), 19 * 5 * 5);
  // Higher by 305 mm: 11998 / 400 = 29, 2330 / 450 = 5, 2655 / 600 = 4, more than 19 x 5 x 6.
  EXPECT_EQ(bom::cartonsIn(book, "container-40hc", carton).value(), 29 * 5 * 4);
  // A cube of 100 mm would go in 58 x 23 x 23 times, 30.7 m3; 28 are usable.
  EXPECT_EQ(bom::cartonsIn(book, "container-20", {"", 1, 100, 100, 100}).value(), 28'000);
  EXPECT_EQ(bom::cartonsIn(book, "container-20", {"", 1, 6000, 100, 100}).value(), 0);
}

TEST(Shipment, AirAndExpressPayKilogramsOrVolume) {
  bom::PriceBook book = freightBook();
  book.lanes = {{"air", "by-air", {}, {}, false}, {"express", "courier", {}, {}, false}};
  // 2.16 m3 are 360 kg by air and 432 kg by express; the goods weigh 432 kg: x 7.50 and x 9.
  EXPECT_EQ(freightsOf(book, shipped(1000)), (Texts{"air 3240.00", "express 3888.00"}));
  // Of 100 g a piece they weigh 108 kg.
  EXPECT_EQ(freightsOf(book, shipped(1000, 100)), (Texts{"air 2700.00", "express 3888.00"}));
}

// A lane in another currency than its surcharge ended the program: money of two currencies was added.
TEST(Shipment, RatesInOtherCurrenciesAreTurnedIntoDollars) {
  bom::PriceBook book = freightBook();
  book.rates["by-air"].unit = "EUR per kg";  // 6.50 EUR at 0.86 EUR for a dollar = 7.558140 USD
  book.rates["near"].unit = "EUR per CBM";   // 100 EUR = 116.279070 USD
  book.lanes = {{"sea-lcl", "near", {}, {}, false},
                {"sea-20", "box-20", {}, {}, false},
                {"air", "by-air", {}, {}, false}};
  // 2.16 x 116.279070 = 251.162791; 432 kg x 8.558140 = 3697.116480.
  EXPECT_EQ(freightsOf(book, shipped(1000)),
            (Texts{"sea-lcl 251.162791", "sea-fcl 2000.00", "air 3697.11648"}));
}

// The factor 1e6 / 6000 was rounded before the volume was multiplied by it.
TEST(Shipment, KilogramsByVolumeAreRoundedOnce) {
  bom::PriceBook book = freightBook();
  book.lanes = {{"air", "by-air", {}, {}, false}};
  // 1000 cartons are 108 m3 = 18000 kg to the last digit, x 7.50. 50000 x 0.1 kg x 1.08 weigh less.
  EXPECT_EQ(freightsOf(book, shipped(50'000, 100)), Texts{"air 135000.00"});
}

/// 335 x 250 x 302.9 mm = 25,367.875 ml, 425 x 340 x 246.5 mm = 35,619.25 ml, 543 x 250 x 262 mm = 35,566.5
/// ml.
TEST(Shipment, CartonsAreMeasuredInMillilitres) {
  const auto millilitres = [](double length, double width, double height) {
    bom::CartonPlan carton;
    carton.length_mm = length;
    carton.width_mm = width;
    carton.height_mm = height;
    return bom::cartonMillilitres(carton);
  };
  EXPECT_EQ(millilitres(335, 250, 302.9), 25'368);
  EXPECT_EQ(millilitres(425, 340, 246.5), 35'619);
  EXPECT_EQ(millilitres(545, 290, 225), 35'561) << "35,561.25";
  EXPECT_EQ(millilitres(543, 250, 262), 35'567) << "a half goes up";
  EXPECT_EQ(millilitres(600, 275, 288.9), 47'669) << "though 288.9 is no binary fraction";
}

}  // namespace
