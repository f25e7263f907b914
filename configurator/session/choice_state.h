// How a design's present values stand: the user's own, free to change, or standing against a rule.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/rules/check_rules.h"

namespace configurator {

/// "chosen": the user's; "blocked": not the user's, and an error names its slot; "available": any other.
std::string_view stateOf(const std::string& slot, By by, const std::vector<Violation>& violations);

/// A parameter as the pack has it: solved where its dimensions follow from the others.
Chosen<double> presentValue(const Chosen<double>& chosen, const std::string& parameter, const Pack* pack);

/// The zones that something of the pack is made of: what is chosen for any other changes nothing.
std::set<std::string> zonesOf(const Pack& pack);

}  // namespace configurator
