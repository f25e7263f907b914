// What is asked of an engine and what it answers: choices, and the state of every value.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "configurator/rules/bit_row.h"
#include "configurator/rules/domain_model.h"

namespace configurator::engine {

/// A value the user fixed. A pinned choice is changed only where no repair can do without; among repairs that
/// change equally many choices those with the least sum of `weight` (0 or more) come first.
struct Choice {
  int variable = 0;
  int value = 0;
  bool pinned = false;
  std::int64_t weight = 0;
};

/// chosen: fixed by the user. forced: the only value left. available: some design with all the choices has
/// it. blocked: none has.
enum class ValueState : std::uint8_t { chosen, available, forced, blocked };

/// What the other values of a chosen variable are called: blocked (the choice stands), or what they would be
/// if that one choice were taken back.
enum class OwnChoice : std::uint8_t { stands, taken_back };

struct Domains {
  bool consistent =
      false;  ///< false: no design keeps the choices; then every value that is not chosen is blocked
  std::vector<ValueState> states;  ///< by DomainModel::firstValue(variable) + value

  bool operator==(const Domains&) const = default;
};

/// Choices sorted by variable, each once; nothing when one variable is given two values.
std::optional<std::vector<Choice>> sortedChoices(const DomainModel& model, std::vector<Choice> choices);

/// The states that follow from which values are possible. `possible`: bit firstValue(variable) + value.
Domains domainsOf(const DomainModel& model, const std::vector<Choice>& choices, const BitRow& possible);

}  // namespace configurator::engine
