// See quality.h.
#include "configurator/session/quality.h"

#include <utility>

namespace configurator {

Result<std::optional<bom::QualityPlan>> qualityOf(const Workshop& workshop, const Figures& figures) {
  if (!figures.estimate) return std::nullopt;
  const bom::EstimateInput& input = figures.estimate->input;
  const auto market = workshop.catalog.prices.markets.find(input.market);
  const bool known = market != workshop.catalog.prices.markets.end();
  auto plan = bom::qualityPlan(*figures.product, figures.estimate->breaks.front().bill,
                               workshop.catalog.prices, {known ? &market->second : nullptr, input.as_of});
  if (!plan) return failure(plan.error().message);
  return std::optional(std::move(*plan));
}

}  // namespace configurator
