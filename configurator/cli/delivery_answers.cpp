#include "configurator/cli/delivery_answers.h"

#include <algorithm>
#include <functional>

#include "bom/number_text.h"
#include "bom/printed_money.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

using Cell = std::function<std::string(const bom::EstimateAtQuantity&)>;

void addRow(const bom::Estimate& estimate, const std::string& name, const std::string& payer,
            const Cell& cell, TextTable& table) {
  std::vector<std::string> cells{name, payer};
  for (const bom::EstimateAtQuantity& at : estimate.breaks) cells.push_back(cell(at));
  table.add(std::move(cells));
}

/// The amounts of one leg at each quantity; a leg is the same at all of them but for its amount.
void addLegRow(const bom::Estimate& estimate, std::size_t leg, TextTable& table) {
  const bom::CostLeg& first = estimate.breaks.front().delivery->legs[leg];
  const std::string payer = first.is_cost ? std::string(bom::payerName(first.payer)) : "gets back";
  addRow(
      estimate, first.id, payer,
      [&](const bom::EstimateAtQuantity& at) {
        const auto& legs = at.delivery->legs;
        const auto same = std::find_if(legs.begin(), legs.end(),
                                       [&](const bom::CostLeg& one) { return one.id == first.id; });
        return same == legs.end() ? std::string() : bom::formatUnitMoney(same->amount);
      },
      table);
}

/// Legs that have one id at one quantity (the terminal and its freight station) are one row.
bom::Estimate withLegsTogether(bom::Estimate estimate) {
  for (bom::EstimateAtQuantity& at : estimate.breaks) {
    std::vector<bom::CostLeg> together;
    for (bom::CostLeg& leg : at.delivery->legs) {
      const auto same = std::find_if(together.begin(), together.end(),
                                     [&](const bom::CostLeg& one) { return one.id == leg.id; });
      if (same == together.end())
        together.push_back(std::move(leg));
      else
        same->amount = same->amount + leg.amount;
    }
    at.delivery->legs = std::move(together);
  }
  return estimate;
}

std::string explanationOf(const bom::EstimateAtQuantity& at) {
  TextTable table({Align::Left, Align::Left, Align::Right, Align::Left, Align::Left});
  table.add({"leg", "paid by", std::string(at.delivery->price.currency().code()), "status", "reckoned from"});
  table.addRule();
  for (const bom::CostLeg& leg : at.delivery->legs)
    table.add({leg.id, std::string(bom::payerName(leg.payer)), bom::formatUnitMoney(leg.amount),
               std::string(bom::figureStatusName(leg.status)), leg.basis});
  return "At " + std::to_string(at.quantity) + " pieces:\n" + table.text("  ") + "\n";
}

std::string otherWays(const bom::EstimateAtQuantity& at) {
  std::string text;
  for (std::size_t i = 1; i < at.delivery->freights.size(); ++i) {
    const bom::Freight& freight = at.delivery->freights[i];
    text += (text.empty() ? "" : ", ") + freight.mode + " " +
            bom::formatUnitMoney(bom::printedPart(freight.cost, at.quantity)) + " USD";
  }
  return "Freight of " + std::to_string(at.quantity) + " pieces goes by " +
         at.delivery->freights.front().mode + "; others per piece: " + text + ".\n";
}

}  // namespace

void addDelivery(const bom::Delivery& delivery, Json& json) {
  json["unit"]["landed"] = unitMoney(delivery.landed);
  json["legs"] = Json::array();
  for (const bom::CostLeg& leg : delivery.legs)
    json["legs"].push_back({{"id", leg.id},
                            {"payer", bom::payerName(leg.payer)},
                            {"amount", unitMoney(leg.amount)},
                            {"basis", leg.basis},
                            {"status", bom::figureStatusName(leg.status)},
                            {"recoverable", !leg.is_cost}});
  json["duty"] = {{"tariff_line", delivery.duty.tariff_line},
                  {"rate_pct", bom::formatPercent(delivery.duty.rate)},
                  {"valuation", delivery.duty.valuation},
                  {"amount", unitMoney(delivery.duty.amount)},
                  {"customs_value", unitMoney(delivery.duty.customs_value)}};
  json["freight"] = Json::array();
  for (const bom::Freight& freight : delivery.freights)
    json["freight"].push_back({{"mode", freight.mode},
                               {"amount", bom::formatOrderMoney(freight.cost.roundedToMinor())},
                               {"currency", freight.cost.currency().code()},
                               {"basis", freight.basis}});
}

std::string deliveryText(const bom::Estimate& all, bool explain) {
  const bool delivers =
      std::all_of(all.breaks.begin(), all.breaks.end(),
                  [](const bom::EstimateAtQuantity& at) { return at.delivery.has_value(); });
  if (!delivers || all.breaks.empty()) return {};
  const bom::Estimate estimate = withLegsTogether(all);
  std::vector<Align> columns(estimate.breaks.size() + 2, Align::Right);
  columns[0] = columns[1] = Align::Left;
  TextTable table(std::move(columns));
  addRow(
      estimate, "to the buyer's door", "paid by",
      [](const bom::EstimateAtQuantity& at) { return std::to_string(at.quantity); }, table);
  table.addRule();
  for (std::size_t leg = 0; leg < estimate.breaks.front().delivery->legs.size(); ++leg)
    addLegRow(estimate, leg, table);
  table.addRule();
  addRow(
      estimate, "price " + estimate.input.incoterm, "",
      [](const auto& at) { return bom::formatUnitMoney(at.delivery->price); }, table);
  addRow(
      estimate, "landed in " + estimate.input.market, "",
      [](const auto& at) { return bom::formatUnitMoney(at.delivery->landed); }, table);
  std::string text = table.text() + "\n";
  for (const bom::EstimateAtQuantity& at : estimate.breaks) text += otherWays(at);
  if (explain)
    for (const bom::EstimateAtQuantity& at : all.breaks) text += "\n" + explanationOf(at);
  return text + "\n";
}

}  // namespace configurator
