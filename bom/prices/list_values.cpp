#include "bom/prices/list_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "bom/exact.h"
#include "bom/plan/calendar.h"

namespace bom {

namespace {

/// A number's text cut into its sign, its digits and the marks between them.
struct Written {
  bool negative = false;
  std::string plain;  ///< digits, '.' and ','; what can only group thousands stands as '\''
};

/// Blanks and apostrophes that group thousands: blank, no-break, narrow no-break, thin, typographic.
constexpr std::array<std::string_view, 6> kGroupMarks{" ", "\xC2\xA0",    "\xE2\x80\xAF", "\xE2\x80\x89",
                                                      "'", "\xE2\x80\x99"};
constexpr std::string_view kTrueMinus = "\xE2\x88\x92";

bool isListDigit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<Written> writtenOf(std::string_view text) {
  Written written;
  if (text.starts_with('(') && text.ends_with(')')) {
    written.negative = true;
    text = text.substr(1, text.size() - 2);
  } else if (text.starts_with('-') || text.starts_with(kTrueMinus)) {
    written.negative = true;
    text.remove_prefix(text.starts_with('-') ? 1 : kTrueMinus.size());
  }
  while (!text.empty()) {
    const auto mark = std::find_if(kGroupMarks.begin(), kGroupMarks.end(),
                                   [&](std::string_view m) { return text.starts_with(m); });
    if (mark != kGroupMarks.end()) {
      written.plain += '\'';
      text.remove_prefix(mark->size());
    } else if (isListDigit(text.front()) || text.front() == '.' || text.front() == ',') {
      written.plain += text.front();
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  const bool has_digit = std::any_of(written.plain.begin(), written.plain.end(), isListDigit);
  return has_digit ? std::optional(std::move(written)) : std::nullopt;
}

/// Digits in front, then groups of three; of two where the last has three (12,34,567 in India).
bool isGrouped(std::string_view whole, char mark) {
  std::vector<std::size_t> groups{0};
  for (const char c : whole) {
    if (c == mark)
      groups.push_back(0);
    else if (isListDigit(c))
      ++groups.back();
    else
      return false;
  }
  if (groups.size() == 1) return true;
  if (groups.front() < 1 || groups.front() > 3 || groups.back() != 3) return false;
  const auto inner = [&](std::size_t size) {
    return std::all_of(groups.begin() + 1, groups.end() - 1, [size](std::size_t g) { return g == size; });
  };
  return inner(3) || (inner(2) && groups.front() <= 2);
}

struct Reading {
  std::string whole, fraction;
};

/// As a number with this decimal sign (0: none) and this mark of groups (0: none), or nothing.
std::optional<Reading> readAs(std::string_view plain, char decimal, char group) {
  const std::size_t at = decimal == 0 ? std::string_view::npos : plain.rfind(decimal);
  const std::string_view whole = plain.substr(0, at);
  const std::string_view fraction = at == std::string_view::npos ? "" : plain.substr(at + 1);
  if (decimal != 0 && (at == std::string_view::npos || fraction.empty())) return std::nullopt;
  if (!std::all_of(fraction.begin(), fraction.end(), isListDigit)) return std::nullopt;
  if (whole.empty() && fraction.empty()) return std::nullopt;
  const bool fits = group == 0 ? std::all_of(whole.begin(), whole.end(), isListDigit)
                               : !whole.empty() && isGrouped(whole, group);
  if (!fits) return std::nullopt;
  const bool has_group = group != 0 && whole.find(group) != std::string_view::npos;
  if (group != 0 && !has_group) return std::nullopt;
  Reading reading{"", std::string(fraction)};
  std::copy_if(whole.begin(), whole.end(), std::back_inserter(reading.whole), isListDigit);
  // 0.123 is never a thousand.
  if (has_group && reading.whole.size() > 1 && whole.front() == '0') return std::nullopt;
  return reading;
}

struct Way {
  char decimal, group;
};
constexpr std::array<Way, 10> kWays{{{0, 0},
                                     {'.', 0},
                                     {',', 0},
                                     {0, '.'},
                                     {0, ','},
                                     {0, '\''},
                                     {'.', ','},
                                     {',', '.'},
                                     {'.', '\''},
                                     {',', '\''}}};

struct ReadWay {
  Way way;
  Reading reading;
};

/// Every way in which the text is a number.
std::vector<ReadWay> waysOf(std::string_view plain) {
  std::vector<ReadWay> ways;
  for (const Way& way : kWays)
    if (auto reading = readAs(plain, way.decimal, way.group)) ways.push_back({way, std::move(*reading)});
  return ways;
}

/// Digits with the point behind `point` of them -> millionths.
Result<std::int64_t> millionthsOf(std::string digits, std::int64_t point) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, first);
  point -= static_cast<std::int64_t>(first);
  if (digits.empty()) return 0;
  if (point > 10) return failure("is above 999999999");
  constexpr std::size_t kSure = 15;
  std::int64_t sure = 0;
  std::size_t count = std::min(digits.size(), kSure);
  std::from_chars(digits.data(), digits.data() + count, sure);
  if (digits.size() > kSure && digits[kSure] >= '5') ++sure;
  // sure x 10^(point - count), in millionths.
  const std::int64_t shift = point - static_cast<std::int64_t>(count) + 6;
  if (shift < -18) return 0;
  const Int128 value = shift >= 0 ? static_cast<Int128>(sure) * powerOfTen(static_cast<int>(shift))
                                  : divideRounded(sure, powerOfTen(static_cast<int>(-shift)));
  if (value > static_cast<Int128>(kBillion - 1) * kMillion) return failure("is above 999999999");
  return static_cast<std::int64_t>(value);
}

tl::unexpected<Error> noNumber(const std::string& text) {
  return failure("\"" + text + "\" is not a number; write digits alone, as 12.50");
}

/// A workbook's number: digits, a point and an exponent, as programs write them.
Result<std::int64_t> parseCellNumber(const std::string& text) {
  std::string_view rest = text;
  const bool negative = rest.starts_with('-');
  if (negative) rest.remove_prefix(1);
  const std::size_t e = rest.find_first_of("eE");
  int exponent = 0;
  if (e != std::string_view::npos) {
    std::string_view power = rest.substr(e + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (error != std::errc() || end != power.data() + power.size() || exponent > 400 || exponent < -400)
      return noNumber(text);
    rest = rest.substr(0, e);
  }
  const auto reading = rest.find('.') == std::string_view::npos ? readAs(rest, 0, 0) : readAs(rest, '.', 0);
  if (!reading) return noNumber(text);
  auto value = millionthsOf(reading->whole + reading->fraction,
                            static_cast<std::int64_t>(reading->whole.size()) + exponent);
  if (value && negative && *value != 0) return failure(text + " is negative");
  return value;
}

/// The signs that a way reads as decimal.
bool agrees(const Way& way, NumberWriting writing) {
  if (way.decimal == '.') return writing.point;
  if (way.decimal == ',') return writing.comma;
  if (way.group == '.') return writing.comma;
  return way.group != ',' || writing.point;
}

std::vector<int> dayParts(std::string_view text, char mark) {
  std::vector<int> parts;
  while (true) {
    const std::size_t end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    int value = 0;
    if (part.empty() || part.size() > 4 || !std::all_of(part.begin(), part.end(), isListDigit)) return {};
    std::from_chars(part.data(), part.data() + part.size(), value);
    parts.push_back(value);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

struct CalendarDay {
  int year = 0, month = 0, day = 0;
};

std::string isoText(const CalendarDay& at) {
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return std::to_string(at.year) + "-" + two(at.month) + "-" + two(at.day);
}

/// Years that a price list can be of.
bool exists(const CalendarDay& at) {
  return at.year >= 1900 && at.year <= 2199 && parseDay(isoText(at)).has_value();
}

/// Three numbers with slashes or hyphens, the year last: day or month first is to be told.
std::vector<int> slashedParts(std::string_view text) {
  for (const char mark : {'/', '-'}) {
    auto parts = dayParts(text, mark);
    if (parts.size() == 3 && parts[0] < 100 && parts[2] > 99) return parts;
  }
  return {};
}

}  // namespace

NumberWriting numberWritingOf(const std::vector<std::string_view>& texts) {
  NumberWriting writing;
  for (const std::string_view text : texts) {
    const auto written = writtenOf(text);
    if (!written) continue;
    const auto ways = waysOf(written->plain);
    if (ways.size() != 1) continue;
    const Way& way = ways.front().way;
    writing.point = writing.point || way.decimal == '.' || way.group == ',';
    writing.comma = writing.comma || way.decimal == ',' || way.group == '.';
  }
  return writing;
}

Result<std::int64_t> parseListNumber(const Cell& cell, NumberWriting writing) {
  if (cell.kind == Cell::Kind::Number) return parseCellNumber(cell.text);
  const auto written = cell.kind == Cell::Kind::Text ? writtenOf(cell.text) : std::nullopt;
  if (!written) return noNumber(cell.text);
  auto ways = waysOf(written->plain);
  if (ways.empty()) return noNumber(cell.text);
  if (written->negative) return failure(cell.text + " is negative");
  if (ways.size() > 1 && writing.point != writing.comma)
    std::erase_if(ways, [&](const ReadWay& one) { return !agrees(one.way, writing); });
  if (ways.size() > 1) {
    const std::string whole = ways.front().reading.whole + ways.front().reading.fraction;
    return failure("\"" + cell.text + "\" can be " + whole + " or " + ways.front().reading.whole + "." +
                   ways.front().reading.fraction + "; write it without separators or with four decimals");
  }
  if (ways.empty()) return noNumber(cell.text);
  const Reading& reading = ways.front().reading;
  return millionthsOf(reading.whole + reading.fraction, static_cast<std::int64_t>(reading.whole.size()));
}

DayWriting dayWritingOf(const std::vector<std::string_view>& texts) {
  DayWriting writing;
  for (const std::string_view text : texts) {
    const auto parts = slashedParts(text);
    if (parts.empty()) continue;
    writing.day_first = writing.day_first || (parts[0] > 12 && parts[1] <= 12);
    writing.month_first = writing.month_first || (parts[1] > 12 && parts[0] <= 12);
  }
  return writing;
}

Result<std::string> parseListDay(const Cell& cell, DayWriting writing) {
  const auto wrong = failure("\"" + cell.text + "\" is not a day; write it as 2026-03-31");
  if (cell.kind == Cell::Kind::Number) {
    return failure(cell.text + " is a number; give its cell a date format, or write the day as 2026-03-31");
  }
  for (const char mark : {'-', '/', '.'}) {
    const auto parts = dayParts(cell.text, mark);
    if (parts.size() != 3) continue;
    CalendarDay day{parts[0], parts[1], parts[2]};
    if (parts[0] < 100) day = {parts[2], parts[1], parts[0]};
    if (parts[0] < 100 && mark != '.') {
      const CalendarDay other{parts[2], parts[0], parts[1]};
      const bool both = exists(day) && exists(other) && parts[0] != parts[1];
      if (both && writing.day_first == writing.month_first) {
        return failure("\"" + cell.text + "\" can be " + isoText(day) + " or " + isoText(other) +
                       "; write it as 2026-03-31");
      }
      if (!exists(day) || (both && writing.month_first)) day = other;
    }
    return exists(day) ? Result<std::string>(isoText(day)) : Result<std::string>(wrong);
  }
  return wrong;
}

}  // namespace bom
