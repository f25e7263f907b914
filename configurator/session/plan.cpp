#include "configurator/session/plan.h"

#include <algorithm>
#include <array>

namespace configurator {
namespace {

/// Black, white and the greys between are what mills have in stock: the channels are nearly equal.
bool isNeutral(const std::string& srgb) {
  constexpr int kMostApart = 24;
  std::array<int, 3> channels{};
  if (srgb.size() != 7) return true;
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = srgb[i + 1];
    const int digit = c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0';
    channels[i / 2] = channels[i / 2] * 16 + digit;
  }
  const auto [least, most] = std::minmax_element(channels.begin(), channels.end());
  return *most - *least <= kMostApart;
}

}  // namespace

// Which colours are stock an item's minimum order tells better, once bills know it; until then a colour that
// is no grey counts as dyed for the order where the mill has a minimum for dyed cloth.
bool hasCustomColours(const bom::Product& product, const bom::PriceBook& book) {
  for (const bom::Colorway& colorway : product.colorways)
    for (const bom::ColorwayColor& color : colorway.colors) {
      const auto item = book.items.find(color.item);
      if (item == book.items.end() || !item->second.sheet) continue;
      if (item->second.moq < item->second.moq_dyed && !isNeutral(color.srgb)) return true;
    }
  return false;
}

Result<std::optional<bom::OrderPlan>> planOf(const Workshop& workshop, const Design& design,
                                             const Figures& figures, const bom::EstimateAtQuantity& at) {
  if (!figures.estimate || !figures.product) return std::nullopt;
  const bom::PriceBook& book = workshop.catalog.prices;
  auto plan = bom::makeOrderPlan({&*figures.product, &book, &figures.estimate->input, &at,
                                  hasCustomColours(*figures.product, book), design.order.payment});
  if (!plan) return failure(plan.error().message);
  return std::move(*plan);
}

}  // namespace configurator
