// The bill of the fixture, worked out by hand at 1000 pieces in US dollars:
//
//   number  item     net    waste          gross    price   extended          mass g
//   0.1     lblm     1      1 %   0.01     1.01     0.04    0.0404            0.5
//   0.2     pbag     1      1 %   0.01     1.01     0.05    0.0505            0 (packaging)
//   1.1     ny210rs  0.1    14 %  0.014    0.114    2.2     0.2508            19.575
//   1.2     web20    0.5    3 %   0.015    0.515    0.13    0.06695 -> 0.0670 6.5
//   1.3     thr70    hem 0.3 m x 2.8 + tack 0.35 m = 1.19; 3 % 0.0357; 1.2257 x 0.0006 = 0.00073542 ->
//   0.0007;  0.0833 1.4     scrn     1      1 %   0.01     1.01     0.1     0.1010            0 1.5.1 lin210
//   0.04   13 %  0.0052   0.0452   0.65    0.02938 -> 0.0294 5.104 1.5.2   sr20     2      1 % 0.02     2.02
//   0.09    0.1818            11 1.5.3   thr70    0.2 m x 2 rows x 2.8 = 1.12; 3 % 0.0336; 1.1536 x 0.0006 =
//   0.00069216 -> 0.0007;           0.0784 1.5     pocket   0.2119, 16.1824 g;   1 body 0.4195 + 0.2119 =
//   0.6314, 42.3407 g;   0 pack 0.7223, 42.8407 g
#include "bom/bill.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

using bom::Bill;
using bom::BillLine;
using bom::Unit;

Bill billOf(const bom::Product& product, const bom::PriceBook& book, std::int64_t quantity = 1000) {
  auto bill = bom::makeBill(product, book, {quantity, bom::Currency()});
  if (!bill) throw std::runtime_error(bill.error().message);
  return *bill;
}

const BillLine& lineAt(const Bill& bill, const std::string& number) {
  for (const BillLine& line : bill.lines) {
    if (line.number == number) return line;
  }
  throw std::runtime_error("no line " + number);
}

std::string failureOf(const bom::Product& product, const bom::PriceBook& book) {
  const auto bill = bom::makeBill(product, book, {1000, bom::Currency()});
  return bill ? "" : bill.error().message;
}

TEST(Bill, WritesTheTreeInTheOrderOfAssembliesSectionsAndItems) {
  std::vector<std::string> rows;
  for (const BillLine& line : billOf(makeProduct(), makePriceBook()).lines) {
    rows.push_back(line.number + " " + (line.is_assembly ? line.assembly : line.item) + " in " + line.parent +
                   " at " + std::to_string(line.level));
  }
  EXPECT_THAT(rows, testing::ElementsAre("0 pack in  at 0", "0.1 lblm in 0 at 1", "0.2 pbag in 0 at 1",
                                         "1 body in 0 at 1", "1.1 ny210rs in 1 at 2", "1.2 web20 in 1 at 2",
                                         "1.3 thr70 in 1 at 2", "1.4 scrn in 1 at 2", "1.5 pocket in 1 at 2",
                                         "1.5.1 lin210 in 1.5 at 3", "1.5.2 sr20 in 1.5 at 3",
                                         "1.5.3 thr70 in 1.5 at 3"));
}

TEST(Bill, AmountsFollowTheHandWorkedTable) {
  struct Row {
    const char *number, *net, *waste, *gross, *price, *extended, *mass;
  };
  const Bill bill = billOf(makeProduct(), makePriceBook());
  for (const Row& row : {Row{"0.1", "1", "0.01", "1.01", "0.0400", "0.0404", "0.5"},
                         Row{"0.2", "1", "0.01", "1.01", "0.0500", "0.0505", "0"},
                         Row{"1.1", "0.1", "0.014", "0.114", "2.2000", "0.2508", "19.575"},
                         Row{"1.2", "0.5", "0.015", "0.515", "0.1300", "0.0670", "6.5"},
                         Row{"1.3", "1.19", "0.0357", "1.2257", "0.0006", "0.0007", "0.0833"},
                         Row{"1.4", "1", "0.01", "1.01", "0.1000", "0.1010", "0"},
                         Row{"1.5.1", "0.04", "0.0052", "0.0452", "0.6500", "0.0294", "5.104"},
                         Row{"1.5.2", "2", "0.02", "2.02", "0.0900", "0.1818", "11"},
                         Row{"1.5.3", "1.12", "0.0336", "1.1536", "0.0006", "0.0007", "0.0784"}}) {
    const BillLine& line = lineAt(bill, row.number);
    EXPECT_EQ(bom::formatQuantity(line.net), row.net) << row.number;
    ASSERT_EQ(line.waste.size(), 1U) << row.number;
    EXPECT_EQ(bom::formatQuantity(line.waste.front().amount), row.waste) << row.number;
    EXPECT_EQ(bom::formatQuantity(line.gross), row.gross) << row.number;
    EXPECT_EQ(bom::formatUnitMoney(line.unit_price), row.price) << row.number;
    EXPECT_EQ(bom::formatScaled(line.extended.millionths(), 6, 4), row.extended) << row.number;
    EXPECT_EQ(bom::formatQuantity(line.mass), row.mass) << row.number;
  }
}

TEST(Bill, AssembliesAndTotalsAreSumsOfTheirLines) {
  const Bill bill = billOf(makeProduct(), makePriceBook());
  EXPECT_EQ(bom::formatScaled(lineAt(bill, "1.5").extended.millionths(), 6), "0.2119");
  EXPECT_EQ(bom::formatQuantity(lineAt(bill, "1.5").mass), "16.1824");
  EXPECT_EQ(bom::formatScaled(lineAt(bill, "1").extended.millionths(), 6), "0.6314");
  EXPECT_EQ(bom::formatQuantity(lineAt(bill, "1").mass), "42.3407");
  EXPECT_EQ(bom::formatScaled(bill.materials.millionths(), 6), "0.7223");
  EXPECT_EQ(bom::formatQuantity(bill.mass), "42.8407");
}

TEST(Bill, WasteNamesItsReason) {
  const Bill bill = billOf(makeProduct(), makePriceBook());
  EXPECT_EQ(lineAt(bill, "1.1").waste.front().reason, "cutting") << "no marker was laid";
  EXPECT_EQ(lineAt(bill, "1.2").waste.front().reason, "ends");
  EXPECT_EQ(lineAt(bill, "1.5.2").waste.front().reason, "defects");
}

TEST(Bill, EqualUsesAreOneLineWithAllParts) {
  const Bill bill = billOf(makeProduct(), makePriceBook());
  EXPECT_THAT(lineAt(bill, "1.5.1").part_ids, testing::ElementsAre("pocket.left", "pocket.right"));
  EXPECT_THAT(lineAt(bill, "1.3").part_ids, testing::ElementsAre("stitch.hem", "tack.strap"));
  EXPECT_THAT(lineAt(bill, "1.5.3").part_ids, testing::ElementsAre("seam.pocket"));
}

TEST(Bill, SmallOrdersPayTheirBreak) {
  // At 100 pieces fabric costs 1.3 times: 2.2 x 1.3 = 2.86; trims 1.35 times: 0.13 x 1.35 = 0.1755.
  const Bill bill = billOf(makeProduct(), makePriceBook(), 999);
  EXPECT_EQ(bom::formatUnitMoney(lineAt(bill, "1.1").unit_price), "2.8600");
  EXPECT_EQ(bom::formatUnitMoney(lineAt(bill, "1.2").unit_price), "0.1755");
  // 0.0006 x 1.35 = 0.00081, printed and paid as 0.0008.
  EXPECT_EQ(bom::formatScaled(lineAt(bill, "1.3").unit_price.millionths(), 6), "0.0008");
}

TEST(Bill, BreakIsTheLastOneNotAboveTheOrder) {
  const auto breaks = makePriceBook().breaks;
  EXPECT_EQ(bom::breakFor(breaks, 1).quantity, 100);
  EXPECT_EQ(bom::breakFor(breaks, 100).quantity, 100);
  EXPECT_EQ(bom::breakFor(breaks, 999).quantity, 100);
  EXPECT_EQ(bom::breakFor(breaks, 1000).quantity, 1000);
  EXPECT_EQ(bom::breakFor(breaks, 1'000'000).quantity, 1000);
  EXPECT_THROW(bom::breakFor({}, 1), std::logic_error);
}

TEST(Bill, ConvertsPricesOnceThroughTheDollar) {
  // 2.2 USD x 0.86 = 1.892 EUR; 0.13 x 0.86 = 0.1118 EUR; 0.0006 x 0.86 = 0.000516 -> 0.0005.
  const auto bill = bom::makeBill(makeProduct(), makePriceBook(), {1000, *bom::Currency::parse("EUR")});
  ASSERT_TRUE(bill);
  EXPECT_EQ(bom::formatUnitMoney(lineAt(*bill, "1.1").unit_price), "1.8920");
  EXPECT_EQ(bom::formatUnitMoney(lineAt(*bill, "1.2").unit_price), "0.1118");
  EXPECT_EQ(bom::formatUnitMoney(lineAt(*bill, "1.3").unit_price), "0.0005");
  EXPECT_EQ(bill->currency.code(), "EUR");
}

TEST(Bill, ConvertsBetweenTwoCurrenciesThatAreNotTheDollar) {
  // 86 EUR at 0.86 = 100 USD; at 26200 VND = 2 620 000 VND.
  bom::PriceBook book = makePriceBook();
  const auto dong = *bom::Currency::parse("VND");
  book.exchange["VND"] = {dong, bom::Ratio::fromBillionths(26'200'000'000'000), {}};
  book.items["sr20"].price = bom::Money::fromMillionths(86'000'000, *bom::Currency::parse("EUR"));
  const auto bill = bom::makeBill(makeProduct(), book, {1000, dong});
  ASSERT_TRUE(bill) << bill.error().message;
  EXPECT_EQ(lineAt(*bill, "1.5.2").unit_price.millionths(), 2'620'000'000'000);
}

TEST(Bill, TheWeakerOfPriceAndMassIsTheStatusOfALine) {
  bom::PriceBook book = makePriceBook();
  book.items["sr20"].price_provenance.status = bom::FigureStatus::Quote;  // its mass is sourced
  const Bill bill = billOf(makeProduct(), book);
  EXPECT_EQ(lineAt(bill, "1.5.1").status, bom::FigureStatus::Sourced);
  EXPECT_EQ(lineAt(bill, "1.5.2").status, bom::FigureStatus::Sourced);
  EXPECT_EQ(lineAt(bill, "1.1").status, bom::FigureStatus::Estimate);
}

TEST(Bill, TackWithoutAThreadOfItsOwnTakesTheOneSewnMostNearby) {
  bom::Product product = makeProduct();
  product.stitches.front().thread_item = "web20";  // the only stitching of the body: 0.84 m
  EXPECT_EQ(bom::formatQuantity(lineAt(billOf(product, makePriceBook()), "1.3").net), "1.19");
  product.stitches.clear();  // the body sews nothing; the pocket sews with thr70
  const Bill bill = billOf(product, makePriceBook());
  EXPECT_EQ(lineAt(bill, "1.3").item, "thr70");
  EXPECT_EQ(bom::formatQuantity(lineAt(bill, "1.3").net), "0.35");
}

TEST(Bill, SaysWhatIsUnknown) {
  const auto changed = [](auto change) {
    bom::Product product = makeProduct();
    bom::PriceBook book = makePriceBook();
    change(product, book);
    return failureOf(product, book);
  };
  using P = bom::Product;
  using B = bom::PriceBook;
  EXPECT_EQ(changed([](P& p, B&) { p.uses[0].item = "silk"; }),
            "no item 'silk' in the price book (front panel)");
  EXPECT_EQ(changed([](P& p, B&) { p.uses[0].assembly = "lid"; }),
            "'front panel' of item 'ny210rs' is in assembly 'lid', which the product does not have");
  EXPECT_EQ(changed([](P& p, B&) { p.uses[0].net = amount(1, Unit::Piece); }),
            "item 'ny210rs' is bought by m, but 'front panel' needs it by pc");
  EXPECT_EQ(changed([](P& p, B&) { p.seams[0].stitch = "999"; }),
            "'seam.pocket' is sewn with stitch '999', which the price book does not have");
  EXPECT_EQ(changed([](P& p, B&) { p.seams[0].thread_item = ""; }), "'seam.pocket' names no thread");
  EXPECT_EQ(changed([](P& p, B&) { p.seams[0].thread_item = "silk"; }),
            "no item 'silk' (thread of 'pocket')");
  EXPECT_EQ(changed([](P& p, B&) { p.seams.clear(), p.stitches.clear(); }),
            "tack 'tack.strap' has no thread: name one or give the product a seam");
  EXPECT_EQ(changed([](P&, B& b) { b.rates.erase("material-overbuy"); }),
            "no rate 'material-overbuy' in the price book");
  EXPECT_EQ(changed([](P&, B& b) { b.rates["material-overbuy"].unit = "USD"; }),
            "rate 'material-overbuy' must be a percentage, but its unit is 'USD'");
  EXPECT_EQ(changed([](P&, B& b) {
              b.items["sr20"].price = bom::Money::fromMillionths(1, *bom::Currency::parse("CHF"));
            }),
            "no exchange rate for CHF: add one to the price book");
  EXPECT_EQ(changed([](P&, B& b) { b.items["sr20"].break_class = "gold"; }),
            "item 'sr20' has break class 'gold'; it must be fabric or trim");
  EXPECT_EQ(changed([](P& p, B&) { p.assemblies[1].id = "pack"; }), "assembly 'pack' is there twice");
  EXPECT_EQ(changed([](P& p, B&) { p.assemblies[1].parent = "lid"; }),
            "assembly 'body' comes before its parent 'lid'");
  EXPECT_EQ(changed([](P& p, B&) { p.assemblies[1].parent = ""; }),
            "a product has exactly one assembly without a parent: the product itself");
  const auto none = bom::makeBill(makeProduct(), makePriceBook(), {0, bom::Currency()});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().message, "an order has at least one piece, not 0");
  const auto many = bom::makeBill(makeProduct(), makePriceBook(), {1'000'001, bom::Currency()});
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().message, "an order has at most 1000000 pieces, not 1000001");
}

}  // namespace
