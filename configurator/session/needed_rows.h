// The rows of a catalog that the program itself names. Everything else a catalog may hold or leave out.
#pragma once

#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"

namespace configurator {

/// One sentence for each row that is missing, with its kind and id; empty when nothing is. Without these rows
/// some designs, or all, cannot be reckoned.
std::vector<std::string> missingRows(const Catalog& catalog);

}  // namespace configurator
