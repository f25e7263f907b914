// Every expected text is written out by hand from look.md's rules: a thin space (U+2009) before a unit, a
// sign on every difference, the real minus (U+2212).
#include "configurator/app/figure_text.h"

#include <gtest/gtest.h>

namespace configurator {
namespace {

bom::Money usd(std::int64_t millionths) {
  return bom::Money::fromMillionths(millionths, *bom::Currency::parse("USD"));
}

TEST(FigureText, MoneyHasTwoDecimalsAThinSpaceAndItsCurrency) {
  EXPECT_EQ(moneyText(usd(23'040'000)), "23.04\u2009USD");
  EXPECT_EQ(moneyText(usd(0)), "0.00\u2009USD");
  EXPECT_EQ(moneyText(usd(1'234'567'890'000)), "1234567.89\u2009USD");
}

TEST(FigureText, MoneyRoundsHalfAwayFromZero) {
  EXPECT_EQ(moneyText(usd(1'004'999)), "1.00\u2009USD");
  EXPECT_EQ(moneyText(usd(1'005'000)), "1.01\u2009USD");
}

TEST(FigureText, DifferencesOfMoneyCarryTheirSign) {
  EXPECT_EQ(moneyDelta(usd(1'200'000)), "+1.20\u2009USD");
  EXPECT_EQ(moneyDelta(usd(-350'000)), "\u22120.35\u2009USD");
}

TEST(FigureText, ADifferenceThatWouldPrintAsNothingSaysSo) {
  EXPECT_EQ(moneyDelta(usd(0)), "\u00b10");
  EXPECT_EQ(moneyDelta(usd(4'999)), "\u00b10");
  EXPECT_EQ(moneyDelta(usd(-4'999)), "\u00b10");
  EXPECT_EQ(moneyDelta(usd(5'000)), "+0.01\u2009USD");
  EXPECT_EQ(massDelta(0.49), "\u00b10");
  EXPECT_EQ(massDelta(-0.49), "\u00b10");
}

TEST(FigureText, MassIsWholeGrams) {
  EXPECT_EQ(massText(433.4), "433\u2009g");
  EXPECT_EQ(massDelta(12.3), "+12\u2009g");
  EXPECT_EQ(massDelta(-45.2), "\u221245\u2009g");
}

TEST(FigureText, LitresHaveOneDecimal) {
  EXPECT_EQ(litreText(18.44), "18.4\u2009l");
  EXPECT_EQ(litreText(18), "18.0\u2009l");
  EXPECT_EQ(litreText(11.9979), "12.0\u2009l");
}

TEST(FigureText, QuotesOpenAndClose) {
  EXPECT_EQ(withCurvedQuotes("Body \"Vest\" is for \"Zip\", \"Flap\" (now \"None\")."),
            "Body \u201cVest\u201d is for \u201cZip\u201d, \u201cFlap\u201d (now \u201cNone\u201d).");
  EXPECT_EQ(withCurvedQuotes("\"\""), "\u201c\u201d");
  EXPECT_EQ(withCurvedQuotes(""), "");
}

}  // namespace
}  // namespace configurator
