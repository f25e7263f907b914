// The XML reader and writer by themselves. What a whole file may hold is tested with catalogs and designs.
#include "configurator/catalog/xml.h"

#include <gtest/gtest.h>

namespace configurator {
namespace {

XmlElement parsed(const std::string& text) {
  const auto root = parseXml(text, "x.xml");
  if (!root) throw std::logic_error(root.error().message);
  return *root;
}

TEST(Xml, ReadsElementsWithTheirLines) {
  const XmlElement root =
      parsed("<?xml version=\"1.0\"?>\n<!-- c -->\n<a x='1'>\n  <b/>\n  <c\n    y=\"2\">t</c>\n</a>");
  EXPECT_EQ(root.line, 3);
  EXPECT_EQ(root.attribute("x"), "1");
  ASSERT_EQ(root.children.size(), 2U);
  EXPECT_EQ(root.children[0].line, 4);
  EXPECT_EQ(root.children[1].line, 5);
  EXPECT_EQ(root.children[1].text, "t");
  EXPECT_EQ(root.lastLine(), 5);
}

TEST(Xml, KeepsLineNumbersAfterALineBreakInAnAttribute) {
  const XmlElement root = parsed("<a x=\"1\n2\">\n<b/></a>");
  EXPECT_EQ(root.attribute("x"), "1 2");  // XML 1.0, 3.3.3
  EXPECT_EQ(root.children[0].line, 3);
}

TEST(Xml, ReadsCrLfAsLf) {
  EXPECT_EQ(parsed("<a>one\r\ntwo\rthree</a>").text, "one\ntwo\nthree");
}

TEST(Xml, ResolvesReferencesAndCharacterData) {
  EXPECT_EQ(parsed("<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x42;<![CDATA[<&]]></a>").text, "<&>\"'AB<&");
}

TEST(Xml, SaysTheFirstSyntaxErrorWithItsLine) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "x.xml:1: the file is empty"},
      {"<!-- only -->", "x.xml:1: there is no root element"},
      {"text", "x.xml:1: text stands outside the root element"},
      {"<a>\n<b>\n</a>", "x.xml:3: </a> stands where <b> of line 2 must be closed"},
      {"<a>\n", "x.xml:1: <a> is not closed"},
      {"<a></a></a>", "x.xml:1: </a> closes nothing"},
      {"<a b=\"1\"c=\"2\"/>", "x.xml:1: a space is missing before an attribute"},
      {"<a\nb/>", "x.xml:2: the attribute \"b\" has no value"},
      {"<a b=\"1/>", "x.xml:1: the value of \"b\" does not end"},
      {"< a/>", "x.xml:1: \"<\" is not followed by a name (write &lt; for the character)"},
      {"<a>1 < 2</a>", "x.xml:1: \"<\" is not followed by a name (write &lt; for the character)"},
      {"<a>]]></a>", "x.xml:1: \"]]>\" is not allowed in text"},
      {"<a><?php ?></a>", "x.xml:1: a processing instruction (<?…?>) is not allowed"},
      {"<a>&#xD800;</a>", "x.xml:1: \"&#xD800;\" is not an allowed character"},
      {"<a>&#99999999999999999999;</a>", "x.xml:1: \"&#99999999999999999999;\" is not an allowed character"},
      {"<a><!-- x", "x.xml:1: a comment does not end"},
      {"<a><![CDATA[ x", "x.xml:1: a CDATA section does not end"},
      {"<a", "x.xml:1: a tag does not end"},
      {"<?xml version=\"1.1\"?><a/>",
       "x.xml:1: the XML declaration must read <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
  };
  for (const auto& [text, message] : rows) {
    const auto root = parseXml(text, "x.xml");
    ASSERT_FALSE(root) << text;
    EXPECT_EQ(root.error().message, message);
  }
}

TEST(Xml, RefusesNestingThatWouldEatTheStack) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "<a>";
  EXPECT_EQ(parseXml(text, "x.xml").error().message, "x.xml:1: elements are nested more than 60 deep");
}

TEST(Xml, WritesWhatItReadsBackTheSame) {
  XmlElement root;
  root.name = "a";
  root.attributes = {{"x", "<&>\"'"}, {"y", "two  spaces"}};
  for (const char* text : {"", "plain", "<&>\"'", " spaces ", "\n", "two\nlines", "Z\xC3\xBCrich", "]]>"}) {
    XmlElement child;
    child.name = "b";
    child.text = text;
    root.children.push_back(child);
  }
  const std::string written = writeXml(root);
  const XmlElement again = parsed(written);
  EXPECT_EQ(again.attributes, root.attributes);
  ASSERT_EQ(again.children.size(), root.children.size());
  for (std::size_t i = 0; i < root.children.size(); ++i)
    EXPECT_EQ(again.children[i].text, root.children[i].text);
  EXPECT_EQ(writeXml(again), written);
}

TEST(Xml, WritesWellFormedTextWhateverItIsGiven) {
  XmlElement root;
  root.name = "a";
  root.attributes = {{"x", "a\nb\tc\x01"}};
  root.text = "bell\x07 and \xFF and \r\n";
  const XmlElement again = parsed(writeXml(root));
  EXPECT_EQ(again.attribute("x"), "a b c\xEF\xBF\xBD");
  EXPECT_EQ(again.text, "bell\xEF\xBF\xBD and \xEF\xBF\xBD and \n");
}

}  // namespace
}  // namespace configurator
