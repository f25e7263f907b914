// The table of a design file's elements. A change here is a change of assets/schemas/ruck.xsd, and the other
// way.
#include "configurator/design/design_format.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/catalog_format.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

/// A colorway's code stands in file names and in keys like color.BLK.shell, so it has no dot.
bool isColorwayCode(std::string_view text) {
  const auto is_fine = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  return !text.empty() && text.size() <= 20 && text.front() != '-' &&
         std::all_of(text.begin(), text.end(), is_fine);
}

/// "branding.artwork".
bool isPartId(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
         });
}

}  // namespace

// A drive letter's colon or a backslash would mean something else on another machine.
bool isRelativePath(std::string_view text) {
  return !text.empty() && text.front() != '/' && text.front() != ' ' && text.back() != ' ' &&
         text.find_first_of(":\\\n\t\r") == std::string_view::npos;
}

namespace {

std::vector<ValueType> designValueTypes() {
  std::vector<ValueType> types = sharedValueTypes();
  const std::vector<ValueType> own{
      wordType("namespace", {kDesignNamespace}),
      wordType("by", {"user", "template", "solved"}),
      wordType("size", orderSizes()),
      wordType("incoterm", incoterms()),
      wordType("freight", freightModes()),
      wordType("tooling-by", {"buyer", "factory"}),
      wordType("unit", partUnitNames()),
      wordType("up", {"x", "y", "z"}),
      wordType("turn", {"0", "90", "180", "270"}),
      {"pieces", piecesWanted(), [](std::string_view text) { return parsePieces(text).has_value(); }},
      {"part-id", "a part's id like branding.artwork", isPartId},
      {"picture-file", "a path that begins at the design file's folder", isRelativePath},
      {"colorway-code", "a code of at most 20 letters, digits and hyphens", isColorwayCode},
  };
  types.insert(types.end(), own.begin(), own.end());
  return types;
}

std::vector<ElementShape> designShapes() {
  return {
      {"design", "xmlns:namespace version:one xmlns:xsi?:free xsi:schemaLocation?:free",
       "name:text template?:free use?:free brand?:brand choices?:choices parameters?:parameters zones?:zones "
       "parts?:parts artwork?:artwork colorways:colorways order:order revisions:revisions",
       ""},
      {"text", "", "", "text"},
      {"free", "", "", "free"},
      {"brand", "", "name?:free style?:free season?:free designer?:free description?:free", ""},
      {"choices", "", "choice*:choice", ""},
      {"choice", "slot:key option:id by?:by pinned?:yes-no", "", ""},
      {"parameters", "", "parameter*:parameter", ""},
      {"parameter", "id:key value:number by?:by pinned?:yes-no", "", ""},
      {"zones", "", "zone*:zone", ""},
      {"zone", "id:key item:id by?:by pinned?:yes-no", "", ""},
      {"parts", "", "part*:part", ""},
      {"part", "item:id file:text unit?:unit up?:up turn?:turn", "", ""},
      {"artwork", "", "picture*:picture", ""},
      {"picture", "part:part-id file:picture-file", "", ""},
      {"colorways", "", "colorway+:colorway", ""},
      {"colorway", "code:colorway-code name:text", "color*:color", ""},
      {"color", "zone:key srgb:color name?:free pantone?:free", "", ""},
      {"order",
       "date:day origin:country market:country incoterm:incoterm currency:currency freight?:freight "
       "proof-of-origin?:yes-no tooling-by?:tooling-by tooling-over?:pieces payment?:id",
       "line*:line price-list*:price-list", ""},
      {"line", "colorway:colorway-code size:size quantity:pieces", "", ""},
      {"price-list", "sha256:hash", "", "text"},
      {"revisions", "", "revision+:revision", ""},
      {"revision", "number:code date:day", "author?:free changes?:free", ""},
  };
}

}  // namespace

std::vector<std::string> partUnitNames() {
  std::vector<std::string> names;
  for (const auto& [name, mm] : partUnits()) names.push_back(name);
  return names;
}

const std::vector<std::string>& partAxes() {
  static const std::vector<std::string> kAxes{"x", "y", "z"};
  return kAxes;
}

const std::vector<std::string>& partTurns() {
  static const std::vector<std::string> kTurns{"0", "90", "180", "270"};
  return kTurns;
}

const XmlFormat& designFormat() {
  static const XmlFormat format(designShapes(), designValueTypes());
  return format;
}

const std::vector<std::string>& incoterms() {
  static const std::vector<std::string> kTerms{"EXW", "FCA", "FAS", "FOB", "CFR", "CIF",
                                               "CPT", "CIP", "DAP", "DPU", "DDP"};
  return kTerms;
}

const std::vector<std::string>& freightModes() {
  static const std::vector<std::string> kModes{"sea", "air", "express"};
  return kModes;
}

const std::vector<std::string>& orderSizes() {
  static const std::vector<std::string> kSizes{"S", "M", "L"};
  return kSizes;
}

std::string piecesWanted() {
  return "a whole number from 0 to " + std::to_string(bom::kMostPieces);
}

std::optional<std::string> objectionToTotal(const Order& order) {
  const std::int64_t total = totalQuantity(order);
  if (total <= bom::kMostPieces) return std::nullopt;
  return "the order adds up to " + std::to_string(total) + " pieces; it can have at most " +
         std::to_string(bom::kMostPieces);
}

std::optional<std::int64_t> parsePieces(std::string_view text) {
  const auto value = parseWhole(text);
  if (!value || text.front() == '-' || *value > bom::kMostPieces) return std::nullopt;
  return value;
}

std::optional<std::string> parseColor(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::string color(text);
  for (char& c : color) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  if (color.find_first_not_of("0123456789abcdef", 1) != std::string::npos) return std::nullopt;
  return color;
}

std::optional<std::string> objectionToValue(const Parameter& parameter, double value) {
  const std::string unit = parameter.unit == "pc" ? "" : " " + parameter.unit;
  const std::string head = "parameter \"" + parameter.id + "\": " + formatNumber(value);
  if (value < parameter.min || value > parameter.max) {
    return head + " is outside " + formatNumber(parameter.min) + " to " + formatNumber(parameter.max) + unit;
  }
  const auto steps = parameterSteps(parameter);
  const auto above = std::lower_bound(steps.begin(), steps.end(), value);
  if (above != steps.end() && *above == value) return std::nullopt;
  std::string near;
  if (above != steps.begin()) near = formatNumber(*(above - 1));
  if (above != steps.end()) near += (near.empty() ? "" : " and ") + formatNumber(*above);
  return head + " is not one of its steps; the nearest are " + near + unit;
}

std::vector<std::string> optionIds(const Catalog& catalog, std::string_view slot) {
  std::vector<std::string> ids;
  for (const Option* option : catalog.optionsOf(slot)) ids.push_back(option->id);
  return ids;
}

std::vector<std::string> originIds(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& [id, origin] : catalog.prices.origins) ids.push_back(id);
  return ids;
}

std::vector<std::string> boughtIds(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& [id, item] : catalog.prices.items) ids.push_back(id);
  for (const Series& series : catalog.series) ids.push_back(series.id);
  return ids;
}

std::vector<std::string> marketIds(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const auto& [id, market] : catalog.prices.markets) ids.push_back(id);
  return ids;
}

std::vector<std::string> paymentIds(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const bom::PaymentTerms& terms : catalog.prices.plan.payment_terms) ids.push_back(terms.id);
  return ids;
}

std::vector<std::string> currencyCodes(const Catalog& catalog) {
  std::vector<std::string> codes;
  for (const auto& [code, rate] : catalog.prices.exchange) codes.push_back(code);
  if (catalog.prices.exchange.count("USD") == 0) codes.push_back("USD");
  return codes;
}

std::optional<std::string> objectionToId(const std::vector<std::string>& known, const std::string& id,
                                         const std::string& what) {
  if (std::find(known.begin(), known.end(), id) != known.end()) return std::nullopt;
  return "\"" + id + "\" is no " + what + didYouMean(id, known);
}

}  // namespace configurator
