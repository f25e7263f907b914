// The patterns are checked by hand: std::regex follows the locale and recurses on long input.
#include "bom/xml_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "bom/require.h"
#include "bom/xml_syntax.h"

namespace bom {

namespace {

constexpr std::size_t kMostWholeDigits =
    15;  // whole and fraction together stay within what XSD processors hold
constexpr std::size_t kMostDecimals = 9;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}

bool allOf(std::string_view text, bool (*accepts)(char)) {
  return std::all_of(text.begin(), text.end(), accepts);
}

bool isDigits(std::string_view text, std::size_t most) {
  return !text.empty() && text.size() <= most && allOf(text, isDigit);
}

/// Words separated by single blanks.
bool isToken(std::string_view text) {
  bool after_space = true;
  for (const char c : text) {
    if (isXmlSpace(c) && (c != ' ' || after_space)) return false;
    after_space = c == ' ';
  }
  return !after_space;
}

bool isPartId(std::string_view text) {
  return !text.empty() && isLower(text.front()) &&
         allOf(text, [](char c) { return isLower(c) || isDigit(c) || c == '.' || c == '-'; });
}

bool isNonNegative(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return isDigits(text, kMostWholeDigits);
  return isDigits(text.substr(0, point), kMostWholeDigits) && isDigits(text.substr(point + 1), kMostDecimals);
}

bool isDecimal(std::string_view text) {
  return isNonNegative(text.starts_with('-') ? text.substr(1) : text);
}

int numberOf(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Year, month and day of a calendar that has that day; XSD 1.0 has no year 0.
bool isDate(std::string_view text) {
  const bool shaped = text.size() == 10 && isDigits(text.substr(0, 4), 4) && text[4] == '-' &&
                      isDigits(text.substr(5, 2), 2) && text[7] == '-' && isDigits(text.substr(8, 2), 2);
  if (!shaped || numberOf(text.substr(0, 4)) == 0) return false;
  return std::chrono::year_month_day(std::chrono::year(numberOf(text.substr(0, 4))),
                                     std::chrono::month(static_cast<unsigned>(numberOf(text.substr(5, 2)))),
                                     std::chrono::day(static_cast<unsigned>(numberOf(text.substr(8, 2)))))
      .ok();
}

bool isColor(std::string_view text) {
  return text.size() == 7 && text.front() == '#' && allOf(text.substr(1), [](char c) {
           return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isXmlSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isXmlSpace(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

const std::vector<XmlValueType>& xmlValueTypes() {
  static const std::vector<XmlValueType> kTypes{
      {"Text", "xs:string", "", {}, "text"},
      {"Token", "xs:string", "\\S+( \\S+)*", {}, "text on one line without outer or double blanks"},
      {"PartId", "xs:string", "[a-z][a-z0-9.\\-]*", {}, "a part id like front-pocket.bellow-left"},
      {"Decimal", "xs:decimal", "-?[0-9]{1,15}(\\.[0-9]{1,9})?", {}, "a decimal number like -12.5"},
      {"NonNegative",
       "xs:decimal",
       "[0-9]{1,15}(\\.[0-9]{1,9})?",
       {},
       "a decimal number like 12.5, not negative"},
      {"Count", "xs:nonNegativeInteger", "[0-9]{1,15}", {}, "a whole number like 12"},
      {"Flag", "xs:boolean", "true|false", {}, "true or false"},
      {"Date", "xs:date", "[0-9]{4}-[0-9]{2}-[0-9]{2}", {}, "a date like 2026-01-31"},
      {"ColorCode", "xs:string", "#[0-9a-fA-F]{6}", {}, "a colour like #1a2b3c"},
      {"Currency", "xs:string", "[A-Z]{3}", {}, "a currency like USD"},
      {"Country", "xs:string", "[A-Z]{2}", {}, "a country like VN"},
      {"Version", "xs:string", "", {"1"}, "1: this program reads version 1"},
      {"Edition", "xs:string", "", {"factory", "internal"}, ""},
      {"SectionStatus", "xs:string", "", {"none-yet"}, ""},
      {"CostStatus", "xs:string", "", {"none-yet", "withheld"}, ""},
      {"FigureStatus", "xs:string", "", {"sourced", "estimate", "quote", "user"}, ""},
      {"ControlStage", "xs:string", "", {"IQC", "IPQC", "FQC"}, ""},
      {"TestPlace", "xs:string", "", {"laboratory", "supplier", "factory"}, ""},
      {"DefectKind", "xs:string", "", {"critical", "major", "minor"}, ""},
      {"ComplianceStatus", "xs:string", "", {"met", "document-missing", "not-met", "not-applicable"}, ""},
      {"UnitCode", "xs:string", "", {"MTR", "MTK", "C62", "SET", "GRM", "MIL", "E48", "MIN"}, ""},
      {"MeasureUnit", "xs:string", "", {"mm", "l", "g", "cm2"}, ""},
      {"RunSide", "xs:string", "", {"a", "b"}, ""},
      {"CostGroup",
       "xs:string",
       "",
       {"materials", "labour", "overhead", "tooling", "quality", "logistics", "margin"},
       ""},
      {"BillSection",
       "xs:string",
       "",
       {"shell", "lining", "mesh", "foam", "frame", "zip", "hardware", "webbing", "tape", "cord",
        "reflective", "thread", "label", "branding", "hydration", "electronics", "packaging", "finish"},
       ""},
  };
  return kTypes;
}

const XmlValueType& xmlValueType(std::string_view name) {
  for (const XmlValueType& type : xmlValueTypes()) {
    if (type.name == name) return type;
  }
  require(false, "a document rule names a value type that does not exist");
  return xmlValueTypes().front();
}

bool acceptsValue(const XmlValueType& type, std::string_view text) {
  if (!type.values.empty())
    return std::find(type.values.begin(), type.values.end(), text) != type.values.end();
  // XSD collapses blanks around everything but strings.
  if (type.base != "xs:string") text = trimmed(text);
  if (type.name == "Text") return true;
  if (type.name == "Token") return isToken(text);
  if (type.name == "PartId") return isPartId(text);
  if (type.name == "Decimal") return isDecimal(text);
  if (type.name == "NonNegative") return isNonNegative(text);
  if (type.name == "Count") return isDigits(text, kMostWholeDigits);
  if (type.name == "Flag") return text == "true" || text == "false";
  if (type.name == "Date") return isDate(text);
  if (type.name == "ColorCode") return isColor(text);
  if (type.name == "Currency") return text.size() == 3 && allOf(text, isUpper);
  require(type.name == "Country", "a value type without a check");
  return text.size() == 2 && allOf(text, isUpper);
}

}  // namespace bom
