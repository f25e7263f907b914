#include "configurator/session/step_bounds.h"

#include <algorithm>

#include "configurator/catalog/number_text.h"
#include "configurator/rules/check_rules.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/design_facts.h"

namespace configurator {
namespace {

/// What the rules say against a number, where they name it; else the first that they say.
std::optional<Violation> objectionToStep(const Catalog& catalog, const Design& design, const std::string& id,
                                         double value) {
  Choices choices = design.choices;
  choices.parameters.at(id) = {value, By::User, false};
  std::optional<Violation> objection;
  for (const Violation& violation : checkRules(catalog, choices, factsOf(catalog, design))) {
    if (violation.severity != "error") continue;
    if (std::find(violation.ids.begin(), violation.ids.end(), id) != violation.ids.end()) return violation;
    if (!objection) objection = violation;
  }
  return objection;
}

std::string endText(const Parameter& parameter, double end) {
  return parameter.name.text() + " ends at " + valueText(parameter, end) + ".";
}

}  // namespace

std::optional<double> nextStep(const std::vector<double>& steps, double value, int direction) {
  if (direction > 0) {
    const auto next = std::upper_bound(steps.begin(), steps.end(), value + 1e-9);
    return next == steps.end() ? std::nullopt : std::optional(*next);
  }
  const auto here = std::lower_bound(steps.begin(), steps.end(), value - 1e-9);
  return here == steps.begin() ? std::nullopt : std::optional(*(here - 1));
}

std::vector<StepBound> stepBoundsOf(const Catalog& catalog, const Design& design, const Figures& figures) {
  const Choices& choices = design.choices;
  std::vector<StepBound> bounds;
  for (const Parameter& parameter : catalog.parameters) {
    const std::vector<double> all = parameterSteps(parameter);
    const std::vector<double> allowed = allowedSteps(catalog, choices, parameter);
    const Pack* pack = figures.pack ? &*figures.pack : nullptr;
    const double now = presentValue(choices.parameters.at(parameter.id), parameter.id, pack).value;
    for (const int direction : {-1, 1}) {
      if (nextStep(allowed, now, direction)) continue;
      StepBound bound{parameter.id, direction, "", "", ""};
      if (const auto beyond = nextStep(all, now, direction)) {
        bound.value = formatNumber(*beyond);
        if (const auto objection = objectionToStep(catalog, design, parameter.id, *beyond)) {
          bound.why = objection->message;
          bound.because = objection->because;
        }
      } else if (!all.empty()) {
        bound.why = endText(parameter, direction > 0 ? all.back() : all.front());
      }
      bounds.push_back(std::move(bound));
    }
  }
  return bounds;
}

}  // namespace configurator
