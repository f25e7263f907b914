#include "bom/what_if/sensitivity.h"

#include <algorithm>

#include "bom/exact.h"

namespace bom {

namespace {

constexpr Ratio kLess = Ratio::fromBillionths(900'000'000);
constexpr Ratio kMore = Ratio::fromBillionths(1'100'000'000);

Result<Money> priceWith(const SensitivityRequest& request, const PriceBook& book) {
  EstimateInput input = request.input;
  input.words = false;
  input.quantities.resize(1);
  const auto costing = prepareCosting(*request.product, book, input.consumption);
  if (!costing) return tl::unexpected(costing.error());
  const auto estimate = makeEstimate(*costing, prepareMarket(*costing, input.market), input);
  if (!estimate) return tl::unexpected(estimate.error());
  return decidingPrice(estimate->breaks.front());
}

Money distance(Money a, Money b) {
  return a < b ? b - a : a - b;
}

/// Both prices, or nothing where the driver moves none.
using BookAt = PriceBook (*)(const PriceBook&, Driver, bool);

Result<std::vector<DriverEffect>> effectsOf(const SensitivityRequest& request, BookAt book_at) {
  std::vector<DriverEffect> effects;
  for (const Driver driver : allDrivers()) {
    const auto less = priceWith(request, book_at(*request.book, driver, false));
    if (!less) return tl::unexpected(less.error());
    const auto more = priceWith(request, book_at(*request.book, driver, true));
    if (!more) return tl::unexpected(more.error());
    const Money swing = distance(*less, *more);
    if (swing.millionths() > 0) effects.push_back({driver, *less, *more, swing});
  }
  std::stable_sort(effects.begin(), effects.end(),
                   [](const DriverEffect& a, const DriverEffect& b) { return b.swing < a.swing; });
  return effects;
}

PriceBook tenPercent(const PriceBook& book, Driver driver, bool more) {
  return scaledBook(book, driver, more ? kMore : kLess);
}

/// The largest whole number whose square is not above `square`.
std::int64_t wholeRoot(Int128 square) {
  std::int64_t low = 0, high = std::int64_t{1} << 62;
  while (low < high) {
    const std::int64_t middle = low + (high - low + 1) / 2;
    if (static_cast<Int128>(middle) * middle <= square)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

Money rootOfSquares(const std::vector<DriverEffect>& effects, Money typical, bool below) {
  Int128 sum = 0;
  for (const DriverEffect& effect : effects) {
    const Money end =
        below ? std::min(effect.at_less, effect.at_more) : std::max(effect.at_less, effect.at_more);
    const Int128 away = distance(end, typical).millionths();
    sum += away * away;
  }
  return Money::fromMillionths(wholeRoot(sum), typical.currency());
}

}  // namespace

Money decidingPrice(const EstimateAtQuantity& at) {
  return at.delivery ? at.delivery->landed : at.fob;
}

Result<std::vector<DriverEffect>> sensitivityOf(const SensitivityRequest& request) {
  return effectsOf(request, tenPercent);
}

Result<PriceRange> rangeOf(const SensitivityRequest& request) {
  PriceRange range;
  auto effects = effectsOf(request, boundBook);
  if (!effects) return tl::unexpected(effects.error());
  range.drivers = std::move(*effects);
  PriceBook cheap = *request.book, dear = *request.book;
  for (const DriverEffect& effect : range.drivers) {
    // A dearer dollar makes what is bought in another currency cheaper.
    const bool turned = effect.at_more < effect.at_less;
    cheap = boundBook(cheap, effect.driver, turned);
    dear = boundBook(dear, effect.driver, !turned);
  }
  const auto low = priceWith(request, cheap), high = priceWith(request, dear),
             typical = priceWith(request, *request.book);
  for (const auto* price : {&low, &high, &typical})
    if (!*price) return tl::unexpected(price->error());
  range.low = *low;
  range.high = *high;
  range.typical = *typical;
  range.likely_low = (*typical - rootOfSquares(range.drivers, *typical, true)).rounded(4);
  range.likely_high = (*typical + rootOfSquares(range.drivers, *typical, false)).rounded(4);
  return range;
}

}  // namespace bom
