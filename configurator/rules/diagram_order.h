// Orders of variables in which a decision diagram may stay small.
#pragma once

#include <vector>

#include "configurator/rules/domain_model.h"

namespace configurator::engine {

/// At most `count` orders, each a permutation of the variables: as the model lists them, moved together by
/// the centres of gravity of their constraints (Aloul, Markov, Sakallah: FORCE, 2003), and others from other
/// starts.
std::vector<std::vector<int>> candidateOrders(const DomainModel& model, int count);

}  // namespace configurator::engine
