// What a price list changes, and which prices of a design are the user's, as text and as JSON.
#pragma once

#include <string>

#include "configurator/cli/json_answers.h"
#include "configurator/cli/json_numbers.h"
#include "configurator/session/price_lists.h"

namespace configurator {

std::string previewText(const ListPreview& preview);
std::string previewJson(const ListPreview& preview);

/// "Your prices: ny210rs (mill.csv row 2), ...", or nothing where the design has no lists.
std::string ownPricesText(const DesignAnswer& answer);
/// Adds "own_prices" where the design has lists: which items are priced by them, and by which row.
void addOwnPrices(const DesignAnswer& answer, Json& json);
/// Adds "own_price" to a bill line whose item is priced by a list.
void addOwnPrice(const bom::Item& item, Json& line);

}  // namespace configurator
