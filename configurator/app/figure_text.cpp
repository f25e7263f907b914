#include "configurator/app/figure_text.h"

#include <cmath>

#include "bom/number_text.h"

namespace configurator {
namespace {

constexpr const char* kThin = "\u2009";
constexpr const char* kMinus = "\u2212";

std::string withUnit(const std::string& number, std::string_view unit) {
  return number + kThin + std::string(unit);
}

std::string signedText(const std::string& magnitude, bool negative) {
  return (negative ? kMinus : "+") + magnitude;
}

bom::Money magnitudeOf(bom::Money money) {
  return money.millionths() < 0 ? bom::Money::fromMillionths(-money.millionths(), money.currency()) : money;
}

}  // namespace

std::string numberText(double value, int decimals) {
  return bom::formatDouble(value, decimals);
}

std::string moneyText(bom::Money money) {
  return withUnit(bom::formatRounded(money.millionths(), 6, 2), money.currency().code());
}

std::string moneyDelta(bom::Money money) {
  if (std::abs(money.millionths()) < 5000) return "\u00b10";
  return signedText(moneyText(magnitudeOf(money)), money.millionths() < 0);
}

std::string massText(double grams) {
  return withUnit(bom::formatDouble(grams, 0), "g");
}

std::string massDelta(double grams) {
  if (std::abs(grams) < 0.5) return "\u00b10";
  return signedText(massText(std::abs(grams)), grams < 0);
}

std::string litreText(double litres) {
  return withUnit(bom::formatRounded(std::llround(litres * 10), 1, 1), "l");
}

std::string withCurvedQuotes(std::string_view text) {
  std::string curved;
  char before = ' ';
  for (const char c : text) {
    const bool opens = before == ' ' || before == '(' || before == '\n';
    if (c == '"')
      curved += opens ? "\u201c" : "\u201d";
    else
      curved += c;
    before = c;
  }
  return curved;
}

}  // namespace configurator
