// One rule of the catalog as constraints over a model's variables.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/rules/catalog_model.h"
#include "configurator/rules/domain_model.h"

namespace configurator {

struct RuleConstraints {
  std::vector<engine::Clause> clauses;
  std::vector<engine::Table> tables;
  bool too_many = false;  ///< it speaks of more combinations than a model should hold: nothing is forbidden
};

/// Forbids exactly the designs that break the rule, but none where one of `unless` holds. REQUIRES a rule
/// that asks of no facts (ruleUnder).
RuleConstraints constraintsOf(const Catalog& catalog, const CatalogModel& model, const Rule& rule,
                              const std::vector<engine::Literal>& unless = {});

/// The rule as it stands in an order with these facts, which it no longer asks of; nothing where it cannot be
/// broken there.
std::optional<Rule> ruleUnder(const RuleFacts& facts, Rule rule);

}  // namespace configurator
