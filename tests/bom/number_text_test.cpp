// Texts on the right are written by hand.
#include "bom/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace {

TEST(NumberText, ParsesPlainDecimalsOnly) {
  EXPECT_EQ(bom::parseScaled("12.5", 6), 12'500'000);
  EXPECT_EQ(bom::parseScaled("-0.000001", 6), -1);
  EXPECT_EQ(bom::parseScaled("7", 0), 7);
  EXPECT_EQ(bom::parseScaled("007.10", 2), 710);
  for (const char* wrong :
       {"", "-", ".5", "5.", "+5", "1,5", "1e3", " 1", "1 ", "0x1", "1.2.3", "1.0000001", "--1", "inf"}) {
    EXPECT_FALSE(bom::parseScaled(wrong, 6)) << wrong;
  }
}

TEST(NumberText, ParsesUpToTheEdgeOf64Bits) {
  EXPECT_EQ(bom::parseScaled("9223372036854.775807", 6), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(bom::parseScaled("-9223372036854.775808", 6), std::numeric_limits<std::int64_t>::min());
  EXPECT_FALSE(bom::parseScaled("9223372036854.775808", 6));
  EXPECT_FALSE(bom::parseScaled("99999999999999999999999", 6));
}

TEST(NumberText, FormatsShortestOrWithFixedDecimals) {
  EXPECT_EQ(bom::formatScaled(12'500'000, 6), "12.5");
  EXPECT_EQ(bom::formatScaled(12'000'000, 6), "12");
  EXPECT_EQ(bom::formatScaled(12'500'000, 6, 2), "12.50");
  EXPECT_EQ(bom::formatScaled(-1, 6), "-0.000001");
  EXPECT_EQ(bom::formatScaled(std::numeric_limits<std::int64_t>::min(), 6), "-9223372036854.775808");
  EXPECT_EQ(bom::formatRounded(66'950, 6, 4), "0.0670");
  EXPECT_EQ(bom::formatRounded(-66'950, 6, 4), "-0.0670");
  EXPECT_EQ(bom::formatRounded(-49, 6, 4), "0.0000");
  EXPECT_EQ(bom::formatRounded(5, 1, 3), "0.500");
}

TEST(NumberText, ParsingWhatWasFormattedGivesTheSameNumber) {
  std::uint64_t state = 1;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    const auto value = static_cast<std::int64_t>(state) >> (i % 50);
    EXPECT_EQ(bom::parseScaled(bom::formatScaled(value, 6), 6), value);
  }
}

TEST(NumberText, FormatsMoneyQuantitiesAndPercent) {
  const auto yen = *bom::Currency::parse("JPY");
  EXPECT_EQ(bom::formatUnitMoney(bom::Money::fromMillionths(12'340'000, bom::Currency())), "12.3400");
  EXPECT_EQ(bom::formatOrderMoney(bom::Money::fromMillionths(12'345'000, bom::Currency())), "12.35");
  EXPECT_EQ(bom::formatOrderMoney(bom::Money::fromMillionths(12'500'000, yen)), "13");
  EXPECT_EQ(bom::formatQuantity(bom::Quantity::fromMillionths(40'000, bom::Unit::Metre)), "0.04");
  EXPECT_EQ(bom::formatPercent(bom::Ratio::fromBillionths(135'000'000)), "13.5");
}

TEST(NumberText, FormatsDoublesRoundedAndShort) {
  EXPECT_EQ(bom::formatDouble(12.5, 3), "12.5");
  EXPECT_EQ(bom::formatDouble(12.3456, 3), "12.346");
  EXPECT_EQ(bom::formatDouble(100, 3), "100");
  EXPECT_EQ(bom::formatDouble(-0.0001, 3), "0");
  EXPECT_EQ(bom::formatDouble(1e15, 0), "1000000000000000");
  EXPECT_THROW(bom::formatDouble(std::nan(""), 3), std::logic_error);
}

}  // namespace
