// Do the choices keep the catalog's rules, and each parameter its range under the chosen options? Knows no
// prices and no geometry.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/rules/rule_facts.h"

namespace configurator {

/// A broken rule: a value, never an error.
struct Violation {
  std::string rule;      ///< stable id; "range.capacity" for a parameter's range, "made-for.SLOT.OPTION" for
                         ///< bodies, "accepts.ZONE", "unknown.ID", "missing.ID"
  std::string severity;  ///< "error" "warning" "hint"
  std::string message;   ///< what is wrong, with the chosen names
  std::string because;   ///< the catalog author's reason
  std::vector<std::string> ids;                  ///< slots, parameters and zones concerned
  std::optional<Rule::Suggestion> suggestion{};  ///< an edit that its author thinks better
};

/// All broken rules, in catalog order. Unknown ids in choices are violations too ("unknown.ID").
/// Rules that ask of facts which are not given do not speak.
std::vector<Violation> checkRules(const Catalog& catalog, const Choices& choices,
                                  const RuleFacts& facts = {});

bool isValid(const std::vector<Violation>& violations);  ///< no error among them

/// Whether parts can be made of choices with these violations: what the catalog's rules speak against can be
/// sewn nevertheless; names that are unknown, values out of their range and options of other bodies cannot.
bool isBuildable(const Catalog& catalog, const std::vector<Violation>& violations);

/// The values a parameter may take under the chosen options; empty when they contradict each other.
std::vector<double> allowedSteps(const Catalog& catalog, const Choices& choices, const Parameter& parameter);

/// Whether `option` could be put into its slot with nothing else changed and the result be valid.
bool optionFits(const Catalog& catalog, const Choices& choices, const Option& option,
                const RuleFacts& facts = {});

/// What stands against that, in the order of checkRules; empty when it fits.
std::vector<Violation> objectionsTo(const Catalog& catalog, const Choices& choices, const Option& option,
                                    const RuleFacts& facts = {});

}  // namespace configurator
