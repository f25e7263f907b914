// Looking figures up in a price book and turning them into another currency.
#include "bom/price_book.h"

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {

Result<Ratio> perDollar(const PriceBook& book, Currency currency) {
  if (currency == Currency()) return Ratio::one();
  const auto found = book.exchange.find(std::string(currency.code()));
  if (found == book.exchange.end()) {
    return failure("no exchange rate for " + std::string(currency.code()) + ": add one to the price book");
  }
  if (found->second.per_usd <= Ratio()) {
    return failure("the exchange rate for " + std::string(currency.code()) + " must be above zero");
  }
  return found->second.per_usd;
}

Result<Money> convertMoney(const PriceBook& book, Money money, const Conversion& conversion) {
  require(conversion.decimals >= 0 && conversion.decimals <= 6, "money has 0 to 6 decimals");
  const auto from = perDollar(book, money.currency());
  if (!from) return tl::unexpected(from.error());
  const auto to = perDollar(book, conversion.currency);
  if (!to) return tl::unexpected(to.error());
  // Prices are in millionths, factor and rates in billionths: one product, one quotient, one rounding.
  const std::int64_t step = powerOfTen(6 - conversion.decimals);
  if (*from == *to) {
    // They cancel out, and numbers stay small.
    const std::int64_t steps = divideRounded(
        multiplyExact(money.millionths(), conversion.factor.billionths()), multiplyExact(kBillion, step));
    return Money::fromMillionths(scaleRounded(steps, step, 1), conversion.currency);
  }
  const Int128 product = multiplyExact(
      static_cast<Int128>(money.millionths()) * conversion.factor.billionths(), to->billionths());
  const Int128 divisor = multiplyExact(static_cast<Int128>(kBillion) * from->billionths(), step);
  const std::int64_t steps = divideRounded(product, divisor);
  return Money::fromMillionths(scaleRounded(steps, step, 1), conversion.currency);
}

Result<Rate> findRate(const PriceBook& book, const std::string& id) {
  const auto found = book.rates.find(id);
  if (found == book.rates.end()) return failure("no rate '" + id + "' in the price book");
  return found->second;
}

namespace {

/// The same without a copy; null where the book lacks it.
const Rate* rateIn(const PriceBook& book, const std::string& id) {
  const auto found = book.rates.find(id);
  return found == book.rates.end() ? nullptr : &found->second;
}

tl::unexpected<Error> lacks(const std::string& id) {
  return failure("no rate '" + id + "' in the price book");
}

}  // namespace

Result<Ratio> percentRate(const PriceBook& book, const std::string& id) {
  const Rate* rate = rateIn(book, id);
  if (rate == nullptr) return lacks(id);
  if (rate->unit.find('%') == std::string::npos) {
    return failure("rate '" + id + "' must be a percentage, but its unit is '" + rate->unit + "'");
  }
  return Ratio::fromPercentMillionths(rate->typical_millionths);
}

Result<Money> moneyRate(const PriceBook& book, const std::string& id) {
  const Rate* rate = rateIn(book, id);
  if (rate == nullptr) return lacks(id);
  Currency currency;
  const std::string_view unit = rate->unit;
  for (std::size_t i = 0; i + 3 <= unit.size(); ++i) {
    const auto code = Currency::parse(unit.substr(i, 3));
    if (code && book.exchange.contains(std::string(code->code()))) {
      currency = *code;
      break;
    }
  }
  return Money::fromMillionths(rate->typical_millionths, currency);
}

}  // namespace bom
