// Least lots by item and colour, worked by hand. The fixture takes 0.114 m of ny210rs per piece
// (bill_test.cpp) at 2.2 USD, in black for 300 and in red for 100 pieces of 400.
#include "bom/minimum_order.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/estimate.h"
#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::Unit;
using testing::HasSubstr;

bom::PriceBook bookWithColors() {
  bom::PriceBook book = makePriceBook();
  const auto add = [&](const char* id, const char* unit, std::int64_t low, std::int64_t typical) {
    book.rates[id] = {id, "", unit, low * 1'000'000, typical * 1'000'000, typical * 1'000'000, {}};
  };
  add("below-moq-surcharge-dye", "USD per colour lot", 120, 250);
  add("least-lot-cloth", "m", 30, 50);
  book.colors.tolerance = 8;
  book.colors.dyed = {{bom::BillSection::Shell, "cloth", "least-lot-cloth"}};
  book.colors.stock = {{"Black", "#121416", {"cloth"}}, {"Green", "#00ff00", {"cloth"}}};
  book.items["ny210rs"].moq_dyed = amount(1000, Unit::Metre);
  return book;
}

bom::Product productInTwoColors() {
  bom::Product product = makeProduct();
  product.colorways[0].pieces = 300;
  product.colorways[1].pieces = 100;
  return product;
}

bom::EstimateAtQuantity estimated(const bom::Product& product, const bom::PriceBook& book,
                                  std::int64_t quantity, const bom::OrderTerms& terms = {}) {
  bom::EstimateInput input;
  input.quantities = {quantity};
  input.terms = terms;
  auto estimate = bom::makeEstimate(product, book, input);
  if (!estimate) throw std::runtime_error(estimate.error().message);
  return estimate->breaks.front();
}

/// "0.8750 the basis" of the line whose name holds the text; empty without one.
std::string lineOf(const std::vector<bom::EstimateLine>& lines, const std::string& text) {
  for (const bom::EstimateLine& line : lines) {
    if (line.name.find(text) != std::string::npos) return bom::formatUnitMoney(line.unit) + " " + line.basis;
  }
  return "";
}

TEST(Spread, LargestRemainderGivesWhatIsLeft) {
  // 10 over 1, 1, 1: 3.33 each, the first has the rest; 7 over 3, 2, 2: 3, 2, 2.
  EXPECT_EQ(bom::spreadByWeight(10, {1, 1, 1}), (std::vector<std::int64_t>{4, 3, 3}));
  EXPECT_EQ(bom::spreadByWeight(7, {3, 2, 2}), (std::vector<std::int64_t>{3, 2, 2}));
  // 100 over 24, 53, 23 of 100 ordered as 70, 160, 70 of 300: 23.33, 53.33, 23.33.
  EXPECT_EQ(bom::spreadByWeight(100, {70, 160, 70}), (std::vector<std::int64_t>{24, 53, 23}));
  EXPECT_EQ(bom::spreadByWeight(0, {1, 0}), (std::vector<std::int64_t>{0, 0}));
}

TEST(MinimumOrder, AColorOfItsOwnPaysASmallLot) {
  // Red, 100 pieces of 400: 11.4 m. 250 + (50 - 11.4) x 2.2 x 1.3 = 250 + 110.396 = 360.396 against
  // (1000 - 11.4) x 2.86 = 2827.396; 360.396 / 400 = 0.90099. Black is near the mill's, 34.2 m of 50.
  const auto at = estimated(productInTwoColors(), bookWithColors(), 400);
  EXPECT_THAT(lineOf(at.lines, "minimum of"),
              HasSubstr("0.9010 the order needs 11.4 m, made in a colour from "
                        "1000.0 m: a small lot costs 250.00 USD more, 38.6 m "
                        "of the least lot of 50.0 m are left over; the "
                        "nearest stock colour, "));
  EXPECT_THAT(lineOf(at.lines, "item ny210rs, #C0202A"), HasSubstr("0.9010")) << "named by its colour";
}

TEST(MinimumOrder, ASmallRestIsBoughtInsteadOfASurcharge) {
  // 40,000 pieces: 10,000 red need 1140 m, more than 1000: nothing. At 35,000: 8750 x 0.114 = 997.5 m, the
  // rest of 2.5 m x 2.2 = 5.5 is less than 250.
  const auto book = bookWithColors();
  EXPECT_EQ(lineOf(estimated(productInTwoColors(), book, 40'000).lines, "minimum of"), "");
  EXPECT_THAT(lineOf(estimated(productInTwoColors(), book, 35'000).lines, "minimum of"),
              HasSubstr("0.0002 the order needs 997.5 m"));
}

TEST(MinimumOrder, AStockColorsRestIsPaidWhereTheSupplierSaysSo) {
  bom::PriceBook book = bookWithColors();
  bom::Product product = productInTwoColors();
  product.colorways.pop_back();
  EXPECT_EQ(lineOf(estimated(product, book, 400).lines, "minimum of"), "") << "the factory keeps the rest";
  // 45.6 m of 50: 4.4 m x 2.86 / 400 = 0.03146.
  book.items["ny210rs"].moq_provenance.status = bom::FigureStatus::Quote;
  EXPECT_THAT(lineOf(estimated(product, book, 400).lines, "minimum of"),
              HasSubstr("0.0315 the order needs 45.6 m of at least 50.0 m; the rest is paid"));
}

TEST(MinimumOrder, LaboratoriesArePaidForWhatIsMadeForTheOrder) {
  // Red cloth is made for the order, and the main cloth, too: one pair; black cloth and the lining come with
  // their makers' reports. 400 / 1000.
  const auto at = estimated(productInTwoColors(), bookWithColors(), 1000);
  EXPECT_THAT(
      lineOf(at.lines, "rate lab-test"),
      HasSubstr("0.4000 1 material-colour pair x 400.00 USD over 1000 pieces; the other 2 are goods off "
                "the shelf"));
  // Of black alone the main cloth is tested.
  bom::Product black = productInTwoColors();
  black.colorways.pop_back();
  EXPECT_THAT(lineOf(estimated(black, bookWithColors(), 1000).lines, "rate lab-test"),
              HasSubstr("0.4000 1 "));
}

TEST(OrderTerms, ToolingIsSpreadOverWhatIsAgreed) {
  // 450 / 3000 = 0.15.
  const auto at = estimated(makeProduct(), makePriceBook(), 1000, {"", false, false, 3000, ""});
  EXPECT_THAT(lineOf(at.lines, "cutting-die-set"), HasSubstr("0.1500 1 style x 450.00 USD over 3000 pieces"));
  EXPECT_EQ(bom::formatUnitMoney(at.tooling), "0.3800");  // 1140 / 3000
}

TEST(OrderTerms, AnItemsOwnMouldIsPaidOnceHoweverManyLinesHaveIt) {
  // The lining stands in one line, the thread in two: 80 / 1000 for each item, beside the product's own
  // mould.
  bom::PriceBook book = makePriceBook();
  book.items["lin210"].tooling = {"logo-mould"};
  book.items["thr70"].tooling = {"logo-mould"};
  const auto at = estimated(makeProduct(), book, 1000);
  EXPECT_THAT(lineOf(at.lines, "logo-mould"), HasSubstr("0.2400 3 tools x 80.00 USD over 1000 pieces"));
}

TEST(OrderTerms, ToolingThatTheBuyerPaysIsNoPartOfThePrice) {
  // estimate_test.cpp: cost 3.4547 - 1.1400 = 2.3147; control / 89 = 0.0260, margin x 10 / 89 = 0.2601.
  const auto at = estimated(makeProduct(), makePriceBook(), 1000, {"", false, true, 0, ""});
  EXPECT_EQ(bom::formatUnitMoney(at.tooling), "0.0000");
  EXPECT_EQ(bom::formatUnitMoney(at.assist), "1.1400");
  EXPECT_EQ(bom::formatUnitMoney(at.ex_factory), "2.6008");
  EXPECT_EQ(at.assists.size(), 5U);
}

TEST(SmallOrder, PaysASurchargeBelowWhatFactoriesTake) {
  bom::PriceBook book = makePriceBook();
  book.rates["factory-moq-style"] = {"factory-moq-style", "",          "pieces", 100'000'000,
                                     300'000'000,         500'000'000, {}};
  book.rates["small-order-surcharge"] = {
      "small-order-surcharge", "", "% of cost", 15'000'000, 25'000'000, 50'000'000, {}};
  EXPECT_EQ(lineOf(estimated(makeProduct(), book, 100).lines, "small-order"), "");
  // At the prices of 100 pieces (bill_test.cpp has those of 1000): fabrics x 1.3, trims x 1.35:
  //   .0545 + .0682 + .3260 + .0904 + .0010 + .1364 + .0382 + .2454 + .0009 = .9610, uplift .0288
  //   labour at 41.3793 %: .0151 + .0176 + .0084 + set-up 1200 / 50 x .0346 = .8304: .8715
  //   overhead 25.184167 min x .04 = 1.0074; tooling 1140 / 50 = 22.8; quality 250 / 50 + 1200 / 50 = 29
  //   in all 54.6687, a quarter of it 13.6672
  const auto at = estimated(makeProduct(), book, 50);
  EXPECT_EQ(lineOf(at.lines, "small-order"),
            "13.6672 25 % of 54.6687 USD, for 50 pieces where factories take 100");
}

TEST(NumbersOnly, AreTheSameWithoutWords) {
  const bom::Product product = productInTwoColors();
  const bom::PriceBook book = bookWithColors();
  bom::EstimateInput input;
  input.quantities = {100, 400, 5000};
  const auto costing = bom::prepareCosting(product, book, nullptr).value();
  const auto market = bom::prepareMarket(costing, input.market);
  const auto said = bom::makeEstimate(product, book, input).value();
  input.words = false;
  const auto bare = bom::makeEstimate(costing, market, input).value();
  ASSERT_EQ(bare.breaks.size(), said.breaks.size());
  for (std::size_t i = 0; i < bare.breaks.size(); ++i) {
    EXPECT_EQ(bare.breaks[i].fob, said.breaks[i].fob);
    EXPECT_EQ(bare.breaks[i].bill.materials, said.breaks[i].bill.materials);
    EXPECT_EQ(bare.breaks[i].order_total, said.breaks[i].order_total);
    ASSERT_EQ(bare.breaks[i].lines.size(), said.breaks[i].lines.size());
    for (std::size_t k = 0; k < bare.breaks[i].lines.size(); ++k) {
      EXPECT_EQ(bare.breaks[i].lines[k].unit, said.breaks[i].lines[k].unit);
      EXPECT_EQ(bare.breaks[i].lines[k].basis, "");
    }
  }
}

}  // namespace
