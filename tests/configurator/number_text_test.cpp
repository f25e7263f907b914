// Numbers and dates as text: what is read, what is refused, and that a locale changes nothing.
#include "configurator/catalog/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace configurator {
namespace {

TEST(NumberText, ReadsPlainDecimals) {
  EXPECT_EQ(parseDecimal("12.5"), 12.5);
  EXPECT_EQ(parseDecimal("-0.25"), -0.25);
  EXPECT_EQ(parseDecimal("007"), 7.0);
  EXPECT_EQ(parseDecimal("999999999999999"), 999999999999999.0);
}

TEST(NumberText, RefusesEverythingElse) {
  for (const char* text : {"", "-", ".", ".5", "5.", "+5", "1e3", "nan", "inf", "0x10", " 1", "1 ", "1,5",
                           "1.2.3", "--1", "1234567890123456", "1\n"}) {
    EXPECT_FALSE(parseDecimal(text)) << '"' << text << '"';
  }
  for (const char* text : {"", "-", "1.0", "+1", " 1", "9223372036854775808"})
    EXPECT_FALSE(parseWhole(text)) << text;
}

TEST(NumberText, ReadsMinusZeroAsZero) {
  EXPECT_FALSE(std::signbit(*parseDecimal("-0.0")));
  EXPECT_EQ(formatNumber(-0.0), "0");
}

TEST(NumberText, WritesTheShortestTextThatReadsBackTheSame) {
  EXPECT_EQ(formatNumber(0.1), "0.1");
  EXPECT_EQ(formatNumber(5.5), "5.5");
  EXPECT_EQ(formatNumber(-12), "-12");
  EXPECT_EQ(formatNumber(100000000), "100000000");
  EXPECT_EQ(formatNumber(1e22), "10000000000000000000000");
  EXPECT_THROW(formatNumber(std::numeric_limits<double>::infinity()), std::logic_error);
}

TEST(NumberText, KnowsWhichDaysExist) {
  for (const char* day : {"2024-02-29", "2000-02-29", "2026-12-31", "1900-01-01", "2199-12-31"})
    EXPECT_TRUE(isDate(day)) << day;
  for (const char* day :
       {"2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-1-1", "2026-01-00",
        "1899-12-31", "2200-01-01", "10000-01-01", "2026/01/01", "2026-01", "2026", ""}) {
    EXPECT_FALSE(isDate(day)) << day;
  }
  EXPECT_TRUE(isDate("2026-01", true));
  EXPECT_TRUE(isDate("2026", true));
  EXPECT_FALSE(isDate("2026-13", true));
}

}  // namespace
}  // namespace configurator
