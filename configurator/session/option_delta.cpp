#include "configurator/session/option_delta.h"

namespace configurator {

std::optional<OptionDelta> deltaBetween(const Figures& now, const Figures& then) {
  if (!now.estimate || !then.estimate) return std::nullopt;
  const bom::EstimateAtQuantity& before = now.estimate->breaks.front();
  const bom::EstimateAtQuantity& after = then.estimate->breaks.front();
  const std::string& incoterm = now.estimate->input.incoterm;
  const auto cost_before = unitCost(before, incoterm), cost_after = unitCost(after, incoterm);
  if (!cost_before || !cost_after) return std::nullopt;
  return OptionDelta{*cost_after - *cost_before, after.bill.mass.toDouble() - before.bill.mass.toDouble(),
                     now.cloth_is_laid && then.cloth_is_laid, incoterm};
}

}  // namespace configurator
