// Wrong tech packs: each is one change of a right one, given to our reader and to xmllint; both must refuse.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "bom/tech_pack.h"
#include "tests/bom/product_fixture.h"
#include "tests/bom/schema_files.h"

namespace {

struct Mutation {
  const char* name;
  std::string from, to;
  std::string message;  // behind FILE:LINE
  bool schema_too = true;
};

void PrintTo(const Mutation& mutation, std::ostream* out) {
  *out << mutation.name;
}

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("the document has no " + from);
  return text.substr(0, at) + to + text.substr(at + from.size());
}

std::vector<Mutation> structureMutations() {
  return {
      {"another namespace", "techpack:1", "techpack:2", "the namespace must be 'urn:rucksmith:techpack:1'"},
      {"another version", "version=\"1\" e", "version=\"2\" e",
       "attribute 'version' of 'TechPack' is '2'; it must be 1: this program reads version 1"},
      {"an unknown edition", "edition=\"factory\"", "edition=\"secret\"",
       "attribute 'edition' of 'TechPack' is 'secret'; it must be one of factory internal"},
      {"a date that is none", "issued=\"2026-03-02\"", "issued=\"2026-02-30\"",
       "attribute 'issued' of 'TechPack' is '2026-02-30'; it must be a date like 2026-01-31"},
      {"a missing attribute", " program=\"Rucksmith 0.1.0\"", "", "'TechPack' lacks attribute 'program'"},
      {"an unknown attribute", "<Header date", "<Header colour=\"red\" date",
       "'Header' has no attribute 'colour'"},
      {"an unknown element", "<StyleNumber>RX-7</StyleNumber>", "<StyleCode>RX-7</StyleCode>",
       "'StyleCode' is not allowed in 'Header'"},
      {"a section left out",
       "<Approvals status=\"none-yet\" reason=\"no sample has been made of this style\"/>", "",
       "'TechPack' lacks a 'Approvals'"},
      {"elements out of order", "<StyleNumber>RX-7</StyleNumber>",
       "<Season>x</Season><StyleNumber>RX-7</StyleNumber>", "'StyleNumber' stands too late in 'Header'"},
      {"an element twice", "<StyleNumber>RX-7</StyleNumber>",
       "<StyleNumber>RX-7</StyleNumber><StyleNumber>RX-8</StyleNumber>",
       "'Header' holds one 'StyleNumber' only"},
      {"text where none belongs", "<Choice slot=\"body\" option=\"vest-5\"/>",
       "<Choice slot=\"body\" option=\"vest-5\">x</Choice>", "'Choice' holds no text"},
      {"elements where text belongs", "<StyleNumber>RX-7</StyleNumber>",
       "<StyleNumber><Name>x</Name></StyleNumber>", "'StyleNumber' holds text, not elements"},
      {"a seam without runs", "<Run side=\"a\" length-mm=\"300\">",
       "<Purpose>x</Purpose><Run side=\"a\" length-mm=\"300\">", "'Stitching' holds one 'Purpose' only"},
  };
}

std::vector<Mutation> valueMutations() {
  return {
      {"a comma in a number", "capacity-l=\"5\"", "capacity-l=\"5,5\"",
       "attribute 'capacity-l' of 'UsageInfo' is '5,5'; it must be a decimal number like 12.5, not negative"},
      {"a number with an exponent", "capacity-l=\"5\"", "capacity-l=\"5e0\"",
       "attribute 'capacity-l' of 'UsageInfo' is '5e0'; it must be a decimal number like 12.5, not negative"},
      {"a negative length", "width-mm=\"60\"", "width-mm=\"-60\"",
       "attribute 'width-mm' of 'ArtworkPlacement' is '-60'; it must be a decimal number like 12.5, not "
       "negative"},
      {"a walk that does not say whether it fits", "ok=\"false\"", "ok=\"maybe\"",
       "attribute 'ok' of 'WalkedSeam' is 'maybe'; it must be true or false"},
      {"a figure that is no number", "value=\"500.5\"", "value=\"about 500\"",
       "attribute 'value' of 'SizeSpec' is 'about 500'; it must be a decimal number like -12.5"},
      {"a size for nobody's chest", "from-mm=\"1000\"", "from-mm=\"\"",
       "attribute 'from-mm' of 'Size' is ''; it must be a decimal number like 12.5, not negative"},
      {"a count that is none", "rows=\"2\"", "rows=\"2.5\"",
       "attribute 'rows' of 'Seam' is '2.5'; it must be a whole number like 12"},
      {"a flag that is none", "mirrored=\"false\"", "mirrored=\"no\"",
       "attribute 'mirrored' of 'Part' is 'no'; it must be true or false"},
      {"a colour that is none", "srgb=\"#101214\"", "srgb=\"black\"",
       "attribute 'srgb' of 'Color' is 'black'; it must be a colour like #1a2b3c"},
      {"a country that is none", "origin=\"VN\"", "origin=\"Vietnam\"",
       "attribute 'origin' of 'Header' is 'Vietnam'; it must be a country like VN"},
      {"a unit that is none", "unit=\"MTR\"", "unit=\"yard\"",
       "attribute 'unit' of 'Item' is 'yard'; it must be one of MTR MTK C62 SET GRM MIL E48 MIN"},
      {"a status that is none", "status=\"none-yet\"", "status=\"later\"",
       "attribute 'status' of 'Approvals' is 'later'; it must be one of none-yet"},
      {"a part id in capitals", "<Part id=\"body.front\"", "<Part id=\"Body.Front\"",
       "attribute 'id' of 'Part' is 'Body.Front'; it must be a part id like front-pocket.bellow-left"},
      {"an empty token", "slot=\"body\"", "slot=\"\"",
       "attribute 'slot' of 'Choice' is ''; it must be text on one line without outer or double blanks"},
  };
}

std::vector<Mutation> referenceMutations() {
  const std::string not_here = "', which this document does not have";
  return {
      {"a line of an unknown item", "<Line number=\"1.1\" item=\"ny210rs\"",
       "<Line number=\"1.1\" item=\"silk\"", "'Line' names item 'silk" + not_here},
      {"a tack of an unknown type", "type=\"BT42\" assembly", "type=\"BT99\" assembly",
       "'Tack' names stitch type 'BT99" + not_here},
      {"a piece of an unknown assembly", "code=\"F1\" assembly=\"body\"", "code=\"F1\" assembly=\"lid\"",
       "'Piece' names assembly 'lid" + not_here},
      {"a piece of an unknown zone", "zone=\"shell\" item=\"ny210rs\" layer",
       "zone=\"hood\" item=\"ny210rs\" layer", "'Piece' names zone 'hood" + not_here},
      {"a run along an unknown edge", "edge=\"bottom\"", "edge=\"brim\"",
       "'RunPart' names edge 'P1 brim" + not_here},
      {"a run on an unknown piece", "piece=\"F1\" edge=\"pocket\"", "piece=\"F9\" edge=\"pocket\"",
       "'RunPart' names edge 'F9 pocket" + not_here},
      {"a seam of an unknown class", "seam-class=\"1.01.01\"", "seam-class=\"9\"",
       "'Seam' names seam class '9" + not_here},
      {"a seam of an unknown stitch", "stitch=\"301\" seam", "stitch=\"999\" seam",
       "'Seam' names stitch type '999" + not_here},
      {"a seam with an unknown thread", "thread=\"thr70\"", "thread=\"wool\"",
       "'Seam' names item 'wool" + not_here},
      {"work of an unknown operation", "operation=\"C02\"", "operation=\"Z9\"",
       "'Work' names operation 'Z9" + not_here},
      {"work on an unknown part", "<WorkPart part=\"body.front\"/>", "<WorkPart part=\"lid\"/>",
       "'WorkPart' names part 'lid" + not_here},
      {"an unknown hero drawing", "drawing=\"front\"", "drawing=\"back\"",
       "'Header' names drawing 'back" + not_here},
      {"a call-out to an unknown line", "line=\"1.1\"/>", "line=\"9.9\"/>",
       "'Anchor' names line '9.9" + not_here},
      {"a grade of an unknown measure", "<GradeRule measure=\"A\"", "<GradeRule measure=\"Q\"",
       "'GradeRule' names measure 'Q" + not_here},
      {"a figure that is missing in one size",
       "<SizeSpec measure=\"A\" size=\"L\" value=\"500.5\" plus=\"10\" minus=\"10\"/>", "",
       "measure 'A' has no figure for size 'L'"},
      {"a grade rule that is missing", "<GradeRule measure=\"B\" size=\"L\" delta=\"0\"/>", "",
       "'SizeSpec' names grade rule 'B L" + not_here},
      {"a figure in an unknown size", "<SizeSpec measure=\"A\" size=\"L\"",
       "<SizeSpec measure=\"A\" size=\"XL\"", "'SizeSpec' names size 'XL" + not_here},
      {"a figure of another measure", "<SizeSpec measure=\"A\" size=\"L\"",
       "<SizeSpec measure=\"B\" size=\"L\"",
       "'SizeSpec' has measure and size 'B L', which another figure already has"},
      {"a size twice", "<Size id=\"L\"", "<Size id=\"M\"",
       "'Size' has id 'M', which another size already has"},
      {"a size that no measure knows", "<Size id=\"L\" from-mm=\"1000\" to-mm=\"1120\"/>", "",
       "'SizeSpec' names size 'L" + not_here},
      {"an unknown base size", "base-size=\"M\"", "base-size=\"S\"", "'Grade' names size 'S" + not_here},
      {"a seam that is not walked", "<WalkedSeam seam=\"seam.pocket\"", "<WalkedSeam seam=\"seam.lid\"",
       "'Seam' names walked seam 'seam.pocket" + not_here},
      {"a walk of no seam", "<WalkedSeam seam=\"seam.pocket\"", "<WalkedSeam seam=\"body.front\"",
       "'WalkedSeam' names seam 'body.front" + not_here},
      {"a picture in an unknown colorway", "colorway=\"BLK\"", "colorway=\"GRN\"",
       "'Asset' names colorway 'GRN" + not_here},
      {"two items with one id", "<Item id=\"pbag\"", "<Item id=\"lblm\"",
       "'Item' has id 'lblm', which another item already has"},
      {"two parts with one id", "<Part id=\"pocket.right\"", "<Part id=\"pocket.left\"",
       "'Part' has id 'pocket.left', which another part already has"},
      {"a seam and a piece with one id", "<Seam id=\"seam.pocket\"", "<Seam id=\"body.front\"",
       "'Seam' has id 'body.front', which another part already has"},
      {"two edges with one name", "piece=\"F1\" name=\"right\"", "piece=\"F1\" name=\"bottom\"",
       "'Edge' has piece and name 'F1 bottom', which another edge already has"},
      {"two lines with one number", "<Line number=\"1.2\"", "<Line number=\"1.1\"",
       "'Line' has number '1.1', which another line already has"},
      {"two work steps with one id", "<Work id=\"w2\"", "<Work id=\"w1\"",
       "'Work' has id 'w1', which another work step already has"},
  };
}

std::vector<Mutation> syntaxMutations() {
  return {
      {"an end tag that is missing", "</StyleNumber>", "",
       "not well-formed XML (XML_ERROR_MISMATCHED_ELEMENT)"},
      {"a second root", "</TechPack>", "</TechPack><TechPack/>",
       "a document has one root element and nothing beside it"},
      {"text behind the root", "</TechPack>", "</TechPack>more",
       "not well-formed XML (XML_ERROR_PARSING_TEXT)"},
      {"a bare ampersand", "RX-7</StyleNumber>", "R & D</StyleNumber>", "'&' must be written &amp;"},
      {"an unknown entity", "RX-7</StyleNumber>", "&nbsp;</StyleNumber>", "'&nbsp;' is not a character"},
      {"a control character", "RX-7</StyleNumber>", "\x01</StyleNumber>",
       "a byte that is not UTF-8 text, or a control character"},
      {"a reference to a control character", "RX-7</StyleNumber>", "&#1;</StyleNumber>",
       "'&#1;' is not a character"},
      {"a zero reference", "RX-7</StyleNumber>", "&#0;</StyleNumber>", "'&#0;' is not a character"},
      {"broken UTF-8", "RX-7</StyleNumber>", "\xC3(</StyleNumber>",
       "a byte that is not UTF-8 text, or a control character"},
      {"overlong UTF-8", "RX-7</StyleNumber>", "\xC0\xAF</StyleNumber>",
       "a byte that is not UTF-8 text, or a control character"},
      {"a surrogate", "RX-7</StyleNumber>", "\xED\xA0\x80</StyleNumber>",
       "a byte that is not UTF-8 text, or a control character"},
      {"'<' in an attribute", "slot=\"body\"", "slot=\"<\"", "'<' inside an attribute: write &lt;"},
      {"an attribute twice", "slot=\"body\"", "slot=\"body\" slot=\"body\"",
       "attribute 'slot' is there twice"},
      {"attributes without a blank", "slot=\"body\" option", "slot=\"body\"option",
       "a tag is not closed with '>'"},
      {"an attribute without quotes", "slot=\"body\"", "slot=body", "an attribute's value must be quoted"},
      {"the end of CDATA in text", "RX-7</StyleNumber>", "]]></StyleNumber>", "']]>' in text: write ]]&gt;"},
      {"a declaration of another encoding", "encoding=\"UTF-8\"", "encoding=\"nonsense\"",
       "the declaration must be <?xml version=\"1.0\" encoding=\"UTF-8\"?>"},
      {"a comment, which would be lost", "<Header", "<!-- note --><Header",
       "comments, CDATA sections and document types are not allowed here", false},
      {"an instruction, which would be lost", "<Header", "<?print now?><Header",
       "processing instructions are not allowed here", false},
      {"a document type", "<TechPack", "<!DOCTYPE TechPack [<!ENTITY a \"b\">]><TechPack",
       "comments, CDATA sections and document types are not allowed here", false},
      {"a price in the factory edition", "status=\"estimate\">", "status=\"estimate\" unit-price=\"2.2\">",
       "'Line' has unit-price in the factory edition", false},
      {"a cost sheet in the factory edition",
       "<CostSheet status=\"withheld\" reason=\"the factory edition carries no prices\"/>",
       "<CostSheet currency=\"USD\"/>", "the cost sheet is not withheld in the factory edition", false},
  };
}

class RefusedTechPack : public testing::TestWithParam<Mutation> {};

TEST_P(RefusedTechPack, IsRefusedByReaderAndSchema) {
  const Mutation& mutation = GetParam();
  const std::string right = bom::writeTechPackXml(makeTechPack(bom::Edition::Factory));
  const std::string wrong = replaced(right, mutation.from, mutation.to);
  const auto result = bom::rewriteTechPackXml(wrong, "wrong.xml");
  ASSERT_FALSE(result) << "the reader takes " << mutation.name;
  // FILE:LINE: message, perhaps among others.
  bool found = false;
  std::string rest = result.error().message + "\n";
  for (std::size_t end = rest.find('\n'); end != std::string::npos; end = rest.find('\n')) {
    const std::string line = rest.substr(0, end);
    rest.erase(0, end + 1);
    EXPECT_TRUE(line.starts_with("wrong.xml:")) << line;
    found = found || line.substr(line.find(": ") + 2) == mutation.message;
  }
  EXPECT_TRUE(found) << result.error().message;
  if (!mutation.schema_too) return;
  if (!hasXmllint()) GTEST_SKIP() << "no xmllint here";
  EXPECT_FALSE(xmllintAccepts(wrong)) << "the schema takes " << mutation.name;
}

std::string testName(const testing::TestParamInfo<Mutation>& parameter) {
  std::string name;
  for (const char c : std::string(parameter.param.name)) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      name += c;
    } else if (c == ' ') {
      name += '_';
    }
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Structure, RefusedTechPack, testing::ValuesIn(structureMutations()), testName);
INSTANTIATE_TEST_SUITE_P(Values, RefusedTechPack, testing::ValuesIn(valueMutations()), testName);
INSTANTIATE_TEST_SUITE_P(References, RefusedTechPack, testing::ValuesIn(referenceMutations()), testName);
INSTANTIATE_TEST_SUITE_P(Syntax, RefusedTechPack, testing::ValuesIn(syntaxMutations()), testName);

TEST(TechPackReader, NamesTheLineAndReportsAllContentErrorsAtOnce) {
  std::string wrong = bom::writeTechPackXml(makeTechPack(bom::Edition::Factory));
  wrong = replaced(wrong, "slot=\"body\"", "slat=\"body\"");
  wrong = replaced(wrong, "line=\"1.1\"/>", "line=\"9.9\"/>");
  const auto lineOf = [&](const std::string& text) {
    return std::to_string(
        1 + std::count(wrong.begin(), wrong.begin() + static_cast<std::ptrdiff_t>(wrong.find(text)), '\n'));
  };
  const auto result = bom::rewriteTechPackXml(wrong, "a/b.xml");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "a/b.xml:" + lineOf("slat=") + ": 'Choice' has no attribute 'slat'\n" +
                                        "a/b.xml:" + lineOf("slat=") + ": 'Choice' lacks attribute 'slot'\n" +
                                        "a/b.xml:" + lineOf("line=\"9.9\"") +
                                        ": 'Anchor' names line '9.9', which this document does not have");
}

TEST(TechPackReader, NormalisesOtherIndentationToItsOwn) {
  const std::string right = bom::writeTechPackXml(makeTechPack(bom::Edition::Factory));
  std::string loose;
  for (const char c : right) loose += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto result = bom::rewriteTechPackXml(loose, "loose.xml");
  ASSERT_TRUE(result) << result.error().message;
  EXPECT_EQ(*result, right);
}

std::string techPackWith(const std::string& from, const std::string& to) {
  return replaced(bom::writeTechPackXml(makeTechPack(bom::Edition::Factory)), from, to);
}

TEST(TechPackReader, ReadsBlanksInAttributesAsXmlDoes) {
  const std::string right = bom::writeTechPackXml(makeTechPack(bom::Edition::Factory));
  // What stands there as a tab or a line end is a blank; what is written as a reference stays what it is.
  const auto plain =
      bom::rewriteTechPackXml(techPackWith("option=\"vest-5\"", "option=\"vest\n5\""), "x.xml");
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(*plain, replaced(right, "option=\"vest-5\"", "option=\"vest 5\""));
  const std::string tabbed = techPackWith("target-quantity=\"1000\"", "target-quantity=\"&#9;1000&#xA;\"");
  if (hasXmllint()) {
    EXPECT_TRUE(xmllintAccepts(tabbed));
  }
  const auto kept = bom::rewriteTechPackXml(tabbed, "x.xml");
  ASSERT_TRUE(kept) << kept.error().message;
  EXPECT_EQ(*kept, replaced(right, "target-quantity=\"1000\"", "target-quantity=\"&#9;1000&#10;\""));
  EXPECT_EQ(*bom::rewriteTechPackXml(*kept, "x.xml"), *kept);
}

TEST(TechPackReader, RefusesTextOfBlanksOnly) {
  const std::string wrong = techPackWith("RX-7</StyleNumber>", "&#32;&#10;</StyleNumber>");
  const auto line =
      1 + std::count(wrong.begin(), wrong.begin() + static_cast<std::ptrdiff_t>(wrong.find("&#32;")), '\n');
  const auto result = bom::rewriteTechPackXml(wrong, "x.xml");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().message, "x.xml:" + std::to_string(line) +
                                        ": the text of 'StyleNumber' is blanks only, which the next reader "
                                        "would lose");
}

TEST(TechPackReader, RefusesWhatIsNoDocument) {
  for (const char* text : {"", " ", "<", "techpack", "<TechPack", "{}"}) {
    EXPECT_FALSE(bom::rewriteTechPackXml(text, "x.xml")) << text;
  }
  // A cut at any byte is never taken for a whole document, and never crashes.
  const std::string right = bom::writeTechPackXml(makeTechPack(bom::Edition::Factory));
  for (std::size_t length = 0; length + 2 < right.size(); length += 97) {
    EXPECT_FALSE(bom::rewriteTechPackXml(std::string_view(right).substr(0, length), "x.xml")) << length;
  }
}

}  // namespace
