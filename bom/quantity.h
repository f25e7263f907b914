// An amount of something, exactly: integer millionths of its unit. Units never mix.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "bom/ratio.h"

namespace bom {

/// Units of measure with their UN/ECE Recommendation 20 codes (unitCode).
enum class Unit { Metre, SquareMetre, Piece, Set, Gram, ThousandStitches, Position, Minute };

std::string_view unitCode(Unit unit);  ///< "MTR" "MTK" "C62" "SET" "GRM" "MIL" "E48" "MIN"
std::string_view unitSymbol(
    Unit unit);  ///< "m" "m2" "pc" "set" "g" "k" "pos" "min": what the catalog and JSON write
std::optional<Unit> parseUnit(std::string_view symbol);

class Quantity {
 public:
  constexpr Quantity() = default;
  static constexpr Quantity fromMillionths(std::int64_t millionths, Unit unit) {
    return Quantity(millionths, unit);
  }
  /// Rounds half away from zero, once. Throws std::logic_error when not finite or too large.
  static Quantity fromDouble(double value, Unit unit);

  constexpr std::int64_t millionths() const { return millionths_; }
  constexpr Unit unit() const { return unit_; }
  double toDouble() const { return static_cast<double>(millionths_) / 1e6; }
  friend constexpr bool operator==(const Quantity&, const Quantity&) = default;

 private:
  constexpr Quantity(std::int64_t millionths, Unit unit) : millionths_(millionths), unit_(unit) {}
  std::int64_t millionths_ = 0;
  Unit unit_ = Unit::Piece;
};

/// REQUIRES equal units; overflow throws std::logic_error; products round half away from zero to a millionth.
Quantity operator+(Quantity a, Quantity b);
Quantity operator-(Quantity a, Quantity b);
Quantity operator*(Quantity a, Ratio r);
Quantity operator*(Quantity a, std::int64_t n);
/// REQUIRES a positive divisor.
Quantity operator/(Quantity a, Ratio r);
Quantity operator/(Quantity a, std::int64_t n);
bool operator<(Quantity a, Quantity b);

}  // namespace bom
