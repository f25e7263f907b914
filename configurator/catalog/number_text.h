// Numbers to text and back for catalog and design files, without any locale: "12.5", never "1e1", "nan" or
// "12,5".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace configurator {

/// Digits with an optional leading '-' and one '.' between digits; at most 15 digits. Nothing for other text.
std::optional<double> parseDecimal(std::string_view text);

/// Digits only, an optional leading '-'. Nothing for other text or overflow.
std::optional<std::int64_t> parseWhole(std::string_view text);

/// The shortest decimal text that reads back as the same number, without exponent. REQUIRES a finite value.
std::string formatNumber(double value);

/// A day that exists, written YYYY-MM-DD; with `short_forms` also YYYY-MM and YYYY. From the year 1900 on.
bool isDate(std::string_view text, bool short_forms = false);

}  // namespace configurator
