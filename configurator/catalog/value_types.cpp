// What attributes and texts of catalog and design files may hold. assets/schemas says the same in XSD
// patterns.
#include <algorithm>
#include <utility>

#include "configurator/catalog/catalog_format.h"
#include "configurator/catalog/characters.h"
#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

bool isLower(char c) {
  return c >= 'a' && c <= 'z';
}
bool isUpper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool consistsOf(std::string_view text, std::string_view extra, bool capitals) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return isLower(c) || isDigit(c) || (capitals && isUpper(c)) || extra.find(c) != std::string_view::npos;
  });
}

bool isId(std::string_view text) {
  const bool hyphens_inside = !text.empty() && text.front() != '-' && text.back() != '-';
  return hyphens_inside && text.find("--") == std::string_view::npos && consistsOf(text, "-", false);
}

bool isKey(std::string_view text) {
  return isId(text) && isLower(text.front());
}

bool isIds(std::string_view text) {
  const auto words = wordsOf(text);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](const std::string& w) { return isId(w); });
}

bool isCode(std::string_view text) {
  return consistsOf(text, ".-", true) && text.front() != '.' && text.front() != '-';
}

bool isArgument(std::string_view text) {
  return consistsOf(text, "_-", false) && isLower(text.front());
}

bool isCapitals(std::string_view text, std::size_t count) {
  return text.size() == count && std::all_of(text.begin(), text.end(), isUpper);
}

bool isCountries(std::string_view text) {
  const auto words = wordsOf(text);
  return !words.empty() &&
         std::all_of(words.begin(), words.end(), [](const std::string& w) { return isCapitals(w, 2); });
}

bool isHash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

bool isColor(std::string_view text) {
  return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) {
           return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

/// Up to 9 digits before the point and `decimals` after it: what fits an exact amount with room for products.
bool isAmount(std::string_view text, std::size_t decimals) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  if (whole.empty() || whole.size() > 9 || !std::all_of(whole.begin(), whole.end(), isDigit)) return false;
  if (point == std::string_view::npos) return true;
  const std::string_view rest = text.substr(point + 1);
  return !rest.empty() && rest.size() <= decimals && std::all_of(rest.begin(), rest.end(), isDigit);
}

bool isPositive(std::string_view text) {
  return isAmount(text, 6) && text.find_first_not_of("0.") != std::string_view::npos;
}

bool isWhole(std::string_view text, std::int64_t low, std::int64_t high) {
  const auto value = parseWhole(text);
  return value && text.front() != '-' && *value >= low && *value <= high;
}

bool isLanguage(std::string_view text) {
  const bool plain = text.size() == 2 && isLower(text[0]) && isLower(text[1]);
  return plain || (text.size() == 5 && isLower(text[0]) && isLower(text[1]) && text[2] == '-' &&
                   isUpper(text[3]) && isUpper(text[4]));
}

bool isFilled(std::string_view text) {
  return !wordsOf(text).empty();
}

}  // namespace

std::vector<ValueType> sharedValueTypes() {
  using Text = std::string_view;
  return {
      {"id", "an id (small letters, digits and single hyphens)", isId},
      {"ids", "a list of ids, separated by spaces", isIds},
      {"key", "an id that starts with a letter (small letters, digits and single hyphens)", isKey},
      {"code", "a code (letters, digits, '.' and '-')", isCode},
      {"argument", "an argument's name (small letters, digits, '_' and '-')", isArgument},
      {"country", "a country code of two capital letters", [](Text t) { return isCapitals(t, 2); }},
      {"countries", "country codes of two capital letters, separated by spaces", isCountries},
      {"currency", "a currency code of three capital letters", [](Text t) { return isCapitals(t, 3); }},
      {"language", "a language like en or pt-BR", isLanguage},
      {"hash", "a SHA-256 of 64 hexadecimal digits", isHash},
      {"color", "a colour like #30343a", isColor},
      {"number", "a number like 12.5", [](Text t) { return parseDecimal(t).has_value(); }},
      {"amount", "a number like 12.5, not negative, at most 6 decimals",
       [](Text t) { return isAmount(t, 6); }},
      {"positive", "a number like 12.5, above 0, at most 6 decimals", isPositive},
      {"factor", "a number like 1.35, not negative, at most 9 decimals",
       [](Text t) { return isAmount(t, 9); }},
      {"score", "a whole number from 0 to 5", [](Text t) { return isWhole(t, 0, 5); }},
      {"count", "a whole number from 1 to 10000000", [](Text t) { return isWhole(t, 1, 10'000'000); }},
      {"day", "a day like 2026-03-31", [](Text t) { return isDate(t); }},
      {"date", "a date like 2026-03-31, 2026-03 or 2026", [](Text t) { return isDate(t, true); }},
      {"text", "text (it is empty)", isFilled},
      {"free", "text", [](Text) { return true; }},
      wordType("yes-no", {"yes", "no"}),
      wordType("one", {"1"}),
      wordType("english", {"en"}),
  };
}

}  // namespace configurator
