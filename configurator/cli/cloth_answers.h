// The markers that a bill's cloth comes from, as text and as JSON.
#pragma once

#include <string>

#include "configurator/cli/json_answers.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {

/// A row per cloth and colour: the marker that the order is cut by, its efficiency and what a pack takes;
/// with
/// --explain how that is reckoned. REQUIRES figures with an estimate.
std::string clothText(const DesignAnswer& answer);

/// [{item, zones[], packs, length_mm, efficiency, utilisation, gross}]
Json clothJson(const DesignAnswer& answer);

}  // namespace configurator
