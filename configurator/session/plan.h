// A design's order in time and money: its schedule, payments and cost of ownership at one of the quantities
// that it is reckoned for.
#pragma once

#include <optional>

#include "bom/plan/order_plan.h"
#include "configurator/session/figures.h"

namespace configurator {

/// Of `at`, one of the breaks of the figures' estimate, under the order's payment terms. Nothing where the
/// figures have no estimate, the catalog no stages, or the order no delivery. Fails on what the catalog
/// lacks.
Result<std::optional<bom::OrderPlan>> planOf(const Design& design, const Figures& figures,
                                             const bom::EstimateAtQuantity& at);

}  // namespace configurator
