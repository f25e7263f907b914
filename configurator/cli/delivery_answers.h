// The way from the factory to the buyer's door, as text and as JSON.
#pragma once

#include <string>

#include "bom/estimate.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {

/// Fills unit.landed, legs, duty and freight of a quantity break.
void addDelivery(const bom::Delivery& delivery, Json& json);

/// Every leg at every quantity, the price at the Incoterm and the landed cost, and other ways to carry the
/// goods; with `explain` how each is reckoned. Empty where nothing is delivered.
std::string deliveryText(const bom::Estimate& estimate, bool explain);

}  // namespace configurator
