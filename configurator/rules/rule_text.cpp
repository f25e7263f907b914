// Puts ids into sentences with the catalog's English names.
#include "configurator/rules/rule_text.h"

#include <algorithm>

#include "configurator/catalog/number_text.h"

namespace configurator {

namespace {

std::string nameOr(const LocalizedText& name, const std::string& id) {
  return name.text().empty() ? id : name.text();
}

std::string placeName(const Catalog& catalog, const std::string& slot_or_zone) {
  if (const Slot* slot = catalog.findSlot(slot_or_zone)) return nameOr(slot->name, slot->id);
  if (const Zone* zone = catalog.findZone(slot_or_zone)) return nameOr(zone->name, zone->id);
  return slot_or_zone;
}

std::string valueName(const Catalog& catalog, const std::string& slot_or_zone, const std::string& value) {
  if (const Option* option = catalog.findOption(slot_or_zone, value)) return nameOr(option->name, value);
  if (catalog.findSlot(slot_or_zone) != nullptr) return value;
  if (const Series* line = catalog.findSeries(value)) return nameOr(line->name, value);
  if (const auto* item = catalog.findItem(value)) return item->name.empty() ? value : item->name;
  return value;
}

std::string joined(const std::vector<std::string>& parts, const std::string& last_word) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " " + last_word + " " : ", ";
    text += parts[i];
  }
  return text;
}

/// "a Capacity", "an Intended load".
std::string withArticle(const std::string& name) {
  const bool vowel = std::string_view("AEIOUaeiou").find(name.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + name;
}

}  // namespace

std::string alternatives(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back("\"" + name + "\"");
  return joined(quoted, "or");
}

bool holds(const Choices& choices, const Rule::Term& term) {
  const std::string chosen = chosenIn(choices, term.id);
  return std::find(term.values.begin(), term.values.end(), chosen) != term.values.end();
}

std::string chosenIn(const Choices& choices, const std::string& slot_or_zone) {
  if (const auto option = choices.options.find(slot_or_zone); option != choices.options.end()) {
    return option->second.value;
  }
  const auto zone = choices.zones.find(slot_or_zone);
  return zone == choices.zones.end() ? std::string() : zone->second.value;
}

std::string placeText(const Catalog& catalog, const std::string& place) {
  const Parameter* parameter = catalog.findParameter(place);
  return parameter == nullptr ? placeName(catalog, place) : nameOr(parameter->name, place);
}

std::string valueInWords(const Catalog& catalog, const std::string& place, const std::string& value) {
  const Parameter* parameter = catalog.findParameter(place);
  const auto number = parseDecimal(value);
  if (parameter != nullptr && number) return valueText(*parameter, *number);
  return "\"" + valueName(catalog, place, value) + "\"";
}

std::string choiceText(const Catalog& catalog, const std::string& place, const std::string& value) {
  return placeText(catalog, place) + " " + valueInWords(catalog, place, value);
}

std::string termText(const Catalog& catalog, const Rule::Term& term) {
  std::vector<std::string> names;
  for (const std::string& value : term.values) names.push_back(valueName(catalog, term.id, value));
  return placeName(catalog, term.id) + " " + alternatives(names);
}

std::string changeText(const Catalog& catalog, const std::string& place, const std::string& from,
                       const std::string& to) {
  return placeText(catalog, place) + " from " + valueInWords(catalog, place, from) + " to " +
         valueInWords(catalog, place, to);
}

std::string demandText(const Catalog& catalog, const Rule::Term& term, const std::string& current) {
  return termText(catalog, term) + " (now \"" + valueName(catalog, term.id, current) + "\")";
}

std::string ruleText(const Catalog& catalog, const Choices& choices, const Rule& rule) {
  std::vector<std::string> when, then;
  for (const Rule::Term& term : rule.when)
    when.push_back(choiceText(catalog, term.id, chosenIn(choices, term.id)));
  const std::string subject = joined(when, "and");
  if (rule.verb == RuleVerb::Excludes) {
    for (const Rule::Term& term : rule.then) {
      if (holds(choices, term)) then.push_back(choiceText(catalog, term.id, chosenIn(choices, term.id)));
    }
    return subject + " cannot be combined with " + joined(then, "and") + ".";
  }
  for (const Rule::Term& term : rule.then)
    then.push_back(demandText(catalog, term, chosenIn(choices, term.id)));
  const bool many = rule.when.size() > 1;
  const std::string verb = rule.verb == RuleVerb::Needs ? (many ? " need " : " needs ")
                                                        : (many ? " work only with " : " works only with ");
  return subject + verb + joined(then, "or") + ".";
}

std::string valueText(const Parameter& parameter, double value) {
  return formatNumber(value) + (parameter.unit == "pc" ? std::string() : " " + parameter.unit);
}

std::string boundsText(const Parameter& parameter, double min, double max) {
  if (min == max) return "exactly " + valueText(parameter, min);
  return valueText(parameter, min) + " to " + valueText(parameter, max);
}

std::string rangeText(const Catalog& catalog, const Parameter& parameter, const Parameter::Range& range,
                      const std::string& slot) {
  return choiceText(catalog, slot, range.option) + " takes " + withArticle(parameter.name.text()) + " of " +
         boundsText(parameter, range.min, range.max);
}

}  // namespace configurator
