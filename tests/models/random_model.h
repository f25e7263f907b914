// Small models by chance, small enough to list every design: the oracle of the engines' tests.
#pragma once

#include <cstdint>
#include <vector>

#include "configurator/rules/choice.h"
#include "configurator/rules/domain_model.h"

namespace models {

/// Three to six variables of one to four values, and up to nine constraints of every kind. Same seed, same
/// model.
configurator::engine::DomainModel randomModel(std::uint64_t seed);

/// More variables, for comparing two engines: `variables` of two to five values.
configurator::engine::DomainModel largerRandomModel(std::uint64_t seed, int variables);

/// Every design that keeps all constraints, tried one by one.
std::vector<configurator::engine::Design> allDesigns(const configurator::engine::DomainModel& model);

/// Every assignment whatever.
std::vector<configurator::engine::Design> allAssignments(const configurator::engine::DomainModel& model);

/// Some variables chosen by chance, whether that can stand or not; some pinned, with small weights.
std::vector<configurator::engine::Choice> randomChoices(const configurator::engine::DomainModel& model,
                                                        std::uint64_t seed);

}  // namespace models
