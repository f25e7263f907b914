// When is a rule broken? One reading of it for choices (check_rules.h) and for the model (catalog_model.h).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/rules/rule_facts.h"

namespace configurator {

/// What rules are asked against.
struct RuleView {
  std::function<std::string(const std::string& place)> chosen;  ///< option or material; empty: nothing
  std::function<std::optional<double>(const std::string& name)> number;  ///< of a test or law
  std::function<bool(const Rule::Term&)> fact;
};

/// Does the term hold? Nothing where a number that it compares has no value, so that the rule cannot say.
std::optional<bool> holds(const RuleView& view, const Rule::Term& term, bool absent_is_zero = false);

bool isBroken(const RuleView& view, const Rule& rule);

/// What one option or material gives to a number "PLACE.ATTRIBUTE"; nothing when it has none.
std::optional<double> numberOfValue(const Catalog& catalog, const std::string& place,
                                    const std::string& value, const std::string& attribute);

/// REQUIRES that all three outlive it.
RuleView viewOf(const Catalog& catalog, const Choices& choices, const RuleFacts& facts);

/// What is chosen in a slot, parameter or zone as text; empty when nothing is.
std::string presentText(const Choices& choices, const std::string& place);

}  // namespace configurator
