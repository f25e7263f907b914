// Clean text: the byte sequences of Unicode 15, table 3-7, at their borders.
#include "configurator/catalog/utf8.h"

#include <gtest/gtest.h>

namespace configurator {
namespace {

TEST(Utf8, AcceptsCharactersOfEveryLength) {
  for (const char* text : {"", "plain\ttext\n", "\xC2\xA0", "Z\xC3\xBCrich", "\xE0\xA0\x80", "\xED\x9F\xBF",
                           "\xEE\x80\x80", "\xEF\xBF\xBD", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBD"}) {
    EXPECT_EQ(findUnclean(text), std::string_view::npos) << text;
  }
}

TEST(Utf8, FindsTheFirstByteThatIsNotClean) {
  const std::vector<std::pair<std::string, std::size_t>> rows{
      {"a\x01", 1},  // control characters
      {"ab\x7F", 2},
      {"a\rb", 1},
      {"\xC2\x85", 0},      // C1
      {"\x80", 0},          // continuation alone
      {"a\xC3", 1},         // cut short
      {"\xC0\xAF", 0},      // overlong '/'
      {"\xE0\x9F\xBF", 0},  // overlong
      {"\xED\xA0\x80", 0},  // surrogate
      {"\xEF\xBF\xBF", 0},  // U+FFFF
      {"\xF0\x8F\xBF\xBF", 0},
      {"\xF4\x90\x80\x80", 0},  // above U+10FFFF
      {"ok\xF5", 2},
      {std::string("a\0b", 3), 1},
  };
  for (const auto& [text, at] : rows) EXPECT_EQ(findUnclean(text), at) << testing::PrintToString(text);
}

TEST(Utf8, CleansLinesAndReplacesEachBadByte) {
  EXPECT_EQ(withUnixLines("a\r\nb\rc\n"), "a\nb\nc\n");
  EXPECT_EQ(cleaned("a\r\nb\x01\xFF"), "a\nb\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(trimmed(" \n a b\t\n"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
}

}  // namespace
}  // namespace configurator
