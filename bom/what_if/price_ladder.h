// From the landed cost to the price in the shop: what the brand, the retailer and the state add.
//
//   margin = (price - cost) / price     markup = (price - cost) / cost
//   wholesale = landed / (1 - brand margin)       retail without VAT = wholesale / (1 - retailer margin)
#pragma once

#include <string>
#include <vector>

#include "bom/estimate.h"

namespace bom {

struct LadderStep {
  std::string name;  ///< "landed" "wholesale" "retail without VAT" "retail"
  Money price;       ///< per piece, 4 decimals
  Ratio margin;      ///< of this price over the step before; VAT is none
  Ratio markup;
  std::string basis;
  FigureStatus status = FigureStatus::Estimate;
};

/// Margins are the rates brand-margin and retailer-margin, VAT is the market's. Fails where the book lacks a
/// rate or a margin is 100 % or more.
Result<std::vector<LadderStep>> priceLadder(const PriceBook& book, const Market& market, Money landed);

}  // namespace bom
