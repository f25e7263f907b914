// Findings that only geometry can make, in words: litres that the given numbers do not make, modules that
// have not got the room they promise, and what each number would have to be instead.
#pragma once

#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/choices.h"
#include "configurator/pack/pack.h"
#include "configurator/rules/check_rules.h"

namespace configurator {

/// "capacity-not-reached" at size M, where the label holds, and "does-not-fit" in any size; their ids name
/// the parameters that the user gave.
std::vector<Violation> findingsOf(const Catalog& catalog, const Choices& choices, const Pack& pack);

}  // namespace configurator
