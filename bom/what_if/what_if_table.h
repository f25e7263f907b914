// The same product for other orders: every origin with every market, term and quantity in one call.
#pragma once

#include <string>
#include <vector>

#include "bom/estimate.h"

namespace bom {

/// What is tried; an empty list is the one value of `order`.
struct WhatIfRequest {
  EstimateInput order;
  std::vector<std::string> origins, markets, incoterms;
  std::vector<std::int64_t> quantities;
};

/// One combination. Money per piece in the order's currency.
struct WhatIfCell {
  std::string origin, market, incoterm;
  std::int64_t quantity = 0;
  std::string refusal;  ///< why it cannot be had; then there are no figures
  Money ex_factory, price, duty, landed;
  Money order_landed;  ///< landed x quantity, rounded once to the minor unit
};

/// In the order of the lists: origins, then markets, terms, quantities. What one combination lacks is its
/// refusal, never the table's failure.
std::vector<WhatIfCell> whatIfTable(const Costing& costing, const WhatIfRequest& request);

/// The cells with figures that nobody undercuts for their market and quantity, in the table's order.
std::vector<const WhatIfCell*> cheapestLanded(const std::vector<WhatIfCell>& cells);

}  // namespace bom
