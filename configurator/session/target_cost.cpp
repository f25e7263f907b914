#include "configurator/session/target_cost.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "configurator/rules/rule_text.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/fewest_changes.h"
#include "configurator/session/outlook.h"

namespace configurator {
namespace {

struct Candidate {
  std::string what;
  KeyValue edit;
};

void addOptions(const Catalog& catalog, const Design& design, std::vector<Candidate>& candidates) {
  for (const Slot& slot : catalog.slots) {
    const auto& now = design.choices.options.at(slot.id);
    if (now.pinned) continue;
    for (const Option& option : catalog.options) {
      if (option.slot != slot.id || option.id == now.value) continue;
      candidates.push_back({changeText(catalog, slot.id, now.value, option.id), {slot.id, option.id}});
    }
  }
}

void addItems(const Catalog& catalog, const Design& design, std::vector<Candidate>& candidates) {
  for (const Zone& zone : catalog.zones) {
    const auto& now = design.choices.zones.at(zone.id);
    if (now.pinned) continue;
    const auto accepts = [&](const std::string& category) {
      return std::find(zone.accepts.begin(), zone.accepts.end(), category) != zone.accepts.end();
    };
    const auto take = [&](const std::string& id) {
      if (id != now.value) candidates.push_back({changeText(catalog, zone.id, now.value, id), {zone.id, id}});
    };
    for (const auto& [id, item] : catalog.prices.items)
      if (accepts(item.category)) take(id);
    for (const Series& series : catalog.series)
      if (accepts(series.category)) take(series.id);
  }
}

/// Prices designs for one order.
class Pricing {
 public:
  Pricing(const Workshop& workshop, FigureRequest request)
      : workshop_(workshop), request_(std::move(request)) {
    request_.price_only = true;
  }

  /// Nothing for what breaks a rule, cannot be built or has no price. `cloth_like` null: to the last digit.
  std::optional<bom::Money> priceOf(const Design& design, const bom::Consumption* cloth_like) const {
    if (!isValid(checkRules(workshop_.catalog, design.choices, factsOf(workshop_.catalog, design))))
      return std::nullopt;
    FigureRequest request = request_;
    request.cloth_like = cloth_like;
    const auto figures = figuresOf(workshop_, design, request);
    if (!figures || !figures->valid || !figures->estimate) return std::nullopt;
    return unitCost(figures->estimate->breaks.front(), figures->estimate->input.incoterm);
  }

  std::optional<Design> changed(const Design& design, const KeyValue& edit) const {
    auto other = editedDesign(workshop_.catalog, design, {edit});
    return other ? std::optional<Design>(std::move(*other)) : std::nullopt;
  }

 private:
  const Workshop& workshop_;
  FigureRequest request_;
};

std::vector<Saving> singleSavings(const Catalog& catalog, const Pricing& pricing, const Design& design,
                                  const bom::Consumption& cloth, bom::Money now) {
  std::vector<Candidate> candidates;
  addOptions(catalog, design, candidates);
  addItems(catalog, design, candidates);
  std::vector<Saving> savings;
  for (Candidate& candidate : candidates) {
    const auto other = pricing.changed(design, candidate.edit);
    const auto price = other ? pricing.priceOf(*other, &cloth) : std::nullopt;
    if (price && *price < now)
      savings.push_back({std::move(candidate.what), std::move(candidate.edit), *price, now - *price});
  }
  std::stable_sort(savings.begin(), savings.end(),
                   [](const Saving& a, const Saving& b) { return b.saved < a.saved; });
  return savings;
}

/// Other origins at the order's quantity, and larger breaks in its own.
Result<void> addOrders(const Workshop& workshop, const Figures& figures, TargetCost& out) {
  const bom::EstimateInput& asked = figures.estimate->input;
  std::vector<std::string> origins;
  for (const auto& [id, origin] : figures.prices->origins)
    if (id != asked.origin) origins.push_back(id);
  std::vector<std::int64_t> more;
  for (const std::int64_t quantity : breakQuantities(workshop))
    if (quantity > asked.quantities.front()) more.push_back(quantity);
  std::vector<WhatIfLists> tries{{origins, {}, {}, {asked.quantities.front()}}};
  if (!more.empty()) tries.push_back({{}, {}, {}, more});
  for (const WhatIfLists& lists : tries) {
    auto cells = whatIf(figures, lists);
    if (!cells) return tl::unexpected(cells.error());
    for (bom::WhatIfCell& cell : *cells)
      if (cell.refusal.empty() && !(out.target < cell.price)) out.orders.push_back(std::move(cell));
  }
  return {};
}

}  // namespace

Result<TargetCost> targetCost(const Workshop& workshop, const Design& design, const FigureRequest& request,
                              bom::Money target) {
  FigureRequest whole = request;
  whole.price_only = true;
  const auto figures = figuresOf(workshop, design, whole);
  if (!figures) return tl::unexpected(figures.error());
  if (!figures->estimate) return failure("the design cannot be built: check says why");
  const auto now = unitCost(figures->estimate->breaks.front(), figures->estimate->input.incoterm);
  if (!now) return failure("the price at " + figures->estimate->input.incoterm + " is not known");
  TargetCost out;
  out.valid = figures->valid;
  out.order = figures->estimate->input;
  out.now = *now;
  out.target = target;
  const Pricing pricing(workshop, whole);
  out.single = singleSavings(workshop.catalog, pricing, design, figures->consumption, *now);
  const auto together = fewestChanges(workshop, design, whole, out);
  if (!together) return tl::unexpected(together.error());
  const auto orders = addOrders(workshop, *figures, out);
  if (!orders) return tl::unexpected(orders.error());
  return out;
}

}  // namespace configurator
