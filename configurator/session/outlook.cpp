#include "configurator/session/outlook.h"

#include <utility>

namespace configurator {

Result<bom::MixedProduct> meanPackOf(const Figures& figures, std::int64_t quantity) {
  if (figures.other_sizes.empty()) return bom::MixedProduct{*figures.product, figures.consumption};
  const std::vector<bom::SizedProduct> sizes = sizedProductsOf(figures);
  std::vector<std::string> names;
  for (const bom::SizedProduct& size : sizes) names.push_back(size.size);
  auto mixed = bom::mixSizes(sizes, bom::piecesBySize(*figures.product, names, quantity), *figures.prices);
  if (!mixed) return failure(mixed.error().message);
  return std::move(*mixed);
}

Result<Outlook> outlookOf(const Figures& figures) {
  const bom::EstimateInput& asked = figures.estimate->input;
  const auto mean = meanPackOf(figures, asked.quantities.front());
  if (!mean) return tl::unexpected(mean.error());
  bom::SensitivityRequest request{&mean->product, figures.prices.get(), asked};
  request.input.consumption = &mean->consumption;
  auto range = bom::rangeOf(request);
  if (!range) return failure(range.error().message);
  auto sensitivity = bom::sensitivityOf(request);
  if (!sensitivity) return failure(sensitivity.error().message);
  auto ladder = ladderOf(figures);
  if (!ladder) return tl::unexpected(ladder.error());
  return Outlook{std::move(*range), std::move(*sensitivity), std::move(*ladder)};
}

Result<std::vector<bom::LadderStep>> ladderOf(const Figures& figures) {
  const auto& delivery = figures.estimate->breaks.front().delivery;
  const auto market = figures.prices->markets.find(figures.estimate->input.market);
  if (!delivery || market == figures.prices->markets.end()) return std::vector<bom::LadderStep>();
  auto ladder = bom::priceLadder(*figures.prices, market->second, delivery->landed);
  if (!ladder) return failure(ladder.error().message);
  return std::move(*ladder);
}

Result<std::vector<bom::WhatIfCell>> whatIf(const Figures& figures, const WhatIfLists& lists) {
  const bom::EstimateInput& asked = figures.estimate->input;
  const auto quantities = lists.quantities.empty() ? asked.quantities : lists.quantities;
  // Each quantity has its own mean pack: pieces are spread over sizes by largest remainder.
  std::vector<std::vector<bom::WhatIfCell>> tables;
  for (const std::int64_t quantity : quantities) {
    const auto mean = meanPackOf(figures, quantity);
    if (!mean) return tl::unexpected(mean.error());
    const auto costing = bom::prepareCosting(mean->product, *figures.prices, &mean->consumption);
    if (!costing) return failure(costing.error().message);
    tables.push_back(
        bom::whatIfTable(*costing, {asked, lists.origins, lists.markets, lists.incoterms, {quantity}}));
  }
  std::vector<bom::WhatIfCell> cells;
  for (std::size_t i = 0; i < tables.front().size(); ++i)
    for (std::vector<bom::WhatIfCell>& table : tables) cells.push_back(std::move(table[i]));
  return cells;
}

}  // namespace configurator
