// The words of a violation: catalog names in whole sentences, as the app and the command line print them.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"

namespace configurator {

/// `Hose port "Left"`: a slot with an option, or a zone with a material. Unknown ids appear as they are.
std::string choiceText(const Catalog& catalog, const std::string& slot_or_zone, const std::string& value);

/// `Hydration must be "Sleeve" or "Sleeve with bladder", not "None"`.
std::string demandText(const Catalog& catalog, const Rule::Term& term, const std::string& current);

/// `"a"`, `"a" or "b"`, `"a", "b" or "c"`.
std::string alternatives(const std::vector<std::string>& names);

/// What is chosen in a slot or zone; empty when nothing is.
std::string chosenIn(const Choices& choices, const std::string& slot_or_zone);

/// Is one of the term's options or materials chosen?
bool holds(const Choices& choices, const Rule::Term& term);

/// A rule broken by these choices, as one sentence.
std::string ruleText(const Catalog& catalog, const Choices& choices, const Rule& rule);

/// "12.5 l"; pieces without unit.
std::string valueText(const Parameter& parameter, double value);

}  // namespace configurator
