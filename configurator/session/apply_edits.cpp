#include "configurator/session/apply_edits.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/number_text.h"
#include "configurator/design/design_format.h"
#include "configurator/design/edit_design.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/figures.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

bool breaksAlready(const std::vector<Violation>& before, const Violation& violation) {
  return std::any_of(before.begin(), before.end(), [&](const Violation& old) {
    return old.severity == "error" && old.rule == violation.rule;
  });
}

bool names(const Violation& violation, const std::vector<KeyValue>& edits) {
  return std::any_of(edits.begin(), edits.end(), [&](const KeyValue& edit) {
    return std::find(violation.ids.begin(), violation.ids.end(), edit.key) != violation.ids.end();
  });
}

/// The catalog's rules as they stand in the order of a design.
struct RulesOfDesign {
  const Catalog& catalog;
  RuleFacts facts;

  std::size_t errorsIn(const Choices& choices) const {
    const std::vector<Violation> violations = checkRules(catalog, choices, facts);
    return static_cast<std::size_t>(std::count_if(violations.begin(), violations.end(),
                                                  [](const Violation& v) { return v.severity == "error"; }));
  }
};

/// Leaves in `place`, a choice of these `choices`, the candidate that breaks the fewest rules; of equals the
/// first.
void settle(const RulesOfDesign& rules, const Choices& choices, const std::vector<std::string>& candidates,
            std::string& place) {
  std::string best = place;
  std::size_t fewest = rules.errorsIn(choices);
  for (const std::string& candidate : candidates) {
    if (fewest == 0) break;
    place = candidate;
    const std::size_t errors = rules.errorsIn(choices);
    if (errors < fewest) {
      fewest = errors;
      best = candidate;
    }
  }
  place = best;
}

/// The allowed value next to the catalog's default; where options contradict each other, the default.
void settle(const Catalog& catalog, const Choices& choices, const Parameter& parameter, double& place) {
  const std::vector<double> steps = allowedSteps(catalog, choices, parameter);
  const auto nearer = [&](double a, double b) {
    return std::abs(a - parameter.default_value) < std::abs(b - parameter.default_value);
  };
  if (const auto nearest = std::min_element(steps.begin(), steps.end(), nearer); nearest != steps.end())
    place = *nearest;
}

/// One round over the slots and zones among the edits.
void settleChoices(const RulesOfDesign& rules, const std::vector<KeyValue>& edits, Choices& choices) {
  const Catalog& catalog = rules.catalog;
  for (const KeyValue& edit : edits) {
    if (edit.value != "auto") continue;
    if (catalog.findSlot(edit.key) != nullptr)
      settle(rules, choices, optionIds(catalog, edit.key), choices.options.at(edit.key).value);
    else if (const Zone* zone = catalog.findZone(edit.key))
      settle(rules, choices, catalog.materialsOf(*zone), choices.zones.at(edit.key).value);
  }
}

/// `auto` is the catalog's default, made for the usual body: another body takes what is nearest to it.
void settleAuto(const RulesOfDesign& rules, const std::vector<KeyValue>& edits, Choices& choices) {
  const Catalog& catalog = rules.catalog;
  // Twice: what a later one is settled to may leave an earlier one behind.
  settleChoices(rules, edits, choices);
  settleChoices(rules, edits, choices);
  for (const KeyValue& edit : edits) {
    const Parameter* parameter = catalog.findParameter(edit.key);
    if (parameter != nullptr && edit.value == "auto")
      settle(catalog, choices, *parameter, choices.parameters.at(edit.key).value);
  }
}

}  // namespace

std::vector<Violation> errorsOf(const std::vector<KeyValue>& edits, const std::vector<Violation>& before,
                                const std::vector<Violation>& after) {
  std::vector<Violation> errors;
  for (const Violation& violation : after) {
    if (violation.severity != "error") continue;
    if (!breaksAlready(before, violation) || names(violation, edits)) errors.push_back(violation);
  }
  return errors;
}

std::vector<Violation> rangeErrorsOf(const Catalog& catalog, const std::vector<KeyValue>& edits) {
  std::vector<Violation> errors;
  for (const KeyValue& edit : edits) {
    const Parameter* parameter = catalog.findParameter(edit.key);
    const auto number = parseDecimal(edit.value);
    if (parameter == nullptr || !number) continue;
    if (auto objection = objectionToValue(*parameter, *number)) {
      errors.push_back({"range." + edit.key,
                        "error",
                        *objection + ".",
                        "Patterns exist for these steps only.",
                        {edit.key}});
    }
  }
  return errors;
}

Result<Design> editedDesign(const Catalog& catalog, Design design, const std::vector<KeyValue>& edits) {
  for (const KeyValue& edit : edits) {
    auto next = applyEdit(catalog, std::move(design), edit.key, edit.value);
    if (!next) return next;
    design = std::move(*next);
  }
  settleAuto({catalog, factsOf(catalog, design)}, edits, design.choices);
  design.choices = withSolvedCapacity(catalog, std::move(design.choices));
  // Only now: pieces may move from one line to another.
  if (const auto objection = objectionToTotal(design.order)) return failure(*objection);
  return design;
}

}  // namespace configurator
