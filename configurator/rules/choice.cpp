// Choices in order, and states of values from what is possible.
#include "configurator/rules/choice.h"

#include <algorithm>

#include "configurator/catalog/require.h"

namespace configurator::engine {

std::optional<std::vector<Choice>> sortedChoices(const DomainModel& model, std::vector<Choice> choices) {
  for (const Choice& choice : choices) {
    require(choice.variable >= 0 && choice.variable < model.variableCount(), "a choice names no variable");
    require(choice.value >= 0 && choice.value < model.valueCount(choice.variable), "a choice names no value");
    require(choice.weight >= 0, "a choice has a negative weight");
  }
  // Of the same choice made twice, one way to sort them, whatever order they came in.
  std::sort(choices.begin(), choices.end(), [](const Choice& one, const Choice& other) {
    if (one.variable != other.variable) return one.variable < other.variable;
    if (one.value != other.value) return one.value < other.value;
    return one.pinned != other.pinned ? one.pinned : one.weight > other.weight;
  });
  const auto same = [](const Choice& one, const Choice& other) {
    return one.variable == other.variable && one.value == other.value;
  };
  choices.erase(std::unique(choices.begin(), choices.end(), same), choices.end());
  const auto contradicts = [](const Choice& one, const Choice& other) {
    return one.variable == other.variable;
  };
  if (std::adjacent_find(choices.begin(), choices.end(), contradicts) != choices.end()) return std::nullopt;
  return choices;
}

Domains domainsOf(const DomainModel& model, const std::vector<Choice>& choices, const BitRow& possible) {
  Domains domains{true, std::vector<ValueState>(model.totalValues(), ValueState::blocked)};
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    const int first = model.firstValue(variable), end = first + model.valueCount(variable);
    int left = 0, last = first;
    for (int value = first; value < end; ++value) {
      if (!possible.test(value)) continue;
      domains.states[value] = ValueState::available;
      ++left;
      last = value;
    }
    if (left == 0) domains.consistent = false;
    if (left == 1) domains.states[last] = ValueState::forced;
  }
  for (const Choice& choice : choices) {
    const int first = model.firstValue(choice.variable);
    // Where the choice is the only value, its being forced says less than that the user chose it.
    domains.states[first + choice.value] = ValueState::chosen;
    for (int value = first; value < first + model.valueCount(choice.variable); ++value) {
      if (domains.states[value] == ValueState::forced) domains.states[value] = ValueState::available;
    }
  }
  return domains;
}

}  // namespace configurator::engine
