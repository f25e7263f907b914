// Puts the catalog's words to an engine and its answers back into them.
#include "configurator/rules/rule_advisor.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/choice_hold.h"
#include "configurator/catalog/require.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

using engine::ValueState;

bool isOfAny(const std::vector<engine::Literal>& literals, int variable) {
  return std::any_of(literals.begin(), literals.end(),
                     [&](const engine::Literal& literal) { return literal.variable == variable; });
}

}  // namespace

std::string_view stateName(ValueState state) {
  switch (state) {
    case ValueState::chosen:
      return "chosen";
    case ValueState::available:
      return "available";
    case ValueState::forced:
      return "forced";
    case ValueState::blocked:
      return "blocked";
  }
  return "blocked";
}

int WayOut::ownChanges() const {
  return static_cast<int>(
      std::count_if(changes.begin(), changes.end(), [](const PlaceChange& change) { return change.own; }));
}

std::vector<engine::Choice> RuleAdvisor::ownChoices(const Choices& choices,
                                                    std::optional<int> without) const {
  const engine::Design design = model_->designOf(choices);
  std::vector<engine::Choice> own;
  for (int variable = 0; variable < model_->model().variableCount(); ++variable) {
    const PlaceHold hold = holdOf(choices, model_->model().name(variable));
    if (hold.by == By::User && variable != without && design[variable] != kNoValue)
      own.push_back({variable, design[variable], hold.pinned, 0});
  }
  return own;
}

/// The places with a value of the user's that they cannot take.
std::vector<int> RuleAdvisor::unfitOwn(const Choices& choices) const {
  const engine::Design design = model_->designOf(choices);
  std::vector<int> unfit;
  for (int variable = 0; variable < model_->model().variableCount(); ++variable) {
    const PlaceHold hold = holdOf(choices, model_->model().name(variable));
    if (hold.by == By::User && design[variable] == kNoValue) unfit.push_back(variable);
  }
  return unfit;
}

bool RuleAdvisor::isConsistent(const Choices& choices) {
  return unfitOwn(choices).empty() && engine_.isPossible(ownChoices(choices));
}

/// By the diagram as soon as there is one.
engine::Domains RuleAdvisor::domainsUnder(const std::vector<engine::Choice>& own, engine::OwnChoice what) {
  const engine::Diagram* diagram = model_->diagram();
  return diagram != nullptr ? diagram->domains(own, what) : engine_.domains(own, what);
}

/// Where the user's values contradict each other nothing is possible, except in place of one of them.
engine::Domains RuleAdvisor::domainsOf(const Choices& choices) {
  const std::vector<engine::Choice> own = ownChoices(choices);
  engine::Domains domains = domainsUnder(own, engine::OwnChoice::taken_back);
  if (domains.consistent) return domains;
  for (const engine::Choice& choice : own) {
    const engine::Domains others =
        domainsUnder(ownChoices(choices, choice.variable), engine::OwnChoice::stands);
    const int first = model_->model().firstValue(choice.variable);
    for (int value = 0; value < model_->model().valueCount(choice.variable); ++value) {
      if (others.consistent && value != choice.value)
        domains.states[first + value] = others.states[first + value];
    }
  }
  return domains;
}

std::vector<PlaceAdvice> RuleAdvisor::advise(const Choices& choices) {
  const engine::DomainModel& model = model_->model();
  const engine::Domains domains = domainsOf(choices);
  std::vector<PlaceAdvice> advice;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    PlaceAdvice place{model_->kindOf(variable), model.name(variable), {}};
    for (int value = 0; value < model.valueCount(variable); ++value) {
      place.values.push_back(
          {model.valueName(variable, value), domains.states[model.firstValue(variable) + value]});
    }
    advice.push_back(std::move(place));
  }
  return advice;
}

engine::Literal RuleAdvisor::literalOf(const PlaceValue& asked) const {
  const auto variable = model_->findVariable(asked.place);
  require(variable.has_value(), "a slot, parameter or zone of the catalog");
  return {*variable, model_->valueOf(*variable, asked.value), true};
}

ValueState RuleAdvisor::stateOf(const Choices& choices, const PlaceValue& asked) {
  const engine::Literal wanted = literalOf(asked);
  if (wanted.value == kNoValue) return ValueState::blocked;
  return domainsOf(choices).states[model_->model().firstValue(wanted.variable) + wanted.value];
}

std::vector<Reason> RuleAdvisor::named(const engine::Explanations& found) const {
  std::vector<Reason> reasons;
  for (const engine::Explanation& explanation : found.found) {
    Reason reason;
    for (const engine::Choice& choice : explanation.choices) {
      reason.choices.push_back(
          {model_->model().name(choice.variable), model_->model().valueName(choice.variable, choice.value)});
    }
    for (const int constraint : explanation.constraints) {
      const ModelRule& rule = model_->rule(constraint);
      if (std::find(reason.rules.begin(), reason.rules.end(), rule) == reason.rules.end())
        reason.rules.push_back(rule);
    }
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

std::vector<Reason> RuleAdvisor::explain(const Choices& choices, const PlaceValue& asked, int limit) {
  engine::Literal wanted = literalOf(asked);
  if (wanted.value == kNoValue) return {{{}, {model_->ruleOfPlace(wanted.variable)}}};
  wanted.equal = stateOf(choices, asked) != ValueState::forced;
  return named(engine_.explainAll(ownChoices(choices, wanted.variable), wanted, limit));
}

std::vector<Reason> RuleAdvisor::explainContradiction(const Choices& choices, int limit) {
  std::vector<Reason> reasons;
  for (const int variable : unfitOwn(choices)) {
    const std::string& place = model_->model().name(variable);
    reasons.push_back({{{place, presentText(choices, place)}}, {model_->ruleOfPlace(variable)}});
  }
  for (Reason& reason : named(engine_.explainAll(ownChoices(choices), std::nullopt, limit)))
    reasons.push_back(std::move(reason));
  if (static_cast<int>(reasons.size()) > limit) reasons.resize(static_cast<std::size_t>(limit));
  return reasons;
}

/// The same design with the numbers that had to change as near to the present ones as the rules allow.
engine::Design RuleAdvisor::nearestNumbers(engine::Design design, const Choices& choices,
                                           const std::vector<engine::Literal>& wanted) const {
  for (int variable = 0; variable < model_->model().variableCount(); ++variable) {
    const auto present = choices.parameters.find(model_->model().name(variable));
    const bool is_number =
        model_->kindOf(variable) == Place::Parameter && present != choices.parameters.end();
    if (!is_number || isOfAny(wanted, variable)) continue;
    const auto distance = [&](int value) {
      return std::abs(model_->numberOf(variable, value) - present->second.value);
    };
    engine::Design tried = design;
    for (int value = 0; value < model_->model().valueCount(variable); ++value) {
      tried[variable] = value;
      if (distance(value) < distance(design[variable]) && model_->model().keepsAll(tried))
        design[variable] = value;
    }
  }
  return design;
}

std::vector<PlaceChange> RuleAdvisor::changesTo(const engine::Design& design, const Choices& choices,
                                                const std::vector<engine::Literal>& wanted) const {
  const engine::DomainModel& model = model_->model();
  const engine::Design before = model_->designOf(choices);
  std::vector<PlaceChange> changes;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const std::string& place = model.name(variable);
    if (design[variable] == before[variable] || isOfAny(wanted, variable)) continue;
    const PlaceHold hold = holdOf(choices, place);
    changes.push_back({place, presentText(choices, place), model.valueName(variable, design[variable]),
                       hold.by == By::User, hold.pinned});
  }
  return changes;
}

std::vector<WayOut> RuleAdvisor::findWaysForAll(const Choices& choices, const std::vector<PlaceValue>& asked,
                                                int limit) {
  std::vector<engine::Literal> wanted;
  for (const PlaceValue& one : asked) wanted.push_back(literalOf(one));
  if (std::any_of(wanted.begin(), wanted.end(), [](const auto& one) { return one.value == kNoValue; }))
    return {};
  engine::Design present = model_->designOf(choices);
  std::replace(present.begin(), present.end(), kNoValue, 0);
  const engine::Repairs repairs = engine_.repairsForAll(ownChoices(choices), wanted, present, limit);
  std::vector<WayOut> ways;
  for (const engine::Repair& repair : repairs.found) {
    const engine::Design design = nearestNumbers(repair.design, choices, wanted);
    WayOut way{changesTo(design, choices, wanted), model_->choicesOf(design, choices)};
    for (const engine::Literal& one : wanted) makeOwn(way.choices, model_->model().name(one.variable));
    ways.push_back(std::move(way));
  }
  return ways;
}

std::vector<WayOut> RuleAdvisor::findWays(const Choices& choices, const PlaceValue& asked, int limit) {
  return findWaysForAll(choices, {asked}, limit);
}

std::vector<WayOut> RuleAdvisor::findWaysOut(const Choices& choices, int limit) {
  return findWaysForAll(choices, {}, limit);
}

}  // namespace configurator
