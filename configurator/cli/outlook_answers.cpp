#include "configurator/cli/outlook_answers.h"

#include <algorithm>

#include "bom/number_text.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

constexpr const char* kBroken = "The design breaks rules: see check.\n";

std::string unitText(bom::Money money) {
  return bom::formatUnitMoney(money);
}

Json effectsJson(const std::vector<bom::DriverEffect>& effects) {
  Json json = Json::array();
  for (const bom::DriverEffect& effect : effects)
    json.push_back({{"driver", bom::driverName(effect.driver)},
                    {"less", unitMoney(effect.at_less)},
                    {"more", unitMoney(effect.at_more)},
                    {"swing", unitMoney(effect.swing)}});
  return json;
}

std::string effectsText(const std::vector<bom::DriverEffect>& effects, const std::string& less,
                        const std::string& more) {
  TextTable table({Align::Left, Align::Right, Align::Right, Align::Right});
  table.add({"driver", less, more, "apart"});
  table.addRule();
  for (const bom::DriverEffect& effect : effects)
    table.add({bom::driverName(effect.driver), unitText(effect.at_less), unitText(effect.at_more),
               unitText(effect.swing)});
  return table.text("  ");
}

std::string rangeText(const bom::PriceRange& range, const std::string& what, const std::string& code) {
  return "\nRange of the " + what + ", an estimate from how sure its figures are: likely " +
         unitText(range.likely_low) + " to " + unitText(range.likely_high) + " " + code + ", typical " +
         unitText(range.typical) + "; with every figure at its cheap or dear end " + unitText(range.low) +
         " to " + unitText(range.high) + ".\n";
}

std::string ladderText(const std::vector<bom::LadderStep>& ladder) {
  if (ladder.empty()) return {};
  TextTable table({Align::Left, Align::Right, Align::Right, Align::Right, Align::Left});
  table.add({"to the shop", "price", "margin", "markup", "reckoned from"});
  table.addRule();
  for (const bom::LadderStep& step : ladder) {
    const bool earns = step.margin > bom::Ratio();
    const auto percent = [&](bom::Ratio share) {
      return earns ? bom::formatRounded(share.billionths(), 7, 1) + " %" : std::string();
    };
    table.add({step.name, unitText(step.price), percent(step.margin), percent(step.markup), step.basis});
  }
  return "\n" + table.text() + "\n";
}

std::string statusOf(const bom::MinimumRow& row) {
  return row.made ? "made for the order" : "stock";
}

}  // namespace

void addOutlook(const DesignAnswer& answer, Json& json) {
  json["range"] = nullptr;
  json["sensitivity"] = nullptr;
  json["ladder"] = nullptr;
  if (!answer.figures.estimate) return;
  const auto outlook = outlookOf(answer.figures);
  if (!outlook) {
    json["warnings"].push_back("range and sensitivity are not reckoned: " + outlook.error().message);
    return;
  }
  const bom::PriceRange& range = outlook->range;
  json["range"] = {{"low", unitMoney(range.low)},         {"likely_low", unitMoney(range.likely_low)},
                   {"typical", unitMoney(range.typical)}, {"likely_high", unitMoney(range.likely_high)},
                   {"high", unitMoney(range.high)},       {"drivers", effectsJson(range.drivers)}};
  json["sensitivity"] = effectsJson(outlook->sensitivity);
  json["ladder"] = Json::array();
  for (const bom::LadderStep& step : outlook->ladder)
    json["ladder"].push_back({{"step", step.name},
                              {"price", unitMoney(step.price)},
                              {"margin_pct", bom::formatPercent(step.margin)},
                              {"markup_pct", bom::formatPercent(step.markup)},
                              {"basis", step.basis}});
}

std::string outlookText(const DesignAnswer& answer) {
  if (!answer.figures.estimate) return {};
  const auto outlook = outlookOf(answer.figures);
  if (!outlook) return "\nnote: range and sensitivity are not reckoned: " + outlook.error().message + "\n";
  const bom::Estimate& estimate = *answer.figures.estimate;
  const std::string code(estimate.input.currency.code());
  const bool landed = estimate.breaks.front().delivery.has_value();
  const std::string what = std::string(landed ? "landed cost" : "FOB price") + " of " +
                           std::to_string(estimate.breaks.front().quantity) + " pieces";
  std::string text = rangeText(outlook->range, what, code);
  if (answer.explain) {
    text += "\nEach driver at its cheap and dear end:\n" +
            effectsText(outlook->range.drivers, "cheap", "dear") + "\nThe " + what +
            " with a driver 10 % down and up:\n" + effectsText(outlook->sensitivity, "-10 %", "+10 %");
  }
  return text + ladderText(outlook->ladder);
}

Json minimumsJson(const DesignAnswer& answer) {
  if (!answer.figures.estimate) return nullptr;
  Json json = Json::array();
  for (const bom::MinimumRow& row : answer.figures.estimate->breaks.front().minimums)
    json.push_back({{"item", row.item},
                    {"color", row.color.empty() ? Json() : Json(row.color)},
                    {"made_to_order", row.made},
                    {"unit", bom::unitSymbol(row.need.unit())},
                    {"need", amount(row.need)},
                    {"minimum", amount(row.minimum)},
                    {"surplus", amount(row.surplus)},
                    {"cost", bom::formatOrderMoney(row.cost.roundedToMinor())},
                    {"basis", row.basis}});
  return json;
}

std::string minimumsText(const DesignAnswer& answer) {
  const bom::EstimateAtQuantity& at = answer.figures.estimate->breaks.front();
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Right,
                   Align::Left, Align::Right});
  table.add({"below its minimum", "colour", "", "need", "minimum", "left over", "unit",
             std::string(at.fob.currency().code())});
  table.addRule();
  bool any = false;
  for (const bom::MinimumRow& row : at.minimums) {
    if (row.need.millionths() >= row.minimum.millionths() || row.surplus.millionths() == 0) continue;
    // The factory keeps what is left of goods off the shelf.
    if (!row.made && row.cost.millionths() == 0) continue;
    const auto figure = [](bom::Quantity quantity) {
      return bom::formatRounded(quantity.millionths(), 6, 1);
    };
    any = true;
    table.add({answer.figures.prices->items.at(row.item).name, row.color, statusOf(row), figure(row.need),
               figure(row.minimum), figure(row.surplus), std::string(bom::unitSymbol(row.need.unit())),
               bom::formatOrderMoney(row.cost.roundedToMinor())});
  }
  return any ? "\nFor " + std::to_string(at.quantity) + " pieces:\n" + table.text() : "";
}

std::string targetJson(const TargetCost& found) {
  const bom::EstimateInput& order = found.order;
  const auto savings = [](const std::vector<Saving>& list) {
    Json json = Json::array();
    for (const Saving& one : list)
      json.push_back({{"change", one.what},
                      {"key", one.edit.key},
                      {"value", one.edit.value},
                      {"price", unitMoney(one.price)},
                      {"saved", unitMoney(one.saved)}});
    return json;
  };
  Json json = jsonObject();
  json["valid"] = found.valid;
  json["currency"] = order.currency.code();
  json["incoterm"] = order.incoterm;
  json["quantity"] = order.quantities.front();
  json["now"] = unitMoney(found.now);
  json["target"] = unitMoney(found.target);
  json["reached"] = found.reached;
  json["single"] = savings(found.single);
  json["together"] = savings(found.together);
  json["orders"] = Json::array();
  for (const bom::WhatIfCell& cell : found.orders)
    json["orders"].push_back(
        {{"origin", cell.origin}, {"quantity", cell.quantity}, {"price", unitMoney(cell.price)}});
  return jsonText(json);
}

std::string targetText(const TargetCost& found) {
  const bom::EstimateInput& order = found.order;
  constexpr std::size_t kShown = 10;
  const std::string code(order.currency.code());
  std::string text = std::string(found.valid ? "" : kBroken) + "A pack costs " + unitText(found.now) + " " +
                     code + " " + order.incoterm + " at " + std::to_string(order.quantities.front()) +
                     " pieces; the target is " + unitText(found.target) + ".\n";
  if (!(found.target < found.now)) return text + "That is reached already.\n";
  const auto table = [](const std::vector<Saving>& list, std::size_t most) {
    TextTable rows({Align::Left, Align::Right, Align::Right});
    rows.add({"change", "saves", "then"});
    rows.addRule();
    for (std::size_t i = 0; i < std::min(most, list.size()); ++i)
      rows.add({list[i].what, unitText(list[i].saved), unitText(list[i].price)});
    return rows.text("  ");
  };
  text += found.reached ? "\nThese changes together reach it:\n"
                        : "\nThe changes that were tried do not reach it together:\n";
  text += table(found.together, found.together.size());
  text += "\nEach alone saves, about:\n" + table(found.single, kShown);
  if (found.orders.empty()) return text + "\nNo other origin and no larger break reaches it as it is.\n";
  text += "\nAs it is, these orders reach it:\n";
  for (const bom::WhatIfCell& cell : found.orders)
    text += "  " + std::to_string(cell.quantity) + " pieces from " + cell.origin + ": " +
            unitText(cell.price) + "\n";
  return text;
}

std::string whatIfJson(const bom::EstimateInput& order, const std::vector<bom::WhatIfCell>& cells,
                       bool valid) {
  Json json = jsonObject();
  json["valid"] = valid;
  json["as_of"] = order.as_of;
  json["currency"] = order.currency.code();
  json["cells"] = Json::array();
  for (const bom::WhatIfCell& cell : cells) {
    const bool known = cell.refusal.empty();
    json["cells"].push_back(
        {{"origin", cell.origin},
         {"market", cell.market},
         {"incoterm", cell.incoterm},
         {"quantity", cell.quantity},
         {"ex_factory", known ? unitMoney(cell.ex_factory) : Json()},
         {"price", known ? unitMoney(cell.price) : Json()},
         {"duty", known ? unitMoney(cell.duty) : Json()},
         {"landed", known ? unitMoney(cell.landed) : Json()},
         {"order_landed", known ? Json(bom::formatOrderMoney(cell.order_landed)) : Json()},
         {"refusal", known ? Json() : Json(cell.refusal)}});
  }
  return jsonText(json);
}

std::string whatIfText(const bom::EstimateInput& order, const std::vector<bom::WhatIfCell>& cells,
                       bool valid) {
  const auto cheapest = bom::cheapestLanded(cells);
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Right,
                   Align::Right, Align::Right, Align::Right, Align::Left});
  table.add(
      {"origin", "market", "term", "pieces", "ex-factory", "price", "duty", "landed", "order landed", ""});
  table.addRule();
  for (const bom::WhatIfCell& cell : cells) {
    std::vector<std::string> row{cell.origin, cell.market, cell.incoterm, std::to_string(cell.quantity)};
    if (!cell.refusal.empty()) {
      row.insert(row.end(), {"-", "-", "-", "-", "-", cell.refusal});
    } else {
      const bool least = std::find(cheapest.begin(), cheapest.end(), &cell) != cheapest.end();
      row.insert(row.end(), {unitText(cell.ex_factory), unitText(cell.price), unitText(cell.duty),
                             unitText(cell.landed), bom::formatOrderMoney(cell.order_landed),
                             least ? "least landed for this market and quantity" : ""});
    }
    table.add(std::move(row));
  }
  return (valid ? "" : kBroken) + ("Per pack in " + std::string(order.currency.code())) + ", figures of " +
         order.as_of + "; an estimate.\n\n" + table.text();
}

}  // namespace configurator
