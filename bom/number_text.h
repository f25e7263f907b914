// Numbers to text and back, exactly, without any locale. Decimal point is '.', no exponent, no grouping.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "bom/money.h"
#include "bom/quantity.h"
#include "bom/ratio.h"

namespace bom {

/// "12.5" -> 12500000 (millionths, digits = 6). Nothing for malformed text, more digits than fit, or
/// overflow.
std::optional<std::int64_t> parseScaled(std::string_view text, int digits);
/// 12500000 at digits 6 -> "12.5"; at least `min_decimals` decimals are written.
std::string formatScaled(std::int64_t value, int digits, int min_decimals = 0);
/// Rounded half away from zero to `decimals`, always that many written.
std::string formatRounded(std::int64_t value, int digits, int decimals);

/// Money with 4 decimals ("12.3400"): unit lines. Order lines use Money::roundedToMinor and its digits.
std::string formatUnitMoney(Money money);
std::string formatOrderMoney(Money money);
std::string formatQuantity(Quantity quantity);  ///< shortest exact form, no unit
std::string formatPercent(Ratio ratio);         ///< 0.135 -> "13.5"

/// A double as its shortest decimal text (std::to_chars, fixed form) after rounding to `decimals`.
std::string formatDouble(double value, int decimals);

}  // namespace bom
