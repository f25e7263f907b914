// Puts ids into sentences with the catalog's English names.
#include "configurator/rules/rule_text.h"

#include <algorithm>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/resolve_rules.h"

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

/// Families have names; other attributes are words already.
std::string attributeName(const Catalog& catalog, const std::string& attribute, const std::string& word) {
  const MaterialFamily* family = attribute == "family" ? catalog.findFamily(word) : nullptr;
  return family == nullptr ? word : nameOr(family->name, word);
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

/// "high heat", `Market "Kenya"`, "a dark Shell".
std::string factText(const Catalog& catalog, const std::string& fact, const std::string& word) {
  if (fact == "market") {
    const auto market = catalog.prices.markets.find(word);
    return "the market " + (market == catalog.prices.markets.end() ? word : market->second.name);
  }
  if (fact == "region") return "a market of the region " + word;
  if (fact == "use") return "use for " + word;
  if (fact == "logo-contrast") return "a logo of " + word + " contrast";
  const std::size_t dot = fact.find('.');
  if (dot != std::string::npos) return "a " + word + " " + placeName(catalog, fact.substr(dot + 1));
  return word + " " + fact;
}

/// `Back length 420 mm`, `Hydration "Sleeve" (sleeve-height 380 mm)`.
std::string numberText(const Catalog& catalog, const RuleView& view, const std::string& name) {
  const auto [place, attribute] = ruleNumber(name);
  const std::string value = view.chosen(place);
  if (attribute.empty()) return choiceText(catalog, place, value);
  const auto number = view.number(name);
  std::string text = number ? formatNumber(*number) : "none";
  if (const Option* option = catalog.findOption(place, value)) {
    if (number) text = option->attribute(attribute);
  } else if (number && attribute == "thickness") {
    text += " mm";
  } else if (number && attribute == "mass-per-area") {
    text += " g/m2";
  }
  return choiceText(catalog, place, value) + " (" + attribute + " " + text + ")";
}

/// Puts a broken rule into a sentence.
class RuleSentence {
 public:
  RuleSentence(const Catalog& catalog, const RuleView& view, const Rule& rule)
      : catalog_(catalog), view_(view), rule_(rule) {}

  std::string text() const {
    // Only what forbids options and materials alone reads well as a sentence of their names.
    const auto isPlace = [](const Rule::Term& term) { return !term.test && term.fact.empty(); };
    const bool plain = std::all_of(rule_.when.begin(), rule_.when.end(), isPlace) &&
                       std::all_of(rule_.then.begin(), rule_.then.end(), isPlace);
    if (!plain || rule_.severity != "error" || rule_.verb == RuleVerb::Allows) return nameAndState();
    std::vector<std::string> when;
    for (const Rule::Term& term : rule_.when) addPresent(term, when);
    return joined(when, "and") + (rule_.verb == RuleVerb::Excludes ? excluded() : demand(when.size() > 1)) +
           ".";
  }

 private:
  static void addNew(const std::string& text, std::vector<std::string>& texts) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
  }

  /// What is there of what a term asks for.
  void addPresent(const Rule::Term& term, std::vector<std::string>& texts) const {
    if (term.test) {
      for (const std::string& name : term.test->names()) addNew(numberText(catalog_, view_, name), texts);
    } else if (term.fact.empty()) {
      addNew(choiceText(catalog_, term.id, view_.chosen(term.id)), texts);
    } else {
      for (const std::string& word : term.values) {
        Rule::Term one = term;
        one.values = {word};
        if (view_.fact(one)) addNew(factText(catalog_, term.fact, word), texts);
      }
    }
  }

  /// "A tall bladder needs a long back: here Back length 340 mm and ...".
  std::string nameAndState() const {
    std::vector<std::string> state;
    for (const std::string& place : rule_.table.places)
      addNew(choiceText(catalog_, place, view_.chosen(place)), state);
    for (const auto* terms : {&rule_.when, &rule_.then}) {
      for (const Rule::Term& term : *terms) addPresent(term, state);
    }
    return rule_.name.text() + ": here " + joined(state, "and") + ".";
  }

  std::string excluded() const {
    std::vector<std::string> then;
    for (const Rule::Term& term : rule_.then) {
      if (holds(view_, term).value_or(false)) addPresent(term, then);
    }
    return " cannot be combined with " + joined(then, "and");
  }

  std::string demand(bool many) const {
    std::vector<std::string> then;
    for (const Rule::Term& term : rule_.then)
      then.push_back(demandText(catalog_, term, view_.chosen(term.id)));
    const char* verb = rule_.verb == RuleVerb::Needs ? (many ? " need " : " needs ")
                                                     : (many ? " work only with " : " works only with ");
    return verb + joined(then, "or");
  }

  const Catalog& catalog_;
  const RuleView& view_;
  const Rule& rule_;
};

}  // namespace

std::string alternatives(const std::vector<std::string>& names) {
  std::vector<std::string> quoted;
  for (const std::string& name : names) quoted.push_back("\"" + name + "\"");
  return joined(quoted, "or");
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

std::string bareValueText(const Catalog& catalog, const std::string& place, const std::string& value) {
  const Parameter* parameter = catalog.findParameter(place);
  const auto number = parseDecimal(value);
  if (parameter != nullptr && number) return valueText(*parameter, *number);
  return valueName(catalog, place, value);
}

std::string valueInWords(const Catalog& catalog, const std::string& place, const std::string& value) {
  const std::string text = bareValueText(catalog, place, value);
  const bool is_number = catalog.findParameter(place) != nullptr && parseDecimal(value);
  return is_number ? text : "\"" + text + "\"";
}

std::string choiceText(const Catalog& catalog, const std::string& place, const std::string& value) {
  return placeText(catalog, place) + " " + valueInWords(catalog, place, value);
}

std::string termText(const Catalog& catalog, const Rule::Term& term) {
  std::vector<std::string> names;
  const bool by_name = term.attribute.empty();
  for (const std::string& value : by_name && !term.is_negated ? term.values : term.words)
    names.push_back(by_name ? valueName(catalog, term.id, value)
                            : attributeName(catalog, term.attribute, value));
  const std::string place = placeName(catalog, term.id);
  if (!by_name) return place + " with " + term.attribute + " " + alternatives(names);
  return (term.is_negated ? "another " + place + " than " : place + " ") + alternatives(names);
}

std::string changeText(const Catalog& catalog, const std::string& place, const std::string& from,
                       const std::string& to) {
  return placeText(catalog, place) + " from " + valueInWords(catalog, place, from) + " to " +
         valueInWords(catalog, place, to);
}

std::string demandText(const Catalog& catalog, const Rule::Term& term, const std::string& current) {
  return termText(catalog, term) + " (now \"" + valueName(catalog, term.id, current) + "\")";
}

std::string ruleText(const Catalog& catalog, const RuleView& view, const Rule& rule) {
  return RuleSentence(catalog, view, rule).text();
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
