// Units and the arithmetic of quantities in millionths.
#include "bom/quantity.h"

#include <array>
#include <cmath>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

struct UnitRow {
  Unit unit;
  std::string_view code;    // UN/ECE Recommendation 20
  std::string_view symbol;  // what catalog and JSON write
};

constexpr std::array kUnits{
    UnitRow{Unit::Metre, "MTR", "m"},      UnitRow{Unit::SquareMetre, "MTK", "m2"},
    UnitRow{Unit::Piece, "C62", "pc"},     UnitRow{Unit::Set, "SET", "set"},
    UnitRow{Unit::Gram, "GRM", "g"},       UnitRow{Unit::ThousandStitches, "MIL", "k"},
    UnitRow{Unit::Position, "E48", "pos"}, UnitRow{Unit::Minute, "MIN", "min"},
};

const UnitRow& rowOf(Unit unit) {
  for (const UnitRow& row : kUnits) {
    if (row.unit == unit) return row;
  }
  require(false, "a unit without a name");
  return kUnits.front();
}

}  // namespace

std::string_view unitCode(Unit unit) {
  return rowOf(unit).code;
}

std::string_view unitSymbol(Unit unit) {
  return rowOf(unit).symbol;
}

std::optional<Unit> parseUnit(std::string_view symbol) {
  for (const UnitRow& row : kUnits) {
    if (row.symbol == symbol) return row.unit;
  }
  return std::nullopt;
}

Quantity Quantity::fromDouble(double value, Unit unit) {
  require(std::isfinite(value), "a quantity must be finite");
  const double millionths = std::round(value * 1e6);
  require(std::abs(millionths) < 9.2e18, "a quantity is too large");
  return Quantity(static_cast<std::int64_t>(millionths), unit);
}

Quantity operator+(Quantity a, Quantity b) {
  require(a.unit() == b.unit(), "quantities of different units cannot be added");
  return Quantity::fromMillionths(addExact(a.millionths(), b.millionths()), a.unit());
}

Quantity operator-(Quantity a, Quantity b) {
  require(a.unit() == b.unit(), "quantities of different units cannot be subtracted");
  return Quantity::fromMillionths(subtractExact(a.millionths(), b.millionths()), a.unit());
}

Quantity operator*(Quantity a, Ratio r) {
  return Quantity::fromMillionths(scaleRounded(a.millionths(), r.billionths(), kBillion), a.unit());
}

Quantity operator*(Quantity a, std::int64_t n) {
  return Quantity::fromMillionths(scaleRounded(a.millionths(), n, 1), a.unit());
}

Quantity operator/(Quantity a, Ratio r) {
  return Quantity::fromMillionths(scaleRounded(a.millionths(), kBillion, r.billionths()), a.unit());
}

Quantity operator/(Quantity a, std::int64_t n) {
  return Quantity::fromMillionths(divideRounded(a.millionths(), n), a.unit());
}

bool operator<(Quantity a, Quantity b) {
  require(a.unit() == b.unit(), "quantities of different units cannot be compared");
  return a.millionths() < b.millionths();
}

}  // namespace bom
