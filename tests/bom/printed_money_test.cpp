// Figures just below half of the fourth decimal: rounded to a millionth first they would be rounded up.
#include "bom/printed_money.h"

#include <gtest/gtest.h>

#include "bom/number_text.h"
#include "tests/bom/product_fixture.h"

namespace {

std::string printedText(bom::Money money) {
  return bom::formatScaled(money.millionths(), 6);
}

TEST(PrintedMoney, ProductsAreRoundedOnce) {
  // 0.0499 x 0.001002 = 0.0000499998; to a millionth 0.000050.
  EXPECT_EQ(printedText(bom::printedProduct(dollars(0.0499), amount(0.001002, bom::Unit::Metre))), "0");
  // 0.0999 x 0.05005 % = 0.00004999995
  EXPECT_EQ(printedText(bom::printedShare(dollars(0.0999), percent(0.05005))), "0");
  EXPECT_EQ(printedText(bom::printedShare(dollars(0.0999), percent(0.05006))), "0.0001");
  // 2.2 x 0.114 = 0.2508; 3.4547 x 10 / 89 = 0.388169
  EXPECT_EQ(printedText(bom::printedProduct(dollars(2.2), amount(0.114, bom::Unit::Metre))), "0.2508");
  EXPECT_EQ(printedText(bom::printedShare(dollars(3.4547), percent(10), percent(89))), "0.3882");
}

TEST(PrintedMoney, QuotientsAreRoundedOnce) {
  // 7 / 20001 = 0.00034998; 7 / 20000 is half, and goes away from zero.
  EXPECT_EQ(printedText(bom::printedPart(dollars(7), 20'001)), "0.0003");
  EXPECT_EQ(printedText(bom::printedPart(dollars(7), 20'000)), "0.0004");
  EXPECT_EQ(printedText(bom::printedPart(dollars(-7), 20'000)), "-0.0004");
  EXPECT_THROW(bom::printedPart(dollars(7), 0), std::logic_error);
}

TEST(PrintedMoney, ConversionsAreRoundedOnce) {
  const bom::PriceBook book = makePriceBook();  // 0.86 EUR per USD
  const auto spread = [&](std::int64_t over) {
    const auto money =
        bom::printedSpread(book, dollars(3.5), {percent(200), over, *bom::Currency::parse("EUR")});
    return printedText(money.value());
  };
  EXPECT_EQ(spread(17'201), "0.0003");  // 3.5 x 2 x 0.86 / 17201 = 0.00034998
  EXPECT_EQ(spread(17'200), "0.0004");  // 0.00035
  const auto unknown = bom::printedSpread(book, dollars(1), {percent(100), 1, *bom::Currency::parse("CHF")});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "no exchange rate for CHF: add one to the price book");
}

}  // namespace
