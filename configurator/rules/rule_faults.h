// What is wrong with a catalog's rules together: what nobody can ever choose, rules that never speak, rules
// that leave no design at all.
#pragma once

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/file_line.h"

namespace configurator {

/// A problem for each rule that speaks of more combinations than the engines keep: they would not know of it.
void findLargeRules(const Catalog& catalog, Problems& problems);

/// Adds one problem for each of them: where the option, zone or rule stands, and which rules are the cause.
/// Orders of every kind are thought of. Warnings are looked at, too: one that no design can break.
/// Large rules are not among the problems.
void findRuleFaults(const Catalog& catalog, Problems& problems);

}  // namespace configurator
