// show, bom and cost as JSON.
#include "bom/number_text.h"
#include "bom/plan/lead_times.h"
#include "configurator/cli/cloth_answers.h"
#include "configurator/cli/delivery_answers.h"
#include "configurator/cli/json_answers.h"
#include "configurator/cli/json_numbers.h"
#include "configurator/cli/outlook_answers.h"
#include "configurator/cli/plan_answers.h"
#include "configurator/cli/price_answers.h"
#include "configurator/session/choice_state.h"

namespace configurator {
namespace {

const Pack* packOf(const DesignAnswer& answer) {
  return answer.figures.pack ? &*answer.figures.pack : nullptr;
}

const bom::EstimateAtQuantity* firstBreak(const DesignAnswer& answer) {
  return answer.figures.estimate ? &answer.figures.estimate->breaks.front() : nullptr;
}

void addChoices(const DesignAnswer& answer, Json& json) {
  const Design& design = answer.design;
  json["choices"] = Json::array();
  for (const Slot& slot : answer.workshop.catalog.slots) {
    const auto& chosen = design.choices.options.at(slot.id);
    json["choices"].push_back({{"slot", slot.id},
                               {"option", chosen.value},
                               {"state", stateOf(slot.id, chosen.by, answer.figures.violations)},
                               {"by", byName(chosen.by)},
                               {"pinned", chosen.pinned}});
  }
  json["parameters"] = Json::object();
  for (const Parameter& parameter : answer.workshop.catalog.parameters) {
    const auto now = presentValue(design.choices.parameters.at(parameter.id), parameter.id, packOf(answer));
    json["parameters"][parameter.id] = {{"value", millimetres(now.value)}, {"by", byName(now.by)}};
  }
  json["zones"] = Json::array();
  for (const Zone& zone : answer.workshop.catalog.zones) {
    const auto& chosen = design.choices.zones.at(zone.id);
    json["zones"].push_back({{"zone", zone.id}, {"item", chosen.value}, {"by", byName(chosen.by)}});
  }
}

Json compartmentsOf(const Pack& pack) {
  Json compartments = Json::array();
  for (const Compartment& one : pack.compartments) {
    compartments.push_back({{"id", one.id}, {"capacity_l", litres(one.capacity_l)}});
  }
  return compartments;
}

Json inUnit(const SizePoint& point, double value) {
  if (point.unit == "l") return litres(value);
  return point.unit == "cm2" ? squareCentimetres(value) : millimetres(value);  // grams to a thousandth, too
}

/// The unit is in the keys: value_mm, of a volume value_l, of a weight value_g, of an area value_cm2.
Json sizesJson(const SizeTable& table) {
  Json measures = Json::array();
  for (const SizeColumn& column : table.columns) {
    for (const SizePoint& point : column.points) {
      measures.push_back({{"id", point.id},
                          {"name", point.name},
                          {"size", packSizeName(column.size)},
                          {"value_" + point.unit, inUnit(point, point.value)},
                          {"tol_plus_" + point.unit, inUnit(point, point.tol_plus)},
                          {"tol_minus_" + point.unit, inUnit(point, point.tol_minus)}});
    }
  }
  return measures;
}

void addCarryFigures(const DesignAnswer& answer, Json& json) {
  const auto& carry = answer.figures.carry;
  json["load_max_kg"] = carry ? Json(carry->load_max_kg) : Json();
  json["bounce_score"] = carry ? score(carry->bounce.score) : Json();
  json["centre_of_mass_mm"] = nullptr;
  json["reflective_cm2"] = nullptr;
  if (!carry) return;
  const Vec3& at = carry->pack.at;
  json["centre_of_mass_mm"] = {{"x", millimetres(at.x)}, {"y", millimetres(at.y)}, {"z", millimetres(at.z)}};
  json["reflective_cm2"] = reflectiveAreas(carry->reflective);
}

void addPackFigures(const DesignAnswer& answer, Json& json) {
  const Pack* pack = packOf(answer);
  const bom::EstimateAtQuantity* at = firstBreak(answer);
  json["label_means"] = pack != nullptr ? Json(pack->label_means) : Json();
  json["mass_g"] = at != nullptr ? grams(at->bill.mass) : Json();
  json["capacity_l"] = pack != nullptr ? litres(pack->capacity_l) : Json();
  json["carry_l"] = pack != nullptr ? litres(pack->carry_l) : Json();
  json["compartments"] = pack != nullptr ? compartmentsOf(*pack) : Json();
  addCarryFigures(answer, json);
  json["dimensions_mm"] = nullptr;
  if (pack != nullptr) {
    json["dimensions_mm"] = {{"h", millimetres(pack->dimensions_mm.y)},
                             {"w", millimetres(pack->dimensions_mm.x)},
                             {"d", millimetres(pack->dimensions_mm.z)}};
  }
  json["measures"] = answer.sizes ? sizesJson(*answer.sizes) : Json();
}

Json unitCostOf(const DesignAnswer& answer) {
  const bom::EstimateAtQuantity* at = firstBreak(answer);
  if (at == nullptr) return nullptr;
  const auto cost = unitCost(*at, incotermOf(answer));
  return {{"amount", cost ? unitMoney(*cost) : Json()},
          {"currency", at->fob.currency().code()},
          {"quantity", at->quantity},
          {"incoterm", incotermOf(answer)}};
}

Json wasteOf(const bom::BillLine& line) {
  Json waste = Json::array();
  for (const bom::Waste& part : line.waste) {
    waste.push_back({{"reason", part.reason}, {"amount", amount(part.amount)}});
  }
  return waste;
}

/// Null where nothing is known of it.
Json leadTimeOf(const bom::LineLead& lead) {
  if (lead.days.high == 0) return {};
  return {{"days", lead.days.typical}, {"low", lead.days.low},
          {"high", lead.days.high},    {"made_to_order", lead.is_made},
          {"from", lead.what},         {"status", bom::figureStatusName(lead.status)}};
}

/// An assembly's line sums what stands below it, so that only mass and price are its own.
Json billLineOf(const bom::PriceBook& book, const bom::BillLine& line, const bom::LineLead& lead) {
  const bool item = !line.is_assembly;
  Json json = {{"line", line.number},
               {"level", line.level},
               {"parent", line.parent.empty() ? Json() : Json(line.parent)},
               {"assembly", line.assembly},
               {"item", item ? Json(line.item) : Json()},
               {"placement", line.placement},
               {"part_ids", line.part_ids},
               {"unit", item ? Json(bom::unitSymbol(book.items.at(line.item).unit)) : Json()},
               {"net", item ? amount(line.net) : Json()},
               {"waste", wasteOf(line)},
               {"gross", item ? amount(line.gross) : Json()},
               {"mass_g", grams(line.mass)},
               {"unit_price", item ? unitMoney(line.unit_price) : Json()},
               {"extended", unitMoney(line.extended)},
               {"status", bom::figureStatusName(line.status)},
               {"lead_time", leadTimeOf(lead)}};
  if (item) addOwnPrice(book.items.at(line.item), json);
  return json;
}

Json explainedLines(const bom::EstimateAtQuantity& at) {
  Json lines = Json::array();
  std::vector<bom::EstimateLine> all = at.lines;
  all.insert(all.end(), at.assists.begin(), at.assists.end());
  for (const bom::EstimateLine& line : all) {
    lines.push_back({{"group", line.group},
                     {"name", line.name},
                     {"amount", unitMoney(line.unit)},
                     {"basis", line.basis},
                     {"status", bom::figureStatusName(line.status)}});
  }
  return lines;
}

Json breakOf(const bom::EstimateAtQuantity& at, const std::string& incoterm, bool explain) {
  Json json;
  json["quantity"] = at.quantity;
  json["unit"] = {{"materials", unitMoney(at.materials)},
                  {"labour", unitMoney(at.labour)},
                  {"overhead", unitMoney(at.overhead)},
                  {"tooling", unitMoney(at.tooling)},
                  {"quality", unitMoney(at.quality)},
                  {"logistics", unitMoney(at.logistics)},
                  {"margin", unitMoney(at.margin)},
                  {"ex_factory", unitMoney(at.ex_factory)},
                  {"fob", unitMoney(at.fob)},
                  {"landed", nullptr}};
  json["legs"] = nullptr;
  json["duty"] = nullptr;
  json["freight"] = nullptr;
  if (at.delivery) addDelivery(*at.delivery, json);
  const auto total = orderTotal(at, incoterm);
  json["order_total"] = total ? Json(bom::formatOrderMoney(*total)) : Json();
  json["assist"] = at.assists.empty() ? Json() : unitMoney(at.assist);
  if (explain) json["lines"] = explainedLines(at);
  return json;
}

const std::string& askedOr(const std::string& asked, const std::string& own) {
  return asked.empty() ? own : asked;
}

}  // namespace

const std::string& incotermOf(const DesignAnswer& answer) {
  return answer.request.incoterm.empty() ? answer.design.order.incoterm : answer.request.incoterm;
}

std::string showJson(const DesignAnswer& answer) {
  Json json = jsonObject();
  json["valid"] = answer.figures.valid;
  json["design"] = {{"name", answer.design.name},
                    {"style_number", answer.design.brand.style_number},
                    {"template", answer.design.template_id}};
  addChoices(answer, json);
  addPackFigures(answer, json);
  json["unit_cost"] = unitCostOf(answer);
  addOwnPrices(answer, json);
  return jsonText(json);
}

std::string bomJson(const DesignAnswer& answer) {
  Json json = jsonObject();
  json["valid"] = answer.figures.valid;
  json["quantity"] = nullptr;
  json["currency"] = askedOr(answer.request.currency, answer.design.order.currency);
  json["mass_g"] = nullptr;
  json["lines"] = nullptr;
  json["markers"] = nullptr;
  json["minimums"] = nullptr;
  if (const bom::EstimateAtQuantity* at = firstBreak(answer)) {
    json["quantity"] = at->bill.quantity;
    json["mass_g"] = grams(at->bill.mass);
    json["lines"] = Json::array();
    const std::vector<bom::BillLine>& lines = at->bill.lines;
    const auto leads = bom::leadTimesOf(*answer.figures.product, lines, *answer.figures.prices);
    for (std::size_t i = 0; i < lines.size(); ++i)
      json["lines"].push_back(billLineOf(*answer.figures.prices, lines[i], leads[i]));
    json["markers"] = clothJson(answer);
    json["minimums"] = minimumsJson(answer);
  }
  return jsonText(json);
}

std::string costJson(const DesignAnswer& answer) {
  const Order& order = answer.design.order;
  Json json = jsonObject();
  json["valid"] = answer.figures.valid;
  json["as_of"] = askedOr(answer.request.on, order.date);
  json["currency"] = askedOr(answer.request.currency, order.currency);
  json["origin"] = askedOr(answer.request.origin, order.origin);
  json["market"] = askedOr(answer.request.market, order.market);
  json["incoterm"] = incotermOf(answer);
  json["breaks"] = nullptr;
  addOwnPrices(answer, json);
  json["warnings"] = Json::array();
  if (answer.figures.estimate) {
    json["breaks"] = Json::array();
    for (const bom::EstimateAtQuantity& at : answer.figures.estimate->breaks) {
      json["breaks"].push_back(breakOf(at, incotermOf(answer), answer.explain));
      addPlan(answer, at, json["breaks"].back());
    }
    json["warnings"] = answer.figures.estimate->warnings;
  }
  addOutlook(answer, json);
  return jsonText(json);
}

}  // namespace configurator
