#include "configurator/session/option_delta.h"

namespace configurator {

std::optional<OptionDelta> deltaBetween(const Figures& now, const Figures& then) {
  if (!now.estimate || !then.estimate) return std::nullopt;
  const bom::EstimateAtQuantity& before = now.estimate->breaks.front();
  const bom::EstimateAtQuantity& after = then.estimate->breaks.front();
  return OptionDelta{after.fob - before.fob, after.bill.mass.toDouble() - before.bill.mass.toDouble(),
                     now.cloth_is_laid && then.cloth_is_laid};
}

}  // namespace configurator
