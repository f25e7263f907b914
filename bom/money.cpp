// Currencies and the arithmetic of money in millionths.
#include "bom/money.h"

#include <algorithm>
#include <array>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

// ISO 4217, column "minor unit", where it is not 2.
constexpr std::array<std::string_view, 16> kWithoutMinorUnit{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                             "KMF", "KRW", "PYG", "RWF", "UGX", "VND",
                                                             "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> kThreeDigits{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void requireSame(Money a, Money b) {
  require(a.currency() == b.currency(), "money of different currencies cannot be combined");
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  for (std::size_t i = 0; i < 3; ++i) {
    if (code[i] < 'A' || code[i] > 'Z') return std::nullopt;
    currency.code_[i] = code[i];
  }
  return currency;
}

int Currency::minorDigits() const {
  if (contains(kWithoutMinorUnit, code())) return 0;
  return contains(kThreeDigits, code()) ? 3 : 2;
}

Money Money::roundedToMinor() const {
  return rounded(currency_.minorDigits());
}

Money Money::rounded(int decimals) const {
  require(decimals >= 0 && decimals <= 6, "money is rounded to 0 to 6 decimals");
  return Money(roundToStep(millionths_, powerOfTen(6 - decimals)), currency_);
}

Money operator+(Money a, Money b) {
  requireSame(a, b);
  return Money::fromMillionths(addExact(a.millionths(), b.millionths()), a.currency());
}

Money operator-(Money a, Money b) {
  requireSame(a, b);
  return Money::fromMillionths(subtractExact(a.millionths(), b.millionths()), a.currency());
}

Money operator*(Money a, Ratio r) {
  return Money::fromMillionths(scaleRounded(a.millionths(), r.billionths(), kBillion), a.currency());
}

Money operator*(Money a, std::int64_t n) {
  return Money::fromMillionths(scaleRounded(a.millionths(), n, 1), a.currency());
}

Money operator*(Money unit_price, Quantity quantity) {
  return Money::fromMillionths(scaleRounded(unit_price.millionths(), quantity.millionths(), kMillion),
                               unit_price.currency());
}

Money operator/(Money a, std::int64_t n) {
  return Money::fromMillionths(divideRounded(a.millionths(), n), a.currency());
}

bool operator<(Money a, Money b) {
  requireSame(a, b);
  return a.millionths() < b.millionths();
}

Money convert(Money a, Currency to, Ratio rate) {
  return Money::fromMillionths(scaleRounded(a.millionths(), rate.billionths(), kBillion), to);
}

}  // namespace bom
