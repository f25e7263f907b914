// Clauses of a UVL constraint that speaks of features alone.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "configurator/rules/domain_model.h"
#include "tests/models/uvl_expression.h"

namespace models {

/// By distribution; nothing when the expression has numbers or texts, or when it makes too many clauses.
/// `literal_of` gives the literal that a feature is present, and nothing for what is no feature.
using PresenceOf = std::function<std::optional<configurator::engine::Literal>(const std::string& name)>;
std::optional<std::vector<configurator::engine::Clause>> uvlClauses(const UvlExpression& expression,
                                                                    const PresenceOf& literal_of);

}  // namespace models
