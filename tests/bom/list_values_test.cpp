// Numbers and days as Excel writes them in the countries of our users. What each text means is stated by
// hand.
#include "bom/prices/list_values.h"

#include <gtest/gtest.h>

#include "bom/number_text.h"

namespace {

using bom::Cell;

std::string numberOf(const std::string& text, const std::vector<std::string_view>& others = {}) {
  std::vector<std::string_view> all = others;
  all.push_back(text);
  const auto value = bom::parseListNumber({Cell::Kind::Text, text}, bom::numberWritingOf(all));
  return value ? bom::formatScaled(*value, 6) : value.error().message;
}

std::string cellNumberOf(const std::string& text) {
  const auto value = bom::parseListNumber({Cell::Kind::Number, text}, {});
  return value ? bom::formatScaled(*value, 6) : value.error().message;
}

std::string dayOf(const std::string& text, const std::vector<std::string_view>& others = {}) {
  std::vector<std::string_view> all = others;
  all.push_back(text);
  const auto day = bom::parseListDay({Cell::Kind::Text, text}, bom::dayWritingOf(all));
  return day ? *day : day.error().message;
}

TEST(ListValues, NumbersOfEveryCountryThatNeedNoOther) {
  struct Row {
    const char *text, *value;
  };
  for (const Row& row : {Row{"12", "12"},
                         Row{"1234", "1234"},
                         Row{"1.5", "1.5"},
                         Row{"1,5", "1.5"},
                         Row{"0.125", "0.125"},
                         Row{"0,125", "0.125"},
                         Row{".5", "0.5"},
                         Row{"12.3456", "12.3456"},
                         Row{"1,234.5", "1234.5"},
                         Row{"1.234,5", "1234.5"},
                         Row{"1,234,567", "1234567"},
                         Row{"1.234.567", "1234567"},
                         Row{"12,34,567.50", "1234567.5"},
                         Row{"1 234,5", "1234.5"},
                         Row{"1\xC2\xA0"
                             "234,5",
                             "1234.5"},
                         Row{"1\xE2\x80\xAF"
                             "234,50",
                             "1234.5"},
                         Row{"1'234.50", "1234.5"},
                         Row{"1\xE2\x80\x99"
                             "234.567",
                             "1234.567"},
                         Row{"1 234", "1234"},
                         Row{"1234.567", "1234.567"},
                         Row{"1234,567", "1234.567"},
                         Row{"0.0000005", "0.000001"},
                         Row{"0.12345649", "0.123456"},
                         Row{"007", "7"},
                         Row{"0", "0"}})
    EXPECT_EQ(numberOf(row.text), row.value) << row.text;
}

TEST(ListValues, AThousandOrAFractionIsToldByTheFilesOtherNumbers) {
  EXPECT_EQ(numberOf("1.234", {"0.5"}), "1.234");
  EXPECT_EQ(numberOf("1.234", {"2,50"}), "1234");
  EXPECT_EQ(numberOf("1,234", {"2,50"}), "1.234");
  EXPECT_EQ(numberOf("1,234", {"1,000,000"}), "1234");
  EXPECT_EQ(numberOf("1.234", {"12", "5.678"}),
            "\"1.234\" can be 1234 or 1.234; write it without separators or with four decimals");
  EXPECT_EQ(numberOf("1,234", {"0.5", "0,5"}),
            "\"1,234\" can be 1234 or 1.234; write it without separators or with four decimals");
}

TEST(ListValues, WhatIsNoNumberIsSaid) {
  for (const char* text :
       {"abc", "12 pcs", "1.2.3", "1,2,3", "$12", "1e5", "--1", "1-2", ".", ",", "12.", "1..2", "1'23",
        "12,3456.7", "1 2345", "\xC2\xA0", "0x10", "1.234.56", "1,234.567,8"})
    EXPECT_EQ(numberOf(text), "\"" + std::string(text) + "\" is not a number; write digits alone, as 12.50");
  EXPECT_EQ(numberOf("-1.5"), "-1.5 is negative");
  EXPECT_EQ(numberOf("(1.50)"), "(1.50) is negative");
  EXPECT_EQ(numberOf("\xE2\x88\x92"
                     "2"),
            "\xE2\x88\x92"
            "2 is negative");
  EXPECT_EQ(numberOf("1000000001"), "is above 999999999");
  EXPECT_EQ(numberOf("123456789012345678901234567890"), "is above 999999999");
}

TEST(ListValues, AWorkbooksNumbersLoseTheNoiseOfBinaryFractions) {
  EXPECT_EQ(cellNumberOf("1.1000000000000001"), "1.1");
  EXPECT_EQ(cellNumberOf("0.29999999999999999"), "0.3");
  EXPECT_EQ(cellNumberOf("9.5000000000000001E-2"), "0.095");
  EXPECT_EQ(cellNumberOf("1.2E+3"), "1200");
  EXPECT_EQ(cellNumberOf("1E-20"), "0");
  EXPECT_EQ(cellNumberOf("1.3333333333333333"), "1.333333");
  EXPECT_EQ(cellNumberOf("-2"), "-2 is negative");
  EXPECT_EQ(cellNumberOf("1E+300"), "is above 999999999");
  EXPECT_EQ(cellNumberOf("1E+999"), "\"1E+999\" is not a number; write digits alone, as 12.50");
}

TEST(ListValues, DaysInEveryOrder) {
  EXPECT_EQ(dayOf("2026-03-31"), "2026-03-31");
  EXPECT_EQ(dayOf("2026/3/1"), "2026-03-01");
  EXPECT_EQ(dayOf("1.3.2026"), "2026-03-01");
  EXPECT_EQ(dayOf("31/03/2026"), "2026-03-31");
  EXPECT_EQ(dayOf("3/31/2026"), "2026-03-31");
  EXPECT_EQ(dayOf("5/5/2026"), "2026-05-05");
  EXPECT_EQ(dayOf("3/4/2026"), "\"3/4/2026\" can be 2026-04-03 or 2026-03-04; write it as 2026-03-31");
  EXPECT_EQ(dayOf("3/4/2026", {"31/1/2026"}), "2026-04-03");
  EXPECT_EQ(dayOf("3/4/2026", {"1/31/2026"}), "2026-03-04");
  for (const char* text : {"2026-02-29", "31.4.2026", "1.3.26", "March 2026", "2026-13-01", "1/2", "2026"})
    EXPECT_EQ(dayOf(text), "\"" + std::string(text) + "\" is not a day; write it as 2026-03-31");
  const auto number = bom::parseListDay({Cell::Kind::Number, "46083"}, {});
  EXPECT_EQ(number.error().message,
            "46083 is a number; give its cell a date format, or write the day as 2026-03-31");
}

}  // namespace
