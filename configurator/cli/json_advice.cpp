// options and why as JSON.
#include <cmath>

#include "configurator/catalog/number_text.h"
#include "configurator/cli/advice_answers.h"
#include "configurator/cli/json_numbers.h"

namespace configurator {
namespace {

/// To a thousandth of a gram; never -0.
Json massJson(double grams) {
  return std::round(grams * 1000) / 1000 + 0.0;
}

Json valueOf(Place kind, const std::string& text) {
  const auto number = parseDecimal(text);
  return kind == Place::Parameter && number ? Json(*number) : Json(text);
}

/// The places of one kind; `place_key`, `list_key` and `value_key` are the contract's for it.
struct AdviceKeys {
  Place kind;
  const char *place_key, *list_key, *value_key;
};

Json placesJson(const OptionAdvice& advice, const AdviceKeys& keys) {
  Json places = Json::array();
  for (const AdvisedPlace& place : advice.places) {
    if (place.kind != keys.kind) continue;
    Json values = Json::array();
    for (const AdvisedValue& value : place.values) {
      Json one = {{keys.value_key, valueOf(place.kind, value.value)}, {"state", stateName(value.state)}};
      addDelta(value.delta, one);
      one["exact"] = value.delta ? Json(value.delta->exact) : Json();
      values.push_back(std::move(one));
    }
    places.push_back({{keys.place_key, place.place}, {keys.list_key, std::move(values)}});
  }
  return places;
}

Json reasonsJson(const std::vector<Reason>& reasons) {
  Json json = Json::array();
  for (const Reason& reason : reasons) {
    Json choices = Json::array(), rules = Json::array();
    for (const PlaceValue& choice : reason.choices)
      choices.push_back({{"slot", choice.place}, {"option", choice.value}});
    for (const ModelRule& rule : reason.rules)
      rules.push_back({{"id", rule.id}, {"name", rule.name}, {"because", rule.because}});
    json.push_back({{"choices", std::move(choices)}, {"rules", std::move(rules)}});
  }
  return json;
}

Json findingsJson(const std::vector<Violation>& finds) {
  Json findings = Json::array();
  for (const Violation& find : finds) findings.push_back({{"rule", find.rule}, {"message", find.message}});
  return findings;
}

/// What can be had without giving anything up needs no repair.
Json repairsJson(const WhyAnswer& answer) {
  Json repairs = Json::array();
  if (answer.state == engine::ValueState::available) return repairs;
  for (const PricedWay& priced : answer.ways) {
    Json repair = {{"changes", changesJson(priced.way.changes)}};
    addDelta(priced.delta, repair);
    repair["findings"] = findingsJson(priced.finds);
    repairs.push_back(std::move(repair));
  }
  return repairs;
}

}  // namespace

Json changesJson(const std::vector<PlaceChange>& changes) {
  Json json = Json::array();
  for (const PlaceChange& change : changes)
    json.push_back({{"slot", change.place}, {"from", change.from}, {"to", change.to}});
  return json;
}

void addDelta(const std::optional<OptionDelta>& delta, Json& json) {
  json["delta_unit_cost"] = delta ? unitMoney(delta->unit_cost) : Json();
  json["delta_mass_g"] = delta ? massJson(delta->mass_g) : Json();
}

std::string optionsJson(const OptionAdvice& advice) {
  Json json = jsonObject();
  json["valid"] = advice.valid;
  json["slots"] = placesJson(advice, {Place::Slot, "slot", "options", "option"});
  json["parameters"] = placesJson(advice, {Place::Parameter, "parameter", "steps", "value"});
  json["zones"] = placesJson(advice, {Place::Zone, "zone", "items", "item"});
  return jsonText(json);
}

std::string whyJson(const WhyAnswer& answer) {
  Json json = jsonObject();
  json["valid"] = answer.valid;
  json["state"] = stateName(answer.state);
  json["explanations"] = reasonsJson(answer.reasons);
  json["repairs"] = repairsJson(answer);
  const bool is_available = answer.state == engine::ValueState::available && !answer.ways.empty();
  json["findings"] = findingsJson(is_available ? answer.ways.front().finds : std::vector<Violation>());
  return jsonText(json);
}

}  // namespace configurator
