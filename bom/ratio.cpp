// Arithmetic of ratios in billionths.
#include "bom/ratio.h"

#include "bom/exact.h"

namespace bom {

Ratio Ratio::fromPercentMillionths(std::int64_t percent_millionths) {
  // One percent = 0.01 = 10^7 billionths = 10^6 millionths of a percent, hence the factor 10.
  return Ratio(scaleRounded(percent_millionths, 10, 1));
}

Ratio operator+(Ratio a, Ratio b) {
  return Ratio::fromBillionths(addExact(a.billionths(), b.billionths()));
}

Ratio operator-(Ratio a, Ratio b) {
  return Ratio::fromBillionths(subtractExact(a.billionths(), b.billionths()));
}

Ratio operator*(Ratio a, Ratio b) {
  return Ratio::fromBillionths(scaleRounded(a.billionths(), b.billionths(), kBillion));
}

Ratio operator/(Ratio a, Ratio b) {
  return Ratio::fromBillionths(scaleRounded(a.billionths(), kBillion, b.billionths()));
}

}  // namespace bom
