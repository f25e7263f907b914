// What a market asks of a design, as a colleague would say it.
#pragma once

#include <string>

#include "bom/quality/quality_plan.h"

namespace configurator {

/// What is not met, which documents are to be got, which claims are not covered; then what is met and what
/// does not apply and why. Empty where nothing is asked.
std::string complianceText(const bom::QualityPlan& plan);

}  // namespace configurator
