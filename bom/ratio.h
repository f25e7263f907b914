// A pure number held exactly: integer billionths. Percentages, factors, exchange rates, efficiencies.
#pragma once

#include <compare>
#include <cstdint>

namespace bom {

class Ratio {
 public:
  constexpr Ratio() = default;
  static constexpr Ratio fromBillionths(std::int64_t billionths) { return Ratio(billionths); }
  /// 13 percent -> 0.13, exactly. Throws std::logic_error on overflow.
  static Ratio fromPercentMillionths(std::int64_t percent_millionths);
  static constexpr Ratio one() { return Ratio(1'000'000'000); }

  constexpr std::int64_t billionths() const { return billionths_; }
  auto operator<=>(const Ratio&) const = default;

 private:
  explicit constexpr Ratio(std::int64_t billionths) : billionths_(billionths) {}
  std::int64_t billionths_ = 0;
};

/// Overflow throws std::logic_error; products are rounded half away from zero to a billionth.
Ratio operator+(Ratio a, Ratio b);
Ratio operator-(Ratio a, Ratio b);
Ratio operator*(Ratio a, Ratio b);
/// REQUIRES b > 0.
Ratio operator/(Ratio a, Ratio b);

}  // namespace bom
