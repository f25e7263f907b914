// The words of a violation: catalog names in whole sentences, as the app and the command line print them.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/rules/rule_logic.h"

namespace configurator {

/// The name of a slot, parameter or zone, and of a value there: `"Left"`, `12.5 l`. Unknown ids appear as
/// they are.
std::string placeText(const Catalog& catalog, const std::string& place);
std::string valueInWords(const Catalog& catalog, const std::string& place, const std::string& value);

/// The value alone, a name without quotes: for tables and lists.
std::string bareValueText(const Catalog& catalog, const std::string& place, const std::string& value);

/// `Hose port "Left"`: both together.
std::string choiceText(const Catalog& catalog, const std::string& place, const std::string& value);

/// `Hydration from "None" to "Sleeve"`.
std::string changeText(const Catalog& catalog, const std::string& place, const std::string& from,
                       const std::string& to);

/// `Hydration must be "Sleeve" or "Sleeve with bladder", not "None"`.
std::string demandText(const Catalog& catalog, const Rule::Term& term, const std::string& current);

/// `Hydration "Sleeve" or "Sleeve with bladder"`, `Shell with family "canvas"`, `another Shell than "…"`.
std::string termText(const Catalog& catalog, const Rule::Term& term);

/// `"a"`, `"a" or "b"`, `"a", "b" or "c"`.
std::string alternatives(const std::vector<std::string>& names);

/// What is chosen in a slot or zone; empty when nothing is.
std::string chosenIn(const Choices& choices, const std::string& slot_or_zone);

/// A rule that is broken in this view, as one sentence.
std::string ruleText(const Catalog& catalog, const RuleView& view, const Rule& rule);

/// "12.5 l"; pieces without unit.
std::string valueText(const Parameter& parameter, double value);

/// "12 l to 45 l", "exactly 3 kg".
std::string boundsText(const Parameter& parameter, double min, double max);

/// `Hydration "Sleeve" takes a Capacity of 12 l to 45 l`: a range that an option of the slot brings.
std::string rangeText(const Catalog& catalog, const Parameter& parameter, const Parameter::Range& range,
                      const std::string& slot);

}  // namespace configurator
