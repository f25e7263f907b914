// Strict forms first, then std::from_chars: its wider grammar (exponents, "inf") must not reach a design.
#include "configurator/catalog/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "configurator/catalog/characters.h"
#include "configurator/catalog/require.h"

namespace configurator {

namespace {

constexpr std::size_t kMaxDigits = 15;  // every decimal of 15 digits survives a double

bool isDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

std::string_view withoutSign(std::string_view text) {
  if (!text.empty() && text.front() == '-') text.remove_prefix(1);
  return text;
}

int wholeOf(std::string_view digits) {
  int value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

int daysInMonth(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::optional<double> parseDecimal(std::string_view text) {
  const std::string_view unsigned_text = withoutSign(text);
  const std::size_t point = unsigned_text.find('.');
  const std::string_view whole = unsigned_text.substr(0, point);
  if (!isDigits(whole)) return std::nullopt;
  std::size_t digits = whole.size();
  if (point != std::string_view::npos) {
    const std::string_view decimals = unsigned_text.substr(point + 1);
    if (!isDigits(decimals)) return std::nullopt;
    digits += decimals.size();
  }
  if (digits > kMaxDigits) return std::nullopt;
  double value = 0;
  const auto result =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return value == 0 ? 0.0 : value;  // "-0" is 0
}

std::optional<std::int64_t> parseWhole(std::string_view text) {
  if (!isDigits(withoutSign(text))) return std::nullopt;
  std::int64_t value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc()) return std::nullopt;
  return value;
}

std::string formatNumber(double value) {
  require(std::isfinite(value), "formatNumber: not a finite number");
  std::array<char, 512> buffer{};  // fixed form of the largest double has 309 digits
  const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value == 0 ? 0.0 : value,
                                    std::chars_format::fixed);
  require(result.ec == std::errc(), "formatNumber: buffer too small");
  return std::string(buffer.data(), result.ptr);
}

bool isDate(std::string_view text, bool short_forms) {
  const bool full = text.size() == 10;
  if (!full && !(short_forms && (text.size() == 4 || text.size() == 7))) return false;
  if (!isDigits(text.substr(0, 4))) return false;
  const int year = wholeOf(text.substr(0, 4));
  if (year < 1900 || year > 2199) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !isDigits(text.substr(5, 2))) return false;
  const int month = wholeOf(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (!full) return true;
  if (text[7] != '-' || !isDigits(text.substr(8, 2))) return false;
  const int day = wholeOf(text.substr(8, 2));
  return day >= 1 && day <= daysInMonth(year, month);
}

}  // namespace configurator
