// Money, exactly: integer millionths of a currency unit with its ISO 4217 code. Currencies never mix
// silently.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "bom/quantity.h"
#include "bom/ratio.h"

namespace bom {

class Currency {
 public:
  constexpr Currency() = default;
  /// Three capital letters, else nothing.
  static std::optional<Currency> parse(std::string_view code);
  std::string_view code() const { return {code_.data(), 3}; }
  /// Digits after the point of the minor unit (USD 2, JPY 0, TND 3).
  int minorDigits() const;
  friend constexpr auto operator<=>(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> code_{'U', 'S', 'D'};
};

class Money {
 public:
  constexpr Money() = default;
  static constexpr Money fromMillionths(std::int64_t millionths, Currency currency) {
    return Money(millionths, currency);
  }
  constexpr std::int64_t millionths() const { return millionths_; }
  constexpr Currency currency() const { return currency_; }
  /// Rounded half away from zero to the currency's minor unit: what an order line prints.
  Money roundedToMinor() const;
  /// Rounded half away from zero to 0..6 decimals.
  Money rounded(int decimals) const;
  friend constexpr bool operator==(const Money&, const Money&) = default;

 private:
  constexpr Money(std::int64_t millionths, Currency currency)
      : millionths_(millionths), currency_(currency) {}
  std::int64_t millionths_ = 0;
  Currency currency_;
};

/// REQUIRES equal currencies; overflow throws std::logic_error; products round half away from zero to a
/// millionth.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator*(Money a, Ratio r);
Money operator*(Money a, std::int64_t n);
/// Price per unit times quantity.
Money operator*(Money unit_price, Quantity quantity);
/// Spread over n > 0 pieces.
Money operator/(Money a, std::int64_t n);
bool operator<(Money a, Money b);
/// `rate` = units of `to` for one unit of a's currency.
Money convert(Money a, Currency to, Ratio rate);

}  // namespace bom
