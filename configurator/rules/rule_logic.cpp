// Reads rules.
#include "configurator/rules/rule_logic.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/number_text.h"
#include "configurator/catalog/resolve_rules.h"

namespace configurator {

namespace {

bool isOneOf(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool fitsTable(const RuleView& view, const Rule::Table& table) {
  std::vector<std::string> chosen;
  for (const std::string& place : table.places) chosen.push_back(view.chosen(place));
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (!row[column].empty() && !isOneOf(row[column], chosen[column])) return false;
    }
    return true;
  });
}

}  // namespace

std::optional<bool> holds(const RuleView& view, const Rule::Term& term, bool absent_is_zero) {
  if (!term.fact.empty()) return view.fact(term);
  if (!term.test) return isOneOf(term.values, view.chosen(term.id));
  const auto value = term.test->evaluate([&](std::string_view name) {
    const auto number = view.number(std::string(name));
    return number || !absent_is_zero ? number : std::optional(0.0);
  });
  if (!value) return std::nullopt;
  return *value != 0;
}

bool isBroken(const RuleView& view, const Rule& rule) {
  if (rule.verb == RuleVerb::Allows) return !fitsTable(view, rule.table);
  for (const Rule::Term& term : rule.when) {
    if (!holds(view, term).value_or(false)) return false;
  }
  const bool forbids = rule.verb == RuleVerb::Excludes;
  const bool any = std::any_of(rule.then.begin(), rule.then.end(), [&](const Rule::Term& term) {
    return holds(view, term, rule.absent_is_zero).value_or(!forbids);
  });
  return forbids ? any : !any;
}

std::optional<double> numberOfValue(const Catalog& catalog, const std::string& place,
                                    const std::string& value, const std::string& attribute) {
  if (catalog.findSlot(place) == nullptr) return catalog.materialNumber(value, attribute);
  const Option* option = catalog.findOption(place, value);
  if (option == nullptr) return std::nullopt;
  const auto number = option->numbers.find(attribute);
  if (number == option->numbers.end()) return std::nullopt;
  return number->second;
}

std::string presentText(const Choices& choices, const std::string& place) {
  if (const auto option = choices.options.find(place); option != choices.options.end())
    return option->second.value;
  if (const auto zone = choices.zones.find(place); zone != choices.zones.end()) return zone->second.value;
  const auto number = choices.parameters.find(place);
  if (number == choices.parameters.end() || !std::isfinite(number->second.value)) return {};
  return formatNumber(number->second.value);
}

RuleView viewOf(const Catalog& catalog, const Choices& choices, const RuleFacts& facts) {
  RuleView view;
  view.chosen = [&choices](const std::string& place) { return presentText(choices, place); };
  view.number = [&catalog, &choices](const std::string& name) -> std::optional<double> {
    if (const auto parameter = choices.parameters.find(name); parameter != choices.parameters.end())
      return parameter->second.value;
    const auto [place, attribute] = ruleNumber(name);
    return numberOfValue(catalog, place, presentText(choices, place), attribute);
  };
  view.fact = [&facts](const Rule::Term& term) { return holds(facts, term); };
  return view;
}

}  // namespace configurator
