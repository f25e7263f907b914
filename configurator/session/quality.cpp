// See quality.h.
#include "configurator/session/quality.h"

#include <utility>

namespace configurator {

Result<std::optional<bom::QualityPlan>> qualityOf(const Figures& figures) {
  if (!figures.estimate) return std::nullopt;
  const bom::EstimateInput& input = figures.estimate->input;
  const bom::PriceBook& prices = *figures.prices;
  const auto market = prices.markets.find(input.market);
  const bool known = market != prices.markets.end();
  auto plan = bom::qualityPlan(*figures.product, figures.estimate->breaks.front().bill, prices,
                               {known ? &market->second : nullptr, input.as_of});
  if (!plan) return failure(plan.error().message);
  return std::optional(std::move(*plan));
}

}  // namespace configurator
