// Money, quantities and ratios: every expected number is worked out by hand.
#include "bom/money.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "bom/exact.h"

namespace {

using bom::Currency;
using bom::Money;
using bom::Quantity;
using bom::Ratio;
using bom::Unit;

Money micro(std::int64_t millionths) {
  return Money::fromMillionths(millionths, Currency());
}
Currency currency(const char* code) {
  return *Currency::parse(code);
}

TEST(Money, RoundsHalfAwayFromZero) {
  // 1.0000005 is a tie at the millionth: 1_000_000 x 1.0000005 = 1_000_000.5 -> 1_000_001.
  const Ratio tie = Ratio::fromBillionths(1'000'000'500);
  EXPECT_EQ((micro(1'000'000) * tie).millionths(), 1'000'001);
  EXPECT_EQ((micro(-1'000'000) * tie).millionths(), -1'000'001);
  EXPECT_EQ((micro(1) / 3).millionths(), 0);
  EXPECT_EQ((micro(2) / 3).millionths(), 1);
  EXPECT_EQ((micro(-5) / 2).millionths(), -3);
}

TEST(Money, IsRoundedToTheMinorUnitOfItsCurrency) {
  EXPECT_EQ(Money::fromMillionths(1'005'000, currency("USD")).roundedToMinor().millionths(), 1'010'000);
  EXPECT_EQ(Money::fromMillionths(1'004'999, currency("USD")).roundedToMinor().millionths(), 1'000'000);
  EXPECT_EQ(Money::fromMillionths(1'500'000, currency("JPY")).roundedToMinor().millionths(), 2'000'000);
  EXPECT_EQ(Money::fromMillionths(1'000'500, currency("TND")).roundedToMinor().millionths(), 1'001'000);
  EXPECT_EQ(Money::fromMillionths(123'450, currency("USD")).rounded(4).millionths(), 123'500);
}

TEST(Money, KnowsTheDigitsOfCurrencies) {
  EXPECT_EQ(currency("USD").minorDigits(), 2);
  EXPECT_EQ(currency("VND").minorDigits(), 0);
  EXPECT_EQ(currency("KWD").minorDigits(), 3);
  EXPECT_FALSE(Currency::parse("usd"));
  EXPECT_FALSE(Currency::parse("US"));
  EXPECT_FALSE(Currency::parse("EURO"));
}

TEST(Money, OfTwoCurrenciesIsNeverCombined) {
  const Money euro = Money::fromMillionths(1, currency("EUR"));
  EXPECT_THROW(micro(1) + euro, std::logic_error);
  EXPECT_THROW(micro(1) - euro, std::logic_error);
  EXPECT_THROW((void)(micro(1) < euro), std::logic_error);
}

TEST(Money, OverflowThrowsInsteadOfWrapping) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  EXPECT_THROW(micro(most) + micro(1), std::logic_error);
  EXPECT_THROW(micro(most) * 2, std::logic_error);
  EXPECT_THROW(micro(most) * Ratio::fromBillionths(1'000'000'001), std::logic_error);
  EXPECT_THROW(micro(1) / 0, std::logic_error);
  // The product has 123 bits, the result fits: 9223372036854.775807 x 1 = itself.
  EXPECT_EQ((micro(most) * Ratio::one()).millionths(), most);
}

TEST(Money, PricePerUnitTimesQuantityIsExact) {
  // 0.13 USD/m x 0.515 m = 0.06695 USD.
  EXPECT_EQ((micro(130'000) * Quantity::fromMillionths(515'000, Unit::Metre)).millionths(), 66'950);
  // 100 USD at 26200 VND = 2 620 000 VND.
  EXPECT_EQ(bom::convert(micro(100'000'000), currency("VND"), Ratio::fromBillionths(26'200'000'000'000))
                .millionths(),
            2'620'000'000'000);
}

TEST(Quantity, FromADoubleRoundsOnceAndRefusesNonsense) {
  EXPECT_EQ(Quantity::fromDouble(0.1, Unit::Metre).millionths(), 100'000);
  EXPECT_EQ(Quantity::fromDouble(-1.0000006, Unit::Metre).millionths(), -1'000'001);
  EXPECT_THROW(Quantity::fromDouble(std::nan(""), Unit::Metre), std::logic_error);
  EXPECT_THROW(Quantity::fromDouble(std::numeric_limits<double>::infinity(), Unit::Metre), std::logic_error);
  EXPECT_THROW(Quantity::fromDouble(1e13, Unit::Metre), std::logic_error);
}

TEST(Quantity, OfTwoUnitsIsNeverCombined) {
  const Quantity metre = Quantity::fromMillionths(1, Unit::Metre);
  EXPECT_THROW(metre + Quantity::fromMillionths(1, Unit::Gram), std::logic_error);
  EXPECT_THROW((void)(metre < Quantity::fromMillionths(1, Unit::Piece)), std::logic_error);
}

TEST(Quantity, UnitsHaveTheirRecommendation20Codes) {
  // Codes from UN/ECE Recommendation 20, revision 17.
  EXPECT_EQ(bom::unitCode(Unit::Metre), "MTR");
  EXPECT_EQ(bom::unitCode(Unit::SquareMetre), "MTK");
  EXPECT_EQ(bom::unitCode(Unit::Piece), "C62");
  EXPECT_EQ(bom::unitCode(Unit::Gram), "GRM");
  EXPECT_EQ(bom::unitCode(Unit::Set), "SET");
  EXPECT_EQ(bom::unitCode(Unit::Minute), "MIN");
  for (const char* symbol : {"m", "m2", "pc", "set", "g", "k", "pos", "min"}) {
    ASSERT_TRUE(bom::parseUnit(symbol));
    EXPECT_EQ(bom::unitSymbol(*bom::parseUnit(symbol)), symbol);
  }
  EXPECT_FALSE(bom::parseUnit("yd"));
}

TEST(Ratio, PercentAndProductsAreExact) {
  EXPECT_EQ(Ratio::fromPercentMillionths(13'000'000).billionths(), 130'000'000);
  // 0.58 x 0.6 / 0.58 = 0.6
  const Ratio break_efficiency = Ratio::fromPercentMillionths(58'000'000);
  EXPECT_EQ((break_efficiency * Ratio::fromPercentMillionths(60'000'000) / break_efficiency).billionths(),
            600'000'000);
  // 1/3 = 0.333333333, 2/3 = 0.666666667
  EXPECT_EQ((Ratio::one() / Ratio::fromBillionths(3'000'000'000)).billionths(), 333'333'333);
  EXPECT_EQ((Ratio::fromBillionths(2'000'000'000) / Ratio::fromBillionths(3'000'000'000)).billionths(),
            666'666'667);
  EXPECT_THROW(Ratio::one() / Ratio(), std::logic_error);
}

TEST(ExactArithmetic, DividesHalfAwayFromZeroOnBothSides) {
  struct Row {
    int numerator, denominator, expected;
  };
  for (const Row& row : {Row{7, 2, 4}, Row{-7, 2, -4}, Row{5, 3, 2}, Row{4, 3, 1}, Row{-4, 3, -1},
                         Row{0, 5, 0}, Row{1, 2, 1}, Row{-1, 2, -1}, Row{49, 100, 0}, Row{50, 100, 1}}) {
    EXPECT_EQ(bom::divideRounded(row.numerator, row.denominator), row.expected)
        << row.numerator << " / " << row.denominator;
  }
}

}  // namespace
