#include "bom/printed_money.h"

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

namespace {

constexpr std::int64_t kPrinted = 100;  // millionths in the fourth decimal

/// numerator / denominator millionths, rounded to what is printed.
Money printed(Int128 numerator, Int128 denominator, Currency currency) {
  const std::int64_t steps = divideRounded(numerator, multiplyExact(denominator, kPrinted));
  return Money::fromMillionths(scaleRounded(steps, kPrinted, 1), currency);
}

}  // namespace

Money printedShare(Money whole, Ratio share, Ratio rest) {
  require(rest > Ratio(), "a share is of something");
  return printed(multiplyExact(whole.millionths(), share.billionths()), rest.billionths(), whole.currency());
}

Money printedProduct(Money unit_price, Quantity quantity) {
  return printed(multiplyExact(unit_price.millionths(), quantity.millionths()), kMillion,
                 unit_price.currency());
}

Money printedPart(Money total, std::int64_t over) {
  require(over > 0, "a cost is spread over pieces");
  return printed(total.millionths(), over, total.currency());
}

Result<Money> printedSpread(const PriceBook& book, Money money, const Spread& spread) {
  require(spread.over > 0, "a cost is spread over pieces");
  const auto from = perDollar(book, money.currency());
  if (!from) return tl::unexpected(from.error());
  const auto to = perDollar(book, spread.currency);
  if (!to) return tl::unexpected(to.error());
  if (*from == *to) {  // they cancel out, and numbers stay small
    return printed(multiplyExact(money.millionths(), spread.factor.billionths()),
                   multiplyExact(kBillion, spread.over), spread.currency);
  }
  const Int128 product =
      multiplyExact(multiplyExact(money.millionths(), spread.factor.billionths()), to->billionths());
  const Int128 divisor = multiplyExact(multiplyExact(kBillion, from->billionths()), spread.over);
  return printed(product, divisor, spread.currency);
}

}  // namespace bom
