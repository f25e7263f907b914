// Where a row of quality data holds: a market is named by itself, its customs area or one of its states with
// laws of their own. Not by its region: "SA" is Saudi Arabia, and the region South America too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bom/item.h"

namespace bom {

/// The first of the words that names the market or a part of it ("US-CA"), or "any" where that is listed.
/// Nothing when none does.
std::optional<std::string> placeNamed(const std::vector<std::string>& where, const Market& market);

}  // namespace bom
