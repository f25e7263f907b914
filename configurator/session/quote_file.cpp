// The .quote file. A change here is a change of assets/schemas/quote.xsd, and the other way.
#include <algorithm>
#include <array>
#include <utility>

#include "bom/number_text.h"
#include "configurator/catalog/catalog_format.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/read_catalog.h"
#include "configurator/catalog/utf8.h"
#include "configurator/catalog/xml.h"
#include "configurator/catalog/xml_shape.h"
#include "configurator/design/design_format.h"
#include "configurator/session/quote.h"
#include "configurator/session/verify_folder.h"

namespace configurator {
namespace {

constexpr const char* kQuoteNamespace = "urn:rucksmith:quote:1";
constexpr int kQuoteDepth = 2;  // quote / break / line: what an error in the format silences
/// Stands for the hash while the file is hashed.
const std::string kNoHash(64, '0');

const XmlFormat& quoteFormat() {
  const auto types = [] {
    std::vector<ValueType> all = sharedValueTypes();
    const std::vector<ValueType> own{
        wordType("namespace", {kQuoteNamespace}),
        wordType("status", {"sourced", "estimate", "quote", "user"}),
        wordType("unit", {"m", "m2", "pc", "set", "g", "k", "pos", "min"}),
        wordType("incoterm", incoterms()),
        wordType("size", {"S", "M", "L", "order"}),
        wordType("kind", {"rate", "exchange", "break", "operation", "stitch", "origin", "market", "tariff",
                          "incoterm", "lane", "import-fee", "preference", "extra-duty", "vat-rule",
                          "color-tolerance", "dyed-goods", "stock-color"}),
        {"pieces", piecesWanted(), [](std::string_view text) { return parsePieces(text).has_value(); }},
        {"money", "a number like 12.5, at most 6 decimals",
         [](std::string_view text) {
           const auto value = bom::parseScaled(text, 6);
           return value && text.size() <= 17;
         }},
    };
    all.insert(all.end(), own.begin(), own.end());
    return all;
  };
  static const XmlFormat format(
      {{"quote", "xmlns:namespace version:one sha256:hash program:text name:text style?:free",
        "terms:terms design:text item*:item figure*:figure break+:break note*:text", ""},
       {"text", "", "", "text"},
       {"terms", "date:day origin:country market:country incoterm:incoterm currency:currency size:size", "",
        ""},
       {"item",
        "id:id name:free unit:unit price:amount currency:currency moq:amount moq-dyed:amount "
        "moq-status:status "
        "lead-days:pieces supplier?:free source:free date:free status:status",
        "step*:step", ""},
       {"step", "from:amount price:amount", "", ""},
       {"figure", "kind:kind id:free name?:free value:text source?:free date?:free status:status", "", ""},
       {"break", "quantity:pieces", "line+:line bill-line*:bill-line", ""},
       {"line", "group:key name:text amount:money basis?:free status?:status", "", ""},
       {"bill-line",
        "number:code item:id placement:free unit:unit net:money gross:money unit-price:money amount:money "
        "status:status",
        "", ""}},
      types());
  return format;
}

using Attributes = std::vector<std::pair<std::string, std::string>>;

/// Without the attributes that may be left out where they are empty.
XmlElement quoteElement(std::string name, const Attributes& attributes) {
  constexpr std::array<std::string_view, 7> kOptional{"style",  "supplier", "basis", "name",
                                                      "source", "date",     "status"};
  XmlElement element;
  element.name = std::move(name);
  for (const auto& [key, value] : attributes) {
    const bool optional = std::find(kOptional.begin(), kOptional.end(), key) != kOptional.end();
    if (!value.empty() || !optional) element.attributes.emplace_back(key, collapsed(value));
  }
  return element;
}

XmlElement textElement(std::string name, const std::string& text) {
  XmlElement element;
  element.name = std::move(name);
  element.text = trimmed(text);
  return element;
}

std::string amountText(std::int64_t millionths) {
  return bom::formatScaled(millionths, 6);
}

XmlElement itemElement(const bom::Item& item) {
  XmlElement element;
  element.name = "item";
  const bom::Provenance& from = item.price_provenance;
  element.attributes = {{"id", item.id},
                        {"name", item.name},
                        {"unit", std::string(bom::unitSymbol(item.unit))},
                        {"price", amountText(item.price.millionths())},
                        {"currency", std::string(item.price.currency().code())},
                        {"moq", amountText(item.moq.millionths())},
                        {"moq-dyed", amountText(item.moq_dyed.millionths())},
                        {"moq-status", std::string(bom::figureStatusName(item.moq_provenance.status))},
                        {"lead-days", std::to_string(item.lead_days)},
                        {"supplier", item.supplier},
                        {"source", from.source},
                        {"date", from.date},
                        {"status", std::string(bom::figureStatusName(from.status))}};
  for (const bom::PriceStep& step : item.price_steps)
    element.children.push_back(quoteElement("step", {{"from", amountText(step.from.millionths())},
                                                     {"price", amountText(step.price.millionths())}}));
  return element;
}

XmlElement breakElement(const QuotedBreak& at) {
  XmlElement element = quoteElement("break", {{"quantity", std::to_string(at.quantity)}});
  for (const QuotedLine& line : at.lines) {
    element.children.push_back(quoteElement("line", {{"group", line.group},
                                                     {"name", line.name},
                                                     {"amount", line.amount},
                                                     {"basis", line.basis},
                                                     {"status", line.status}}));
  }
  for (const QuotedBillLine& line : at.bill) {
    XmlElement row;
    row.name = "bill-line";
    row.attributes = {{"number", line.number},
                      {"item", line.item},
                      {"placement", line.placement},
                      {"unit", line.unit},
                      {"net", line.net},
                      {"gross", line.gross},
                      {"unit-price", line.unit_price},
                      {"amount", line.extended},
                      {"status", line.status}};
    element.children.push_back(std::move(row));
  }
  return element;
}

/// The place of the hash in a file: its first attribute of that name. npos: there is none.
std::size_t hashPlace(std::string_view bytes) {
  constexpr std::string_view kBefore = " sha256=\"";
  const std::size_t at = bytes.find(kBefore);
  return at == std::string_view::npos || bytes.size() < at + kBefore.size() + kNoHash.size()
             ? std::string_view::npos
             : at + kBefore.size();
}

std::int64_t millionthsOf(const XmlElement& element, std::string_view name) {
  return bom::parseScaled(element.attribute(name), 6).value_or(0);
}

bom::Item itemOf(const XmlElement& element) {
  bom::Item item;
  item.id = element.attribute("id");
  item.name = element.attribute("name");
  item.unit = bom::parseUnit(element.attribute("unit")).value_or(bom::Unit::Piece);
  const auto currency = bom::Currency::parse(element.attribute("currency")).value_or(bom::Currency());
  item.price = bom::Money::fromMillionths(millionthsOf(element, "price"), currency);
  item.moq = bom::Quantity::fromMillionths(millionthsOf(element, "moq"), item.unit);
  item.moq_dyed = bom::Quantity::fromMillionths(millionthsOf(element, "moq-dyed"), item.unit);
  item.moq_provenance.status =
      bom::parseFigureStatus(element.attribute("moq-status")).value_or(bom::FigureStatus::Estimate);
  item.lead_days = static_cast<int>(parseWhole(element.attribute("lead-days")).value_or(0));
  item.supplier = element.attribute("supplier");
  item.price_provenance = provenanceOf(element);
  for (const XmlElement& step : element.children)
    item.price_steps.push_back({bom::Quantity::fromMillionths(millionthsOf(step, "from"), item.unit),
                                bom::Money::fromMillionths(millionthsOf(step, "price"), currency)});
  return item;
}

QuotedBreak breakOf(const XmlElement& element) {
  QuotedBreak at;
  at.quantity = parsePieces(element.attribute("quantity")).value_or(0);
  for (const XmlElement* line : element.childrenNamed("line"))
    at.lines.push_back({line->attribute("group"), line->attribute("name"), line->attribute("amount"),
                        line->attribute("basis"), line->attribute("status")});
  for (const XmlElement* line : element.childrenNamed("bill-line"))
    at.bill.push_back({line->attribute("number"), line->attribute("item"), line->attribute("placement"),
                       line->attribute("unit"), line->attribute("net"), line->attribute("gross"),
                       line->attribute("unit-price"), line->attribute("amount"), line->attribute("status")});
  return at;
}

Quote quoteOf(const XmlElement& root) {
  Quote quote;
  quote.program = root.attribute("program");
  quote.name = root.attribute("name");
  quote.style_number = root.attribute("style");
  const XmlElement& terms = *root.child("terms");
  quote.terms = {terms.attribute("date"),     terms.attribute("origin"),   terms.attribute("market"),
                 terms.attribute("incoterm"), terms.attribute("currency"), terms.attribute("size")};
  quote.design = trimmed(root.child("design")->text) + "\n";
  for (const XmlElement* item : root.childrenNamed("item")) quote.items.push_back(itemOf(*item));
  for (const XmlElement* figure : root.childrenNamed("figure"))
    quote.figures.push_back({figure->attribute("kind"), figure->attribute("id"), figure->attribute("name"),
                             figure->attribute("value"), provenanceOf(*figure)});
  for (const XmlElement* at : root.childrenNamed("break")) quote.breaks.push_back(breakOf(*at));
  for (const XmlElement* note : root.childrenNamed("note")) quote.notes.push_back(trimmed(note->text));
  return quote;
}

}  // namespace

std::string writeQuote(const Quote& quote) {
  XmlElement root = quoteElement("quote", {{"xmlns", kQuoteNamespace},
                                           {"version", "1"},
                                           {"sha256", kNoHash},
                                           {"program", quote.program},
                                           {"name", quote.name},
                                           {"style", quote.style_number}});
  const QuoteTerms& terms = quote.terms;
  root.children.push_back(quoteElement("terms", {{"date", terms.date},
                                                 {"origin", terms.origin},
                                                 {"market", terms.market},
                                                 {"incoterm", terms.incoterm},
                                                 {"currency", terms.currency},
                                                 {"size", terms.size}}));
  root.children.push_back(textElement("design", quote.design));
  for (const bom::Item& item : quote.items) root.children.push_back(itemElement(item));
  for (const QuotedFigure& figure : quote.figures) {
    root.children.push_back(
        quoteElement("figure", {{"kind", figure.kind},
                                {"id", figure.id},
                                {"name", figure.name},
                                {"value", figure.value},
                                {"source", figure.provenance.source},
                                {"date", figure.provenance.date},
                                {"status", std::string(bom::figureStatusName(figure.provenance.status))}}));
  }
  for (const QuotedBreak& at : quote.breaks) root.children.push_back(breakElement(at));
  for (const std::string& note : quote.notes) root.children.push_back(textElement("note", note));
  std::string bytes = writeXml(root);
  return bytes.replace(hashPlace(bytes), kNoHash.size(), sha256Of(bytes));
}

Result<Quote> parseQuote(std::string_view bytes, const std::string& file_name) {
  const auto root = parseXml(bytes, file_name);
  if (!root) return tl::unexpected(root.error());
  if (root->name != "quote") {
    return failure(placeText({file_name, root->line}) + ": the root element is <" + root->name +
                   ">, not <quote>");
  }
  Problems problems;
  quoteFormat().check(*root, "quote", file_name, kQuoteDepth, problems);
  if (!problems.empty()) return failure(problems.text());
  std::string blank(bytes);
  const std::size_t at = hashPlace(blank);
  if (at == std::string::npos || blank.replace(at, kNoHash.size(), kNoHash).empty() ||
      sha256Of(blank) != root->attribute("sha256"))
    return failure(file_name + ": the quote was changed after it was issued: its SHA-256 does not fit");
  return quoteOf(*root);
}

}  // namespace configurator
