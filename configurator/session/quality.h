// What is inspected and tested on a design's order, and what its market asks of it on the day it is reckoned
// for.
#pragma once

#include <optional>

#include "bom/quality/quality_plan.h"
#include "configurator/session/figures.h"

namespace configurator {

/// Of the first quantity of the figures; nothing where they have no estimate. Fails on what their prices
/// lack.
Result<std::optional<bom::QualityPlan>> qualityOf(const Figures& figures);

}  // namespace configurator
