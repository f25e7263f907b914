// What may become of a design's price: other orders, how far its figures move it, and what the shop asks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/size_mix.h"
#include "bom/what_if/price_ladder.h"
#include "bom/what_if/sensitivity.h"
#include "bom/what_if/what_if_table.h"
#include "configurator/session/figures.h"

namespace configurator {

/// The pack that the estimate of so many pieces is the price of. REQUIRES figures with a product.
Result<bom::MixedProduct> meanPackOf(const Figures& figures, std::int64_t quantity);

/// Of the estimate's first quantity.
struct Outlook {
  bom::PriceRange range;
  std::vector<bom::DriverEffect> sensitivity;
  std::vector<bom::LadderStep> ladder;  ///< empty where nothing is landed
};
/// REQUIRES figures with an estimate.
Result<Outlook> outlookOf(const Figures& figures);

/// What is tried; empty lists are the design's own.
struct WhatIfLists {
  std::vector<std::string> origins, markets, incoterms;
  std::vector<std::int64_t> quantities;
};
/// REQUIRES figures with an estimate.
Result<std::vector<bom::WhatIfCell>> whatIf(const Figures& figures, const WhatIfLists& lists);

/// From the landed cost to the price in the shop; empty where nothing is landed. REQUIRES an estimate.
Result<std::vector<bom::LadderStep>> ladderOf(const Figures& figures);

}  // namespace configurator
