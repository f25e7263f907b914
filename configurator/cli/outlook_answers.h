// How far a price can be trusted, what moves it, and what the shop asks: as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "configurator/cli/json_answers.h"
#include "configurator/cli/json_numbers.h"
#include "configurator/session/outlook.h"
#include "configurator/session/target_cost.h"

namespace configurator {

/// Adds "range", "sensitivity" and "ladder" of the first quantity to a cost; null where they are not
/// reckoned.
void addOutlook(const DesignAnswer& answer, Json& json);
/// Range and ladder; what moves the price, too, where it is to be explained. Empty where there is none.
std::string outlookText(const DesignAnswer& answer);

/// Least lots of items and colours of the first quantity: what is needed, sold at least, left over and
/// charged. All of them in JSON; in text those below it that cost something or are made for the order.
Json minimumsJson(const DesignAnswer& answer);
std::string minimumsText(const DesignAnswer& answer);

std::string targetJson(const TargetCost& found);
std::string targetText(const TargetCost& found);

std::string whatIfJson(const bom::EstimateInput& order, const std::vector<bom::WhatIfCell>& cells,
                       bool valid);
std::string whatIfText(const bom::EstimateInput& order, const std::vector<bom::WhatIfCell>& cells,
                       bool valid);

}  // namespace configurator
