#include "configurator/session/plan.h"

#include <algorithm>

namespace configurator {
namespace {

/// Is cloth made in a colour of this order?
bool hasClothMadeToOrder(const bom::EstimateAtQuantity& at, const bom::PriceBook& book) {
  return std::any_of(at.minimums.begin(), at.minimums.end(), [&](const bom::MinimumRow& row) {
    return row.made && book.items.at(row.item).sheet.has_value();
  });
}

}  // namespace

Result<std::optional<bom::OrderPlan>> planOf(const Design& design, const Figures& figures,
                                             const bom::EstimateAtQuantity& at) {
  if (!figures.estimate || !figures.product) return std::nullopt;
  const bom::PriceBook& book = *figures.prices;
  auto plan = bom::makeOrderPlan({&*figures.product, &book, &figures.estimate->input, &at,
                                  hasClothMadeToOrder(at, book), design.order.payment});
  if (!plan) return failure(plan.error().message);
  return std::move(*plan);
}

}  // namespace configurator
