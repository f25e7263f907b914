// Scaled integers and doubles as text, through std::to_chars and std::from_chars only.
#include "bom/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

bool allDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint64_t> parseDigits(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string digitsOf(std::uint64_t value) {
  std::array<char, 24> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  require(error == std::errc(), "an integer longer than its buffer");
  return {buffer.data(), end};
}

std::uint64_t magnitudeOf(std::int64_t value) {
  return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

}  // namespace

std::optional<std::int64_t> parseScaled(std::string_view text, int digits) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole_text = text.substr(0, point);
  std::string fraction_text = point == std::string_view::npos ? "" : std::string(text.substr(point + 1));
  if (!allDigits(whole_text) || (point != std::string_view::npos && !allDigits(fraction_text)))
    return std::nullopt;
  if (fraction_text.size() > static_cast<std::size_t>(digits)) return std::nullopt;
  fraction_text.append(static_cast<std::size_t>(digits) - fraction_text.size(), '0');

  const auto whole = parseDigits(whole_text);
  const auto fraction = fraction_text.empty() ? 0 : parseDigits(fraction_text);
  if (!whole || !fraction) return std::nullopt;
  const Int128 magnitude = static_cast<Int128>(*whole) * powerOfTen(digits) + static_cast<Int128>(*fraction);
  const Int128 value = negative ? -magnitude : magnitude;
  if (value > std::numeric_limits<std::int64_t>::max() || value < std::numeric_limits<std::int64_t>::min()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(value);
}

std::string formatScaled(std::int64_t value, int digits, int min_decimals) {
  const std::uint64_t magnitude = magnitudeOf(value);
  const auto scale = static_cast<std::uint64_t>(powerOfTen(digits));
  std::string fraction = digits == 0 ? "" : digitsOf(magnitude % scale);
  fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
  const auto wanted = static_cast<std::size_t>(std::max(min_decimals, 0));
  while (fraction.size() > wanted && fraction.back() == '0') fraction.pop_back();
  if (fraction.size() < wanted) fraction.append(wanted - fraction.size(), '0');

  std::string text = value < 0 ? "-" : "";
  text += digitsOf(magnitude / scale);
  if (!fraction.empty()) text += "." + fraction;
  return text;
}

std::string formatRounded(std::int64_t value, int digits, int decimals) {
  if (decimals >= digits) return formatScaled(value, digits, decimals);
  const std::int64_t step = powerOfTen(digits - decimals);
  return formatScaled(divideRounded(value, step), decimals, decimals);
}

std::string formatUnitMoney(Money money) {
  return formatRounded(money.millionths(), 6, 4);
}

std::string formatOrderMoney(Money money) {
  return formatRounded(money.millionths(), 6, money.currency().minorDigits());
}

std::string formatQuantity(Quantity quantity) {
  return formatScaled(quantity.millionths(), 6);
}

std::string formatPercent(Ratio ratio) {
  return formatScaled(ratio.billionths(), 7);
}

std::string formatDouble(double value, int decimals) {
  require(std::isfinite(value), "a number to print must be finite");
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  require(error == std::errc(), "a number longer than its buffer");
  std::string text(buffer.data(), end);
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  return text == "-0" ? "0" : text;
}

}  // namespace bom
