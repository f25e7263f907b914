// The .quote file: the same values out as in, and one answer of reader and schema to every damage. Damage is
// done to the tree and hashed anew, so that it is the format which refuses, not the hash.
#include "configurator/session/quote.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <random>

#include "configurator/catalog/xml.h"
#include "configurator/session/figures.h"
#include "configurator/session/verify_folder.h"
#include "tests/configurator/session_fixture.h"

namespace configurator {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

Quote shortQuote() {
  FigureRequest request;
  request.quantities = {300};
  const Design design = templateDesign("lightweight");
  Quote quote = makeQuote(programWorkshop(), design, *figuresOf(programWorkshop(), design, request));
  quote.items.resize(3);
  quote.items.front().price_steps = {
      {bom::Quantity::fromMillionths(0, quote.items.front().unit), quote.items.front().price},
      {bom::Quantity::fromMillionths(1'500'000, quote.items.front().unit), quote.items.front().price}};
  quote.figures.resize(4);
  quote.breaks.front().lines.resize(4);
  quote.breaks.front().bill.resize(3);
  return quote;
}

/// The tree as a file whose hash fits.
std::string hashedAnew(XmlElement root) {
  for (auto& [name, value] : root.attributes)
    if (name == "sha256" && value.size() == 64) value = std::string(64, '0');
  std::string bytes = writeXml(root);
  const std::string before = " sha256=\"" + std::string(64, '0');
  const std::size_t at = bytes.find(before);
  if (at != std::string::npos) bytes.replace(at + 9, 64, sha256Of(bytes));
  return bytes;
}

class QuoteFile : public testing::Test {
 protected:
  bool schemaAccepts(const std::string& text) const {
    writeText(folder_.path() / "q.xml", text);
    const std::string command = "xmllint --noout --nonet --schema '" + std::string(RUCKSMITH_SOURCE_DIR) +
                                "/assets/schemas/quote.xsd' '" + (folder_.path() / "q.xml").string() +
                                "' >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
  }

  TestFolder folder_;
};

TEST_F(QuoteFile, GivesBackWhatWasWritten) {
  const std::string bytes = writeQuote(shortQuote());
  const auto quote = parseQuote(bytes, "t.quote");
  ASSERT_TRUE(quote) << quote.error().message;
  EXPECT_EQ(writeQuote(*quote), bytes);
  EXPECT_EQ(quote->terms.origin, "VN");
  EXPECT_EQ(quote->items.front().price_steps.size(), 2U);
}

TEST_F(QuoteFile, SaysWhatIsWrong) {
  const std::string good = writeQuote(shortQuote());
  const auto refusal = [](const std::string& bytes) {
    const auto quote = parseQuote(bytes, "t.quote");
    return quote ? "taken" : quote.error().message;
  };
  EXPECT_THAT(refusal("<a/>"), HasSubstr("the root element is <a>, not <quote>"));
  EXPECT_THAT(refusal(good.substr(0, good.size() / 2)), HasSubstr("t.quote:"));
  std::string other = good;
  other.replace(other.find("quantity=\"300\""), 14, "quantity=\"301\"");
  EXPECT_EQ(refusal(other), "t.quote: the quote was changed after it was issued: its SHA-256 does not fit");
  EXPECT_THAT(refusal(good + " "), HasSubstr("does not fit"));
}

TEST_F(QuoteFile, TellsOfAnotherShadeCard) {
  FigureRequest request;
  request.quantities = {300};
  const Design design = templateDesign("lightweight");
  const Quote quote = makeQuote(programWorkshop(), design, *figuresOf(programWorkshop(), design, request));
  const auto again = parseQuote(writeQuote(quote), "t.quote");
  ASSERT_TRUE(again) << again.error().message;
  const auto changesWith = [&](const Workshop& workshop) {
    std::vector<std::string> texts;
    const std::vector<QuoteChange> changes = changesSince(workshop, *again).value();
    for (const QuoteChange& change : changes)
      if (change.where == "prices") texts.push_back(change.what + " | " + change.quoted + " | " + change.now);
    return texts;
  };
  EXPECT_THAT(changesWith(programWorkshop()), testing::IsEmpty());
  Workshop other = programWorkshop();
  bom::ColorBook& colors = other.catalog.prices.colors;
  colors.tolerance = 12.5;
  for (bom::StockColor& color : colors.stock)
    if (color.name == "Navy") color = {"Navy", "#20304b", {"cloth", "zip"}};
  std::erase_if(colors.stock, [](const bom::StockColor& color) { return color.name == "Ochre"; });
  colors.stock.push_back({"Rose", "#e8a0b0", {"cloth"}});
  for (bom::DyedGoods& goods : colors.dyed)
    if (goods.goods == "zip") goods.least_lot = "least-lot-tape";
  EXPECT_THAT(
      changesWith(other),
      testing::UnorderedElementsAre(
          "color-tolerance CIE 1976 | 10 | 12.5",
          "dyed-goods zip | zip, at least least-lot-zip | zip, at least least-lot-tape",
          "stock-color Navy | #1f2f4a: cloth tape zip | #20304b: cloth zip",
          "stock-color Ochre | #c1892f: cloth | not there", "stock-color Rose | not there | #e8a0b0: cloth"));
}

/// Does one thing to one element of the tree; false where that is nothing.
bool strike(XmlElement& root, std::mt19937_64& random) {
  std::vector<XmlElement*> all;
  std::vector<std::string> values{"",    " 5", "-1",  "1.5",        "x", "0000001",
                                  "1e3", "M",  "USD", "2026-13-01", "pc"};
  const std::function<void(XmlElement&)> collect = [&](XmlElement& element) {
    all.push_back(&element);
    for (const auto& [name, value] : element.attributes) values.push_back(value);
    for (XmlElement& child : element.children) collect(child);
  };
  collect(root);
  XmlElement& element = *all[random() % all.size()];
  const std::size_t kind = random() % 5;
  if (kind < 3) {
    if (element.attributes.empty()) return false;
    const std::size_t at = random() % element.attributes.size();
    if (element.attributes[at].first == "sha256" || element.attributes[at].first == "xmlns") return false;
    if (kind == 0)
      element.attributes.erase(element.attributes.begin() + static_cast<std::ptrdiff_t>(at));
    else if (kind == 1)
      element.attributes[at].second = values[random() % values.size()];
    else
      element.attributes[at].first += "x";
    return true;
  }
  if (element.children.empty()) return false;
  const std::size_t at = random() % element.children.size();
  if (kind == 3) {
    element.children.erase(element.children.begin() + static_cast<std::ptrdiff_t>(at));
  } else {
    const XmlElement copy = element.children[at];
    element.children.insert(
        element.children.begin() + static_cast<std::ptrdiff_t>(random() % element.children.size()), copy);
  }
  return true;
}

TEST_F(QuoteFile, ReaderAndSchemaAgreeOnRandomDamage) {
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  const XmlElement right = *parseXml(writeQuote(shortQuote()), "right.quote");
  ASSERT_TRUE(schemaAccepts(hashedAnew(right)));
  ASSERT_TRUE(parseQuote(hashedAnew(right), "right.quote"));
  std::mt19937_64 random(7);
  int taken = 0, refused = 0;
  for (int i = 0; i < 400; ++i) {
    XmlElement tree = right;
    if (!strike(tree, random)) continue;
    const std::string bytes = hashedAnew(tree);
    const auto quote = parseQuote(bytes, "damaged.quote");
    ASSERT_EQ(quote.has_value(), schemaAccepts(bytes))
        << "strike " << i << ": " << (quote ? "the reader takes it" : quote.error().message) << "\n"
        << bytes;
    ++(quote ? taken : refused);
  }
  EXPECT_GT(taken, 20);
  EXPECT_GT(refused, 100);
}

}  // namespace
}  // namespace configurator
