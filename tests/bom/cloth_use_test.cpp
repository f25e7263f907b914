// What a pack takes of each cloth, and how the bill's lines share it, by hand. The fixture's front and pocket
// are laid as marker_consumption_test says: metres of roll per pack
//            marker           ends (both of 20 mm, 1 % remnant)         defects (1.5 %)           gross
//   front    x4  .5/4 = .125  .54 x 1.01/4 - .125 = .01135              .138395 - .13635 = .002045   .138395
//            x1  .5           .54 x 1.01 - .5 = .0454                   .553581 - .5454 = .008181    .553581
//   pocket   x10 .68/10=.068  .72 x 1.01/10 - .068 = .00472             .073811 - .07272 = .001091   .073811
#include "bom/marker/cloth_use.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/bill.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::formatQuantity;

bom::PriceBook bookWithLosses() {
  bom::PriceBook book = makePriceBook();
  addRate(book, "lay-end", "mm", 20'000);
  addRate(book, "lay-selvedge", "mm", 12'000);
  addRate(book, "lay-remnant", "%", 1'000);
  addRate(book, "lay-splice-and-defects", "%", 1'500);
  return book;
}

bom::Consumption consumptionOf(const bom::Product& product) {
  bom::KeptMarkers kept;
  auto consumption = bom::consumptionOf(product, bookWithLosses(), kept);
  if (!consumption) throw std::runtime_error(consumption.error().message);
  return *consumption;
}

bom::Bill billOf(const bom::Product& product, std::int64_t quantity) {
  const bom::Consumption consumption = consumptionOf(product);
  auto bill = bom::makeBill(product, bookWithLosses(), {quantity, bom::Currency(), &consumption});
  if (!bill) throw std::runtime_error(bill.error().message);
  return *bill;
}

/// "net marker ends defects gross" of each line of an item.
std::vector<std::string> linesOf(const bom::Bill& bill, const std::string& item) {
  std::vector<std::string> texts;
  for (const bom::BillLine& line : bill.lines) {
    if (line.item != item) continue;
    std::string text = formatQuantity(line.net);
    for (const bom::Waste& waste : line.waste)
      text += " " + waste.reason + " " + formatQuantity(waste.amount);
    texts.push_back(text + " gross " + formatQuantity(line.gross));
  }
  return texts;
}

TEST(ClothUse, IsLaidForOneFourAndTenPacks) {
  const bom::Consumption consumption = consumptionOf(makeProduct());
  const bom::ClothUse* front = bom::findClothUse(consumption, "ny210rs", "shell");
  ASSERT_NE(front, nullptr);
  ASSERT_EQ(front->laid.size(), 3U);
  EXPECT_EQ(bom::laidFor(*front, 1).packs, 1);
  EXPECT_EQ(bom::laidFor(*front, 3).packs, 1);
  EXPECT_EQ(bom::laidFor(*front, 4).packs, 4);
  // Ten packs lie in three rows of four with two places empty: more than four in one row.
  EXPECT_EQ(bom::laidFor(*front, 1000).packs, 4);
  const bom::LaidPacks& laid = bom::laidFor(*front, 1000);
  EXPECT_EQ(formatQuantity(laid.marker), "0.125");
  EXPECT_EQ(formatQuantity(laid.ends), "0.01135");
  EXPECT_EQ(formatQuantity(laid.defects), "0.002045");
  EXPECT_EQ(formatQuantity(laid.gross), "0.138395");
  EXPECT_NEAR(laid.efficiency, 4 * 320.0 / 1450, 1e-9);
  EXPECT_NEAR(laid.utilisation, 4 * 320.0 * 500 / (1474 * 540), 1e-9);
  EXPECT_EQ(bom::findClothUse(consumption, "ny210rs", "lining"), nullptr);
  EXPECT_EQ(bom::findClothUse(consumption, "web20", "shell"), nullptr);
}

TEST(ClothUse, IsWhatTheBillsLinesTake) {
  EXPECT_THAT(linesOf(billOf(makeProduct(), 1000), "ny210rs"),
              testing::ElementsAre("0.1 marker 0.025 ends 0.01135 defects 0.002045 gross 0.138395"));
  EXPECT_THAT(linesOf(billOf(makeProduct(), 3), "ny210rs"),
              testing::ElementsAre("0.1 marker 0.4 ends 0.0454 defects 0.008181 gross 0.553581"));
  EXPECT_THAT(linesOf(billOf(makeProduct(), 1000), "lin210"),
              testing::ElementsAre("0.04 marker 0.028 ends 0.00472 defects 0.001091 gross 0.073811"));
  // What is not cut from pieces keeps its own waste.
  EXPECT_THAT(linesOf(billOf(makeProduct(), 1000), "web20"),
              testing::ElementsAre("0.5 ends 0.015 gross 0.515"));
}

TEST(ClothUse, IsSharedByNet) {
  // A second place of the same cloth: .1 and .02 of .12; .125 - .12 = .005 lies between the pieces.
  bom::Product product = makeProduct();
  bom::Use facing = product.uses.front();
  facing.placement = "facing";
  facing.net = bom::Quantity::fromMillionths(20'000, bom::Unit::Metre);
  product.uses.push_back(facing);
  EXPECT_THAT(
      linesOf(billOf(product, 1000), "ny210rs"),
      testing::UnorderedElementsAre("0.1 marker 0.004167 ends 0.009458 defects 0.001704 gross 0.115329",
                                    "0.02 marker 0.000833 ends 0.001892 defects 0.000341 gross 0.023066"));
}

TEST(ClothUse, ZonesShareARollWhereTheyHaveOneColourInEveryColorway) {
  bom::Product product = makeProduct();
  product.pieces[1].item = "ny210rs";  // the pocket, in the zone "lining"
  auto lots = bom::clothLotsOf(product);
  ASSERT_EQ(lots.size(), 2U);  // the lining has no colour of its own
  product.colorways[0].colors.push_back({"lining", "ny210rs", "#101214", "black", ""});
  product.colorways[1].colors.push_back({"lining", "ny210rs", "#101214", "black", ""});
  EXPECT_EQ(bom::clothLotsOf(product).size(), 2U);  // red and black in the second
  product.colorways[1].colors.back().srgb = "#C0202A";
  lots = bom::clothLotsOf(product);
  ASSERT_EQ(lots.size(), 1U);
  EXPECT_THAT(lots[0].zones, testing::ElementsAre("lining", "shell"));
}

TEST(ClothUse, NeedsTheBooksLosses) {
  bom::KeptMarkers kept;
  bom::PriceBook book = bookWithLosses();
  book.rates.erase("lay-remnant");
  EXPECT_EQ(bom::consumptionOf(makeProduct(), book, kept).error().message,
            "no rate 'lay-remnant' in the price book");
}

TEST(KeptMarkers, AreLaidOnce) {
  bom::KeptMarkers kept;
  const bom::PriceBook book = bookWithLosses();
  const auto first = bom::consumptionOf(makeProduct(), book, kept);
  EXPECT_EQ(kept.size(), 6U);  // two cloths for 1, 4 and 10 packs
  bom::Product product = makeProduct();
  const auto again = bom::consumptionOf(product, book, kept);
  EXPECT_EQ(kept.size(), 6U);
  EXPECT_EQ(again->front().laid.back().length_mm, first->front().laid.back().length_mm);
  product.pieces[0].cut_line[0].y -= 1;
  ASSERT_TRUE(bom::consumptionOf(product, book, kept));
  EXPECT_EQ(kept.size(), 9U);
}

}  // namespace
