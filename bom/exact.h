// Exact integer products and quotients through 128 bits: the one rounding that money, quantities and ratios
// share. Rounding is half away from zero; whatever does not fit throws std::logic_error.
#pragma once

#include <cstdint>

namespace bom {

__extension__ typedef __int128 Int128;

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kBillion = 1'000'000'000;

Int128 multiplyExact(Int128 a, Int128 b);
std::int64_t addExact(std::int64_t a, std::int64_t b);
std::int64_t subtractExact(std::int64_t a, std::int64_t b);
/// REQUIRES denominator > 0.
std::int64_t divideRounded(Int128 numerator, Int128 denominator);
/// a x b / divisor, rounded once.
std::int64_t scaleRounded(std::int64_t a, std::int64_t b, std::int64_t divisor);
/// The nearest multiple of `step`.
std::int64_t roundToStep(std::int64_t value, std::int64_t step);
/// 10 to the power of `digits`; REQUIRES 0 <= digits <= 18.
std::int64_t powerOfTen(int digits);

}  // namespace bom
