// A finite-domain model as clauses: a two-valued variable is one literal and its negation, another one a
// literal for each value of which exactly one holds; tables and cardinalities get helping variables.
#pragma once

#include <vector>

#include "configurator/rules/clause_search.h"
#include "configurator/rules/domain_model.h"

namespace configurator::engine {

/// With guards each constraint holds only while its guard is assumed; without, all hold for ever.
enum class Guards : std::uint8_t { none, one_each };

struct ClauseEncoding {
  std::vector<Lit> values;  ///< by DomainModel::firstValue(variable) + value
  std::vector<Lit> guards;  ///< by constraint, where asked for

  Lit of(const DomainModel& model, const Literal& literal) const {
    const Lit lit = values[model.firstValue(literal.variable) + literal.value];
    return literal.equal ? lit : negated(lit);
  }
};

/// Into an empty search.
ClauseEncoding encode(const DomainModel& model, ClauseSearch& search, Guards guards);

/// The values a solution gives to the variables.
Design designOf(const DomainModel& model, const ClauseEncoding& encoding, const BitRow& solution);

}  // namespace configurator::engine
