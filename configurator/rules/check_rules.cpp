// Checks choices against the catalog: first that they exist, then what options and parameters demand, then
// the rules.
#include "configurator/rules/check_rules.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/resolve_rules.h"
#include "configurator/rules/rule_logic.h"
#include "configurator/rules/rule_text.h"

namespace configurator {

namespace {

using Violations = std::vector<Violation>;

constexpr const char* kBodySlot = "body";

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

void addUnknown(Violations& violations, const std::string& id, std::string message) {
  violations.push_back(
      {"unknown." + id, "error", std::move(message), "Choices must exist in the catalog.", {id}});
}

void addMissing(Violations& violations, const std::string& id, const std::string& name) {
  violations.push_back({"missing." + id,
                        "error",
                        "Nothing is chosen for " + name + ".",
                        "Every slot, parameter and zone has a value.",
                        {id}});
}

void checkOptionsExist(const Catalog& catalog, const Choices& choices, Violations& violations) {
  for (const Slot& slot : catalog.slots) {
    const auto chosen = choices.options.find(slot.id);
    if (chosen == choices.options.end()) {
      addMissing(violations, slot.id, slot.name.text());
    } else if (catalog.findOption(slot.id, chosen->second.value) == nullptr) {
      addUnknown(violations, slot.id, slot.name.text() + " has no option \"" + chosen->second.value + "\".");
    }
  }
  for (const auto& [id, chosen] : choices.options) {
    if (catalog.findSlot(id) == nullptr) addUnknown(violations, id, "There is no slot \"" + id + "\".");
  }
}

void checkZones(const Catalog& catalog, const Choices& choices, Violations& violations) {
  for (const Zone& zone : catalog.zones) {
    const auto chosen = choices.zones.find(zone.id);
    if (chosen == choices.zones.end()) {
      addMissing(violations, zone.id, zone.name.text());
      continue;
    }
    const std::string& value = chosen->second.value;
    if (catalog.findItem(value) == nullptr && catalog.findSeries(value) == nullptr) {
      addUnknown(violations, zone.id, zone.name.text() + " has no material \"" + value + "\".");
    } else if (!catalog.suits(zone, value)) {
      violations.push_back({"accepts." + zone.id,
                            "error",
                            choiceText(catalog, zone.id, value) + " does not suit this zone.",
                            "A zone takes only materials of its categories.",
                            {zone.id}});
    }
  }
  for (const auto& [id, chosen] : choices.zones) {
    if (catalog.findZone(id) == nullptr) addUnknown(violations, id, "There is no zone \"" + id + "\".");
  }
}

void checkBodies(const Catalog& catalog, const Choices& choices, Violations& violations) {
  const std::string body = chosenIn(choices, kBodySlot);
  for (const Slot& slot : catalog.slots) {
    const Option* option = catalog.findOption(slot.id, chosenIn(choices, slot.id));
    if (option == nullptr || option->bodies.empty() || contains(option->bodies, body)) continue;
    const Rule::Term wanted{kBodySlot, option->bodies};
    violations.push_back(
        {"made-for." + slot.id + "." + option->id,
         "error",
         choiceText(catalog, slot.id, option->id) + " is made for " + demandText(catalog, wanted, body) + ".",
         "It is sewn to parts that other body constructions do not have.",
         {slot.id, kBodySlot}});
  }
}

/// A range whose option is chosen.
struct ActiveRange {
  const Parameter::Range* range;
  std::string slot;
};

std::vector<ActiveRange> activeRanges(const Catalog& catalog, const Choices& choices,
                                      const Parameter& parameter) {
  std::vector<ActiveRange> active;
  for (const Parameter::Range& range : parameter.ranges) {
    for (const Slot& slot : catalog.slots) {
      if (!range.slot.empty() && range.slot != slot.id) continue;
      const auto chosen = choices.options.find(slot.id);
      if (chosen == choices.options.end() || chosen->second.value != range.option) continue;
      if (catalog.findOption(slot.id, range.option) != nullptr) active.push_back({&range, slot.id});
    }
  }
  return active;
}

bool isStep(const std::vector<double>& steps, double value) {
  return std::any_of(steps.begin(), steps.end(), [&](double step) { return std::abs(step - value) < 1e-9; });
}

/// "range.ID" for the whole of a parameter's trouble: each range that is missed says its own bounds.
void checkRanges(const Catalog& catalog, const Choices& choices, const Parameter& parameter, double value,
                 Violations& violations) {
  Violation violation{"range." + parameter.id, "error", "", "", {parameter.id}};
  for (const ActiveRange& active : activeRanges(catalog, choices, parameter)) {
    const Parameter::Range& range = *active.range;
    if (value >= range.min - 1e-9 && value <= range.max + 1e-9) continue;
    violation.message += (violation.message.empty() ? "" : " ") +
                         rangeText(catalog, parameter, range, active.slot) + ", not " +
                         valueText(parameter, value) + ".";
    violation.ids.push_back(active.slot);
  }
  if (violation.message.empty()) return;
  violation.because = allowedSteps(catalog, choices, parameter).empty()
                          ? "The chosen options leave no common value."
                          : "Outside these bounds the parts cannot be built.";
  violations.push_back(std::move(violation));
}

void checkParameters(const Catalog& catalog, const Choices& choices, Violations& violations) {
  for (const Parameter& parameter : catalog.parameters) {
    const auto chosen = choices.parameters.find(parameter.id);
    if (chosen == choices.parameters.end()) {
      addMissing(violations, parameter.id, parameter.name.text());
      continue;
    }
    const double value = chosen->second.value;
    if (!isStep(parameterSteps(parameter), value)) {
      const std::string bounds =
          std::isfinite(value) ? ", not " + valueText(parameter, value) : std::string();
      violations.push_back({"range." + parameter.id,
                            "error",
                            parameter.name.text() + " comes in steps from " +
                                boundsText(parameter, parameter.min, parameter.max) + bounds + ".",
                            "Patterns exist for these steps only.",
                            {parameter.id}});
      continue;
    }
    checkRanges(catalog, choices, parameter, value, violations);
  }
  for (const auto& [id, chosen] : choices.parameters) {
    if (catalog.findParameter(id) == nullptr)
      addUnknown(violations, id, "There is no parameter \"" + id + "\".");
  }
}

/// The slots, parameters and zones that a rule speaks of, each once.
std::vector<std::string> placesOf(const Rule& rule) {
  std::vector<std::string> places = rule.table.places;
  const auto add = [&](const std::string& place) {
    if (!place.empty() && !contains(places, place)) places.push_back(place);
  };
  for (const auto* terms : {&rule.when, &rule.then}) {
    for (const Rule::Term& term : *terms) {
      add(term.id);
      if (!term.test) continue;
      for (const std::string& name : term.test->names()) add(ruleNumber(name).place);
    }
  }
  return places;
}

void checkCatalogRules(const Catalog& catalog, const Choices& choices, const RuleFacts& facts,
                       Violations& violations) {
  const RuleView view = viewOf(catalog, choices, facts);
  for (const Rule& rule : catalog.rules) {
    if (!isBroken(view, rule)) continue;
    violations.push_back({rule.id, rule.severity, ruleText(catalog, view, rule), rule.because.text(),
                          placesOf(rule), rule.suggestion});
  }
}

}  // namespace

Violations checkRules(const Catalog& catalog, const Choices& choices, const RuleFacts& facts) {
  Violations violations;
  checkOptionsExist(catalog, choices, violations);
  checkBodies(catalog, choices, violations);
  checkParameters(catalog, choices, violations);
  checkZones(catalog, choices, violations);
  checkCatalogRules(catalog, choices, facts, violations);
  return violations;
}

bool isValid(const Violations& violations) {
  return std::none_of(violations.begin(), violations.end(),
                      [](const Violation& v) { return v.severity == "error"; });
}

bool isBuildable(const Catalog& catalog, const Violations& violations) {
  return std::all_of(violations.begin(), violations.end(), [&](const Violation& violation) {
    return violation.severity != "error" ||
           std::any_of(catalog.rules.begin(), catalog.rules.end(),
                       [&](const Rule& rule) { return rule.id == violation.rule; });
  });
}

std::vector<double> allowedSteps(const Catalog& catalog, const Choices& choices, const Parameter& parameter) {
  std::vector<double> steps = parameterSteps(parameter);
  for (const ActiveRange& active : activeRanges(catalog, choices, parameter)) {
    std::erase_if(steps, [&](double step) {
      return step < active.range->min - 1e-9 || step > active.range->max + 1e-9;
    });
  }
  return steps;
}

bool optionFits(const Catalog& catalog, const Choices& choices, const Option& option,
                const RuleFacts& facts) {
  return objectionsTo(catalog, choices, option, facts).empty();
}

Violations objectionsTo(const Catalog& catalog, const Choices& choices, const Option& option,
                        const RuleFacts& facts) {
  Choices changed = choices;
  changed.options[option.slot].value = option.id;
  Violations objections = checkRules(catalog, changed, facts);
  std::erase_if(objections, [](const Violation& violation) { return violation.severity != "error"; });
  return objections;
}

}  // namespace configurator
