// find as JSON.
#include <cmath>

#include "bom/number_text.h"
#include "configurator/cli/find_answers.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {
namespace {

Json foundMass(double grams) {
  return std::round(grams * 1000) / 1000;
}

Json valuesJson(const std::vector<PlaceValue>& values) {
  Json json = Json::array();
  for (const PlaceValue& value : values) json.push_back({{"slot", value.place}, {"option", value.value}});
  return json;
}

Json foundPackJson(const Catalog& catalog, const FoundPack& found) {
  const ProbedDesign& design = found.design;
  Json choices = Json::array(), numbers = Json::object(), zones = Json::array(), changes = Json::array();
  for (const Slot& slot : catalog.slots)
    choices.push_back({{"slot", slot.id}, {"option", design.choices.options.at(slot.id).value}});
  for (const Parameter& parameter : catalog.parameters)
    numbers[parameter.id] = design.choices.parameters.at(parameter.id).value;
  for (const Zone& zone : catalog.zones)
    zones.push_back({{"zone", zone.id}, {"item", design.choices.zones.at(zone.id).value}});
  for (const PlaceChange& change : found.changes)
    changes.push_back({{"slot", change.place}, {"from", change.from}, {"to", change.to}});
  return {{"choices", std::move(choices)},      {"parameters", std::move(numbers)},
          {"zones", std::move(zones)},          {"changes", std::move(changes)},
          {"warnings", found.warnings},         {"unit_cost", unitMoney(design.unit_cost)},
          {"mass_g", foundMass(design.mass_g)}, {"capacity_l", litres(design.capacity_l)},
          {"carry_l", litres(design.carry_l)},  {"label_means", design.label_means}};
}

/// In the unit of what is minimised: an amount of money as text, grams.
Json boundJson(const FindReport& report) {
  const auto& bound = report.answer.bound;
  if (!bound) return nullptr;
  if (report.request.minimise == FoundFigure::Mass) return static_cast<double>(*bound) / 1000;
  const bom::Currency currency = report.answer.designs.front().design.unit_cost.currency();
  return unitMoney(bom::Money::fromMillionths(*bound * 100, currency));
}

}  // namespace

std::string findJson(const FindReport& report) {
  const FindAnswer& answer = report.answer;
  const ProbedDesign& first = answer.designs.front().design;
  Json json = jsonObject();
  json["valid"] = answer.valid;
  json["minimise"] = measureName(report.request.minimise);
  json["and"] = report.request.second ? Json(measureName(*report.request.second)) : Json();
  json["currency"] = first.unit_cost.currency().code();
  json["incoterm"] = first.incoterm;
  json["quantity"] = first.quantity;
  json["fixed"] = valuesJson(answer.fixed);
  json["proven"] = answer.proven;
  json["bound"] = boundJson(report);
  json["valid_designs"] = answer.count.number.text();
  json["valid_designs_exact"] = answer.count.exact;
  json["not_looked_at"] = answer.not_looked_at;
  json["designs"] = Json::array();
  for (const FoundPack& found : answer.designs)
    json["designs"].push_back(foundPackJson(report.catalog, found));
  return jsonText(json);
}

}  // namespace configurator
