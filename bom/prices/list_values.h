// Numbers and days as people write them in any country. A file is read as a whole: "1.234" alone can be one
// thousand or one and a bit, but a file that has "0.5" elsewhere has said which.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bom/prices/table.h"
#include "bom/result.h"

namespace bom {

/// Which signs stand before decimals somewhere in a file, beyond doubt.
struct NumberWriting {
  bool point = false, comma = false;
};
NumberWriting numberWritingOf(const std::vector<std::string_view>& texts);

/// The number in millionths, rounded once half away from zero; digits beyond the fifteenth are the noise of
/// binary fractions and rounded away before. Groups of thousands by blanks, apostrophes, points or commas,
/// also in the Indian way. Fails, with words that complete "price ", on what is no number, is negative, above
/// 1e9, or can be read in two ways.
Result<std::int64_t> parseListNumber(const Cell& cell, NumberWriting writing);

/// In which order 3/4/2026 is written in a file, where another day tells.
struct DayWriting {
  bool day_first = false, month_first = false;
};
DayWriting dayWritingOf(const std::vector<std::string_view>& texts);

/// YYYY-MM-DD of 2026-03-31, 2026/3/31, 31.3.2026, 31/3/2026 or 3/31/2026, from 1900 to 2199. Fails, with
/// words that complete "date ".
Result<std::string> parseListDay(const Cell& cell, DayWriting writing);

}  // namespace bom
