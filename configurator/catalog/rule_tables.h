// Tables of allowed combinations, kept beside the catalog as a spreadsheet would save them.
#pragma once

#include <map>
#include <string>

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/file_line.h"

namespace configurator {

/// Fills in the rule's table from its file: a CSV whose first row names slots, parameters and zones, and each
/// further row one allowed combination: values, several with | between them, or * for any. `tables`: the
/// bytes of each file by name. Says what leads nowhere, with the row.
void readRuleTable(const Catalog& catalog, const std::map<std::string, std::string>& tables, Rule& rule,
                   Problems& problems);

}  // namespace configurator
