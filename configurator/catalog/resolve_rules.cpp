// Looks up what rules speak of.
#include "configurator/catalog/resolve_rules.h"

#include <algorithm>
#include <set>

#include "configurator/catalog/in_quotes.h"
#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/rule_tables.h"

namespace configurator {

namespace {

using Words = std::vector<std::string>;

const Words kLevels{"low", "medium", "high"};
const Words kGrounds{"light", "dark"};
const Words kMaterialNumbers{"mass-per-area", "thickness"};

bool isAmong(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The options or materials that a place may take; empty for what is no slot or zone.
Words valuesOf(const Catalog& catalog, const std::string& place) {
  Words values;
  if (catalog.findSlot(place) != nullptr) {
    for (const Option* option : catalog.optionsOf(place)) values.push_back(option->id);
  } else if (const Zone* zone = catalog.findZone(place)) {
    values = catalog.materialsOf(*zone);
  }
  return values;
}

Words attributeWords(const Catalog& catalog, const std::string& place, const std::string& value,
                     const std::string& attribute) {
  const Option* option = catalog.findOption(place, value);
  if (option == nullptr) return catalog.materialWords(value, attribute);
  const std::string word = option->attribute(attribute);
  return word.empty() ? Words() : Words{word};
}

Words slotsAndZones(const Catalog& catalog) {
  Words known;
  for (const Slot& slot : catalog.slots) known.push_back(slot.id);
  for (const Zone& zone : catalog.zones) known.push_back(zone.id);
  return known;
}

Words wordsOfFact(const Catalog& catalog, const std::string& fact) {
  Words words;
  if (fact == "market") {
    for (const auto& [id, market] : catalog.prices.markets) words.push_back(id);
  } else if (fact == "region") {
    for (const auto& [id, market] : catalog.prices.markets) words.push_back(market.region);
  } else if (fact == "use") {
    return {};
  } else if (fact == "logo-contrast") {
    words = {"low", "high"};
  } else {
    words = fact.starts_with("ground.") ? kGrounds : kLevels;
  }
  return words;
}

class TermResolver {
 public:
  TermResolver(const Catalog& catalog, const Rule& rule, Problems& problems)
      : catalog_(catalog), rule_(rule), problems_(problems) {}

  void resolve(Rule::Term& term) const {
    if (term.test) return checkNames(*term.test);
    if (!term.fact.empty()) return checkFact(term);
    const Words values = valuesOf(catalog_, term.id);
    if (values.empty()) {
      wrong("slot or zone " + inQuotes(term.id) + " is unknown" +
            didYouMean(term.id, slotsAndZones(catalog_)));
    } else if (!term.attribute.empty()) {
      resolveAttribute(values, term);
    } else {
      checkValues(values, term);
      if (term.is_negated) term.values = without(values, term.words);
    }
  }

 private:
  void wrong(const std::string& what) const {
    problems_.add(rule_.at, "rule " + inQuotes(rule_.id) + ": " + what);
  }

  static Words without(Words values, const Words& left_out) {
    std::erase_if(values, [&](const std::string& value) { return isAmong(left_out, value); });
    return values;
  }

  void checkValues(const Words& known, const Rule::Term& term) const {
    const char* what = catalog_.findSlot(term.id) != nullptr ? "option of slot " : "material of zone ";
    for (const std::string& word : term.words) {
      if (!isAmong(known, word))
        wrong(what + inQuotes(term.id) + " " + inQuotes(word) + " is unknown" + didYouMean(word, known));
    }
  }

  void resolveAttribute(const Words& values, Rule::Term& term) const {
    term.values.clear();
    std::set<std::string> known;
    for (const std::string& value : values) {
      const Words words = attributeWords(catalog_, term.id, value, term.attribute);
      known.insert(words.begin(), words.end());
      if (std::any_of(words.begin(), words.end(),
                      [&](const auto& word) { return isAmong(term.words, word); }))
        term.values.push_back(value);
    }
    for (const std::string& word : term.words) {
      if (known.count(word) == 0)
        wrong("nothing in " + inQuotes(term.id) + " has " + term.attribute + " " + inQuotes(word) +
              didYouMean(word, Words(known.begin(), known.end())));
    }
  }

  void checkFact(const Rule::Term& term) const {
    const Words facts = ruleFacts(catalog_);
    if (!isAmong(facts, term.fact)) {
      wrong("fact " + inQuotes(term.fact) + " is unknown" + didYouMean(term.fact, facts));
      return;
    }
    const Words known = wordsOfFact(catalog_, term.fact);
    for (const std::string& word : term.words) {
      if (!known.empty() && !isAmong(known, word))
        wrong("fact " + inQuotes(term.fact) + " is never " + inQuotes(word) + didYouMean(word, known));
    }
  }

  void checkNames(const Expression& test) const {
    bool all_known = true;
    for (const std::string& name : test.names()) {
      if (dimensionOfRuleNumber(catalog_, name)) continue;
      wrong("formula " + inQuotes(test.text()) + ": " + inQuotes(name) +
            " is neither a parameter nor a number of an option or material");
      all_known = false;
    }
    if (!all_known) return;
    const auto units = test.checkUnits(
        [&](std::string_view name) { return dimensionOfRuleNumber(catalog_, std::string(name)); });
    if (!units) wrong(units.error().message);
  }

  const Catalog& catalog_;
  const Rule& rule_;
  Problems& problems_;
};

/// Can the suggested edit keep the rule: does it fulfil a `then`, or end a `when`? What compares numbers is
/// trusted.
bool mayKeep(const Rule& rule) {
  const std::string &place = rule.suggestion->place, &value = rule.suggestion->value;
  const auto speaksOf = [&](const Rule::Term& term) {
    if (!term.test) return term.id == place;
    const auto names = term.test->names();
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return ruleNumber(name).place == place; });
  };
  const auto keeps = [&](const Rule::Term& term, bool holding) {
    return speaksOf(term) && (term.test || isAmong(term.values, value) == holding);
  };
  const bool fulfils = rule.verb != RuleVerb::Excludes;
  return std::any_of(rule.then.begin(), rule.then.end(),
                     [&](const auto& term) { return keeps(term, fulfils); }) ||
         std::any_of(rule.when.begin(), rule.when.end(),
                     [&](const auto& term) { return keeps(term, false); });
}

void checkSuggestion(const Catalog& catalog, const Rule& rule, Problems& problems) {
  if (!rule.suggestion) return;
  const auto& [place, value] = *rule.suggestion;
  const bool is_number = catalog.findParameter(place) != nullptr && parseDecimal(value);
  const std::string whose = "rule " + inQuotes(rule.id) + ": <suggest> " + inQuotes(place + "=" + value);
  if (!is_number && !isAmong(valuesOf(catalog, place), value)) {
    problems.add(rule.at, whose + " is not in the catalog");
  } else if (!mayKeep(rule)) {
    problems.add(rule.at, whose + " does not keep the rule");
  }
}

std::optional<Dimension> dimensionOfText(const std::string& text) {
  const auto number = Expression::parse(text);
  if (!number || !number->names().empty()) return std::nullopt;
  const auto dimension = number->checkUnits([](std::string_view) { return std::nullopt; });
  if (!dimension) return std::nullopt;
  return *dimension;
}

std::optional<Dimension> dimensionOfOptions(const Catalog& catalog, const RuleNumber& number) {
  std::optional<Dimension> common;
  for (const Option* option : catalog.optionsOf(number.place)) {
    if (option->numbers.count(number.attribute) == 0) continue;
    const auto dimension = dimensionOfText(option->attribute(number.attribute));
    if (common && dimension != common) return std::nullopt;
    common = dimension;
  }
  return common;
}

}  // namespace

RuleNumber ruleNumber(const std::string& name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string::npos) return {name, ""};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

std::optional<Dimension> dimensionOfRuleNumber(const Catalog& catalog, const std::string& name) {
  const RuleNumber number = ruleNumber(name);
  if (number.attribute.empty()) {
    const Parameter* parameter = catalog.findParameter(name);
    if (parameter == nullptr) return std::nullopt;
    return parameter->unit == "mm"   ? Dimension::Length
           : parameter->unit == "l"  ? Dimension::Volume
           : parameter->unit == "kg" ? Dimension::Mass
                                     : Dimension::Number;
  }
  if (catalog.findSlot(number.place) != nullptr) return dimensionOfOptions(catalog, number);
  const Words values = valuesOf(catalog, number.place);
  const bool any = std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return catalog.materialNumber(value, number.attribute).has_value();
  });
  if (!any) return std::nullopt;
  return number.attribute == kMaterialNumbers.back() ? Dimension::Length : Dimension::Number;
}

std::vector<std::string> ruleFacts(const Catalog& catalog) {
  Words facts{"market", "region", "sun", "heat", "humidity", "use", "logo-contrast"};
  for (const Zone& zone : catalog.zones) facts.push_back("ground." + zone.id);
  return facts;
}

void resolveRules(Catalog& catalog, const std::map<std::string, std::string>& tables, Problems& problems) {
  for (Rule& rule : catalog.rules) {
    const TermResolver resolver(catalog, rule, problems);
    for (auto* terms : {&rule.when, &rule.then}) {
      for (Rule::Term& term : *terms) resolver.resolve(term);
    }
    checkSuggestion(catalog, rule, problems);
    if (rule.verb == RuleVerb::Allows) readRuleTable(catalog, tables, rule, problems);
  }
}

}  // namespace configurator
