#include "configurator/session/compare.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "bom/what_if/sensitivity.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

struct Change {
  std::string what;
  std::function<void(Design&)> apply;
};

std::vector<Change> changesBetween(const Catalog& catalog, const Design& from, const Design& to) {
  std::vector<Change> changes;
  for (const Slot& slot : catalog.slots) {
    const auto &before = from.choices.options.at(slot.id), &after = to.choices.options.at(slot.id);
    if (before.value == after.value) continue;
    changes.push_back({changeText(catalog, slot.id, before.value, after.value),
                       [&after, &slot](Design& design) { design.choices.options[slot.id] = after; }});
  }
  for (const Parameter& parameter : catalog.parameters) {
    const auto &before = from.choices.parameters.at(parameter.id),
               &after = to.choices.parameters.at(parameter.id);
    if (before.value == after.value) continue;
    changes.push_back(
        {changeText(catalog, parameter.id, formatNumber(before.value), formatNumber(after.value)),
         [&after, &parameter](Design& design) { design.choices.parameters[parameter.id] = after; }});
  }
  for (const Zone& zone : catalog.zones) {
    const auto &before = from.choices.zones.at(zone.id), &after = to.choices.zones.at(zone.id);
    if (before.value == after.value) continue;
    changes.push_back({changeText(catalog, zone.id, before.value, after.value),
                       [&after, &zone](Design& design) { design.choices.zones[zone.id] = after; }});
  }
  // What is left: colours, pieces by colour and size, artwork, price lists, terms.
  changes.push_back({"colours, sizes and terms of the order", [&to](Design& design) { design = to; }});
  return changes;
}

/// Printed lines of the deciding price. Every one of its parts is in exactly one.
using PriceLines = std::map<std::string, bom::Money>;

void addTo(PriceLines& lines, const std::string& name, bom::Money money) {
  const auto [at, is_new] = lines.try_emplace(name, money);
  if (!is_new) at->second = at->second + money;
}

PriceLines linesOf(const Figures& figures) {
  const bom::EstimateAtQuantity& at = figures.estimate->breaks.front();
  PriceLines lines;
  for (const bom::EstimateLine& line : at.lines) {
    if (at.delivery && line.group == "logistics") continue;
    addTo(lines, line.group + ": " + line.name, line.unit);
  }
  if (!at.delivery) return lines;
  for (const bom::CostLeg& leg : at.delivery->legs)
    if (leg.is_cost && leg.id != "goods") addTo(lines, "delivery: " + leg.id, leg.amount);
  return lines;
}

void addDifferences(const PriceLines& before, const PriceLines& after, std::size_t design,
                    const std::string& cause, std::vector<CostDifference>& differences) {
  PriceLines all = after;
  for (const auto& [name, money] : before)
    all.try_emplace(name, bom::Money::fromMillionths(0, money.currency()));
  for (const auto& [name, money] : all) {
    const auto old = before.find(name);
    const bom::Money delta = old == before.end() ? money : money - old->second;
    if (delta.millionths() != 0) differences.push_back({design, name, cause, delta});
  }
}

/// Walks from the first design to another; figures of the last step are the other's own.
class Walk {
 public:
  Walk(const Workshop& workshop, const FigureRequest& request) : workshop_(workshop), request_(request) {}

  Result<Figures> run(const Design& from, const Design& to, const Figures& start, std::size_t index,
                      std::vector<CostDifference>& differences) const {
    Design now = from;
    PriceLines before = linesOf(start);
    std::string waiting;  // changes that do not work alone
    const std::vector<Change> changes = changesBetween(workshop_.catalog, from, to);
    for (std::size_t i = 0; i < changes.size(); ++i) {
      changes[i].apply(now);
      waiting += (waiting.empty() ? "" : " + ") + changes[i].what;
      auto figures = figuresOf(workshop_, now, request_);
      const bool last = i + 1 == changes.size();
      if (last && !figures) return tl::unexpected(figures.error());
      if (last && !figures->estimate) return failure("\"" + to.name + "\" cannot be built: check says why");
      if (!figures || !figures->estimate) continue;
      PriceLines after = linesOf(*figures);
      addDifferences(before, after, index, waiting, differences);
      before = std::move(after);
      waiting.clear();
      if (last) return figures;
    }
    return failure("nothing to compare");
  }

 private:
  const Workshop& workshop_;
  const FigureRequest& request_;
};

/// What is not asked for is the first design's, so that all are reckoned for one order.
FigureRequest orderOf(const Design& first, FigureRequest request) {
  const auto take = [](std::string& asked, const std::string& own) {
    if (asked.empty()) asked = own;
  };
  take(request.origin, first.order.origin);
  take(request.market, first.order.market);
  take(request.incoterm, first.order.incoterm);
  take(request.currency, first.order.currency);
  take(request.on, first.order.date);
  if (request.quantities.empty())
    request.quantities = {std::max<std::int64_t>(1, totalQuantity(first.order))};
  request.quantities.resize(1);
  return request;
}

}  // namespace

Result<Comparison> compareDesigns(const Workshop& workshop, const std::vector<Design>& designs,
                                  FigureRequest request) {
  require(designs.size() >= 2 && designs.size() <= 4, "two to four designs are compared");
  request = orderOf(designs.front(), std::move(request));
  auto first = figuresOf(workshop, designs.front(), request);
  if (!first) return tl::unexpected(first.error());
  if (!first->estimate) return failure("\"" + designs.front().name + "\" cannot be built: check says why");
  Comparison comparison;
  comparison.figures.push_back(std::move(*first));
  for (std::size_t i = 1; i < designs.size(); ++i) {
    auto figures =
        Walk(workshop, request)
            .run(designs.front(), designs[i], comparison.figures.front(), i, comparison.differences);
    if (!figures) return tl::unexpected(figures.error());
    comparison.figures.push_back(std::move(*figures));
  }
  const auto priceOf = [](const Figures& figures) {
    return bom::decidingPrice(figures.estimate->breaks.front());
  };
  for (const Figures& figures : comparison.figures)
    comparison.totals.push_back(priceOf(figures) - priceOf(comparison.figures.front()));
  return comparison;
}

}  // namespace configurator
