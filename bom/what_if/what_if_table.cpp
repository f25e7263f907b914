#include "bom/what_if/what_if_table.h"

#include <map>
#include <utility>

namespace bom {

namespace {

template <typename Value>
std::vector<Value> orOne(const std::vector<Value>& values, const Value& one) {
  return values.empty() ? std::vector<Value>{one} : values;
}

WhatIfCell cellOf(const Costing& costing, const MarketCosting& market, const EstimateInput& input) {
  WhatIfCell cell{
      input.origin, input.market, input.incoterm, input.quantities.front(), "", {}, {}, {}, {}, {}};
  const auto estimate = makeEstimate(costing, market, input);
  if (!estimate) {
    cell.refusal = estimate.error().message;
    return cell;
  }
  const EstimateAtQuantity& at = estimate->breaks.front();
  cell.ex_factory = at.ex_factory;
  if (!at.delivery) {
    cell.refusal = at.undelivered.empty()
                       ? "there is no carton plan, so nothing is known beyond the factory's gate"
                       : at.undelivered;
    return cell;
  }
  cell.price = at.delivery->price;
  cell.duty = at.delivery->duty.amount;
  cell.landed = at.delivery->landed;
  cell.order_landed = (cell.landed * cell.quantity).roundedToMinor();
  return cell;
}

}  // namespace

std::vector<WhatIfCell> whatIfTable(const Costing& costing, const WhatIfRequest& request) {
  const auto markets = orOne(request.markets, request.order.market);
  std::map<std::string, MarketCosting> prepared;
  for (const std::string& market : markets) prepared.emplace(market, prepareMarket(costing, market));
  std::vector<WhatIfCell> cells;
  EstimateInput input = request.order;
  input.words = false;
  for (const std::string& origin : orOne(request.origins, request.order.origin)) {
    for (const std::string& market : markets) {
      for (const std::string& incoterm : orOne(request.incoterms, request.order.incoterm)) {
        for (const std::int64_t quantity :
             request.quantities.empty() ? request.order.quantities : request.quantities) {
          input.origin = origin;
          input.market = market;
          input.incoterm = incoterm;
          input.quantities = {quantity};
          cells.push_back(cellOf(costing, prepared.at(market), input));
        }
      }
    }
  }
  return cells;
}

std::vector<const WhatIfCell*> cheapestLanded(const std::vector<WhatIfCell>& cells) {
  std::map<std::pair<std::string, std::int64_t>, Money> least;
  for (const WhatIfCell& cell : cells) {
    if (!cell.refusal.empty()) continue;
    const auto [at, is_new] = least.try_emplace({cell.market, cell.quantity}, cell.landed);
    if (!is_new && cell.landed < at->second) at->second = cell.landed;
  }
  std::vector<const WhatIfCell*> cheapest;
  for (const WhatIfCell& cell : cells) {
    if (cell.refusal.empty() && cell.landed == least.at({cell.market, cell.quantity}))
      cheapest.push_back(&cell);
  }
  return cheapest;
}

}  // namespace bom
