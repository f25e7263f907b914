// 128-bit intermediate results, checked for overflow at every step.
#include "bom/exact.h"

#include <limits>

#include "bom/require.h"

namespace bom {

namespace {

std::int64_t narrowed(Int128 value) {
  require(
      value <= std::numeric_limits<std::int64_t>::max() && value >= std::numeric_limits<std::int64_t>::min(),
      "exact arithmetic: the result does not fit in 64 bits");
  return static_cast<std::int64_t>(value);
}

}  // namespace

Int128 multiplyExact(Int128 a, Int128 b) {
  Int128 product = 0;
  require(!__builtin_mul_overflow(a, b, &product), "exact arithmetic: a product does not fit in 128 bits");
  return product;
}

std::int64_t addExact(std::int64_t a, std::int64_t b) {
  return narrowed(static_cast<Int128>(a) + b);
}

std::int64_t subtractExact(std::int64_t a, std::int64_t b) {
  return narrowed(static_cast<Int128>(a) - b);
}

namespace {

/// The same in 64 bits, several times as fast. REQUIRES denominator > 0.
std::int64_t divideRoundedNarrow(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t quotient = numerator / denominator;
  const std::int64_t remainder = numerator % denominator;
  const std::int64_t magnitude = remainder < 0 ? -remainder : remainder;
  if (magnitude < denominator - magnitude) return quotient;
  return numerator < 0 ? quotient - 1 : quotient + 1;
}

bool fitsNarrow(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

}  // namespace

std::int64_t divideRounded(Int128 numerator, Int128 denominator) {
  require(denominator > 0, "exact arithmetic: a divisor must be positive");
  if (fitsNarrow(numerator) && fitsNarrow(denominator))
    return divideRoundedNarrow(static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator));
  const Int128 quotient = numerator / denominator;
  const Int128 remainder = numerator % denominator;
  const Int128 magnitude = remainder < 0 ? -remainder : remainder;
  if (magnitude < denominator - magnitude) return narrowed(quotient);
  return narrowed(numerator < 0 ? quotient - 1 : quotient + 1);
}

std::int64_t scaleRounded(std::int64_t a, std::int64_t b, std::int64_t divisor) {
  return divideRounded(static_cast<Int128>(a) * b, divisor);
}

std::int64_t roundToStep(std::int64_t value, std::int64_t step) {
  return narrowed(static_cast<Int128>(divideRounded(value, step)) * step);
}

std::int64_t powerOfTen(int digits) {
  require(digits >= 0 && digits <= 18, "exact arithmetic: a power of ten out of range");
  std::int64_t power = 1;
  for (int i = 0; i < digits; ++i) power *= 10;
  return power;
}

}  // namespace bom
