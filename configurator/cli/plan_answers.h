// The order in time and money, as text and as JSON: schedule, payments, cost of ownership.
#pragma once

#include <string>

#include "configurator/cli/json_answers.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {

/// Adds "schedule", "payments" and "ownership" to a quantity break; null where they are not reckoned.
void addPlan(const DesignAnswer& answer, const bom::EstimateAtQuantity& at, Json& json);

/// The three at the first asked quantity. Empty where they are not reckoned.
std::string planText(const DesignAnswer& answer);

}  // namespace configurator
