// Characters and line ends. Code points from XML 1.0, production 2.
#include "bom/xml_syntax.h"

#include <gtest/gtest.h>

namespace {

TEST(XmlSyntax, TakesCharactersThatXmlAllows) {
  for (const char* text : {"", "a\tb\nc", "\x7F", "\xC2\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBD",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
    EXPECT_TRUE(bom::isXmlText(text)) << text;
  }
}

TEST(XmlSyntax, RefusesCharactersThatXmlForbidsAndBrokenBytes) {
  for (const char* text :
       {"\r", "\x01", "\x1F", "\x80", "\xC2", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xEF\xBF\xBE",
        "\xEF\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80", "\xFF"}) {
    EXPECT_FALSE(bom::isXmlText(text)) << text;
  }
  EXPECT_FALSE(bom::isXmlText(std::string_view("a\0b", 3)));
}

TEST(XmlSyntax, BlanksInAttributesBecomeSpacesAndLaterLinesKeepTheirNumbers) {
  EXPECT_EQ(bom::withPlainAttributes("<a b='x\ty\r\nz\"' c=\"\n>\">\t\"\n\"</a>"),
            "<a b='x y z\"'\n c=\" >\"\n>\t\"\n\"</a>");
  EXPECT_EQ(bom::withPlainAttributes("<a b=\"x&#9;&#10;y\"/>"), "<a b=\"x&#9;&#10;y\"/>");
}

TEST(XmlSyntax, LineEndsBecomeUnix) {
  EXPECT_EQ(bom::withUnixLines("a\r\nb\rc\n\r\r\n"), "a\nb\nc\n\n\n");
}

}  // namespace
