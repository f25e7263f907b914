#include "configurator/cli/price_answers.h"

#include "bom/number_text.h"
#include "configurator/cli/text_table.h"

namespace configurator {
namespace {

std::string priceText(bom::Money money) {
  return bom::formatUnitMoney(money) + " " + std::string(money.currency().code());
}

std::string differenceText(const bom::PriceChange& change) {
  if (!change.difference) return "";
  const std::int64_t billionths = change.difference->billionths();
  return (billionths > 0 ? "+" : "") + bom::formatRounded(billionths, 7, 1) + " %";
}

/// "from 0: 2.5000, from 1000: 2.1000"; empty where one price holds for all amounts.
std::string stepsText(const bom::Item& item) {
  const auto& steps = item.price_steps;
  if (steps.size() < 2 && (steps.empty() || steps.front().from.millionths() == 0)) return "";
  std::string text;
  for (const bom::PriceStep& step : steps)
    text += (text.empty() ? "from " : ", from ") + bom::formatQuantity(step.from) + ": " +
            bom::formatUnitMoney(step.price);
  return text;
}

/// What changes besides the price: "MOQ 50 -> 300".
std::string othersText(const bom::PriceChange& change) {
  std::string text;
  const auto add = [&](const char* what, const std::string& before, const std::string& after) {
    if (before == after) return;
    text += (text.empty() ? "" : "; ") + std::string(what) + " " + (before.empty() ? "none" : before) +
            " -> " + (after.empty() ? "none" : after);
  };
  add("MOQ", bom::formatQuantity(change.before.moq), bom::formatQuantity(change.after.moq));
  add("MOQ dyed", bom::formatQuantity(change.before.moq_dyed), bom::formatQuantity(change.after.moq_dyed));
  add("lead days", std::to_string(change.before.lead_days), std::to_string(change.after.lead_days));
  add("supplier", change.before.supplier, change.after.supplier);
  return text;
}

std::string countedText(int count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

Json stepsJson(const bom::Item& item) {
  Json steps = Json::array();
  for (const bom::PriceStep& step : item.price_steps)
    steps.push_back({{"from", amount(step.from)}, {"price", unitMoney(step.price)}});
  return steps;
}

Json buyingJson(const bom::Item& item) {
  return {{"price", unitMoney(item.price)},    {"currency", item.price.currency().code()},
          {"steps", stepsJson(item)},          {"moq", amount(item.moq)},
          {"moq_dyed", amount(item.moq_dyed)}, {"lead_days", item.lead_days},
          {"supplier", item.supplier}};
}

}  // namespace

std::string previewText(const ListPreview& preview) {
  const bom::PriceListEffect& effect = preview.effect;
  const bom::PriceList& list = preview.list;
  std::string text = preview.path + (list.sheet.empty() ? "" : ", sheet " + list.sheet) + ": " +
                     countedText(static_cast<int>(effect.changes.size()), "price changes", "prices change") +
                     ", " + countedText(effect.unchanged, "stays", "stay") + " as they are.\n";
  TextTable table({Align::Left, Align::Left, Align::Left, Align::Right, Align::Right, Align::Right,
                   Align::Left, Align::Left});
  table.add({"item", "name", "unit", "price", "new price", "change", "steps", "besides"});
  table.addRule();
  for (const bom::PriceChange& change : effect.changes) {
    table.add({change.after.id, change.after.name, std::string(bom::unitSymbol(change.after.unit)),
               priceText(change.before.price), priceText(change.after.price), differenceText(change),
               stepsText(change.after), othersText(change)});
  }
  if (!effect.changes.empty()) text += "\n" + table.text() + "\n";
  if (!effect.changes.empty())
    text +=
        "Prices of a list hold as they stand: the catalog's factors of small orders are not put on them.\n";
  if (!list.ignored_columns.empty()) {
    text += "Columns not read:";
    for (const std::string& column : list.ignored_columns) text += " \"" + column + "\"";
    text += "\n";
  }
  for (const std::string& problem : problemTexts(list)) text += "problem: " + problem + "\n";
  return text;
}

std::string previewJson(const ListPreview& preview) {
  Json json = jsonObject();
  json["list"] = preview.path;
  json["sha256"] = preview.sha256;
  json["changes"] = Json::array();
  for (const bom::PriceChange& change : preview.effect.changes) {
    json["changes"].push_back(
        {{"item", change.after.id},
         {"name", change.after.name},
         {"unit", bom::unitSymbol(change.after.unit)},
         {"row", change.row},
         {"before", buyingJson(change.before)},
         {"after", buyingJson(change.after)},
         {"change_pct", change.difference ? Json(bom::formatPercent(*change.difference)) : Json()}});
  }
  json["problems"] = Json::array();
  for (const bom::PriceListProblem& problem : preview.list.problems) {
    json["problems"].push_back(
        {{"row", problem.row}, {"column", problem.column}, {"message", problem.message}});
  }
  json["unchanged"] = preview.effect.unchanged;
  json["ignored_columns"] = preview.list.ignored_columns;
  return jsonText(json);
}

std::string ownPricesText(const DesignAnswer& answer) {
  if (!answer.figures.estimate || answer.design.order.price_lists.empty()) return {};
  std::string text;
  for (const bom::Item* item :
       ownPricesIn(answer.figures.estimate->breaks.front().bill, *answer.figures.prices))
    text += (text.empty() ? "" : ", ") + item->id + " (" + item->price_provenance.source + ", " +
            item->price_provenance.date + ")";
  return "Your prices: " + (text.empty() ? "none of the items of this pack is in its price lists" : text) +
         ".\n";
}

void addOwnPrices(const DesignAnswer& answer, Json& json) {
  if (!answer.figures.estimate || answer.design.order.price_lists.empty()) return;
  json["own_prices"] = Json::array();
  for (const bom::Item* item :
       ownPricesIn(answer.figures.estimate->breaks.front().bill, *answer.figures.prices)) {
    json["own_prices"].push_back({{"item", item->id},
                                  {"source", item->price_provenance.source},
                                  {"date", item->price_provenance.date}});
  }
}

void addOwnPrice(const bom::Item& item, Json& line) {
  const bom::Provenance& from = item.price_provenance;
  if (from.status == bom::FigureStatus::User)
    line["own_price"] = {{"source", from.source}, {"date", from.date}};
}

}  // namespace configurator
