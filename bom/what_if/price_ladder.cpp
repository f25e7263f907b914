#include "bom/what_if/price_ladder.h"

#include "bom/exact.h"
#include "bom/number_text.h"
#include "bom/printed_money.h"

namespace bom {

namespace {

Ratio shareOf(Money part, Money whole) {
  if (whole.millionths() <= 0) return Ratio();
  return Ratio::fromBillionths(scaleRounded(part.millionths(), kBillion, whole.millionths()));
}

/// The price of which `margin` stays with who sells it.
Result<LadderStep> stepOver(const PriceBook& book, const LadderStep& before, const char* rate,
                            const char* name) {
  const auto margin = percentRate(book, rate);
  if (!margin) return tl::unexpected(margin.error());
  if (*margin >= Ratio::one()) return failure("rate '" + std::string(rate) + "' must be below 100 %");
  LadderStep step;
  step.name = name;
  const Ratio rest = Ratio::one() - *margin;
  step.price = printedShare(before.price, Ratio::one(), rest);
  step.margin = shareOf(step.price - before.price, step.price);
  step.markup = shareOf(step.price - before.price, before.price);
  step.basis =
      before.name + " " + formatUnitMoney(before.price) + " / (1 - " + formatPercent(*margin) + " %)";
  step.status = book.rates.at(rate).provenance.status;
  return step;
}

}  // namespace

Result<std::vector<LadderStep>> priceLadder(const PriceBook& book, const Market& market, Money landed) {
  std::vector<LadderStep> steps{
      {"landed", landed, Ratio(), Ratio(), "at the buyer's door", FigureStatus::Estimate}};
  const char* const sellers[][2] = {{"brand-margin", "wholesale"}, {"retailer-margin", "retail without VAT"}};
  for (const auto& [rate, name] : sellers) {
    auto step = stepOver(book, steps.back(), rate, name);
    if (!step) return tl::unexpected(step.error());
    steps.push_back(std::move(*step));
  }
  LadderStep retail;
  retail.name = "retail";
  retail.price = printedShare(steps.back().price, Ratio::one() + market.vat);
  retail.basis =
      formatUnitMoney(steps.back().price) + " + " + formatPercent(market.vat) + " % VAT in " + market.name;
  retail.status = market.vat_provenance.status;
  steps.push_back(std::move(retail));
  return steps;
}

}  // namespace bom
