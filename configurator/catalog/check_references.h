// Do the rows of a catalog fit each other? Ids that lead nowhere, defaults and steps that do not exist.
#pragma once

#include "configurator/catalog/catalog.h"
#include "configurator/catalog/file_line.h"

namespace configurator {

/// Adds one problem for every row that points to something that is not there or contradicts itself.
void checkReferences(const Catalog& catalog, Problems& problems);

/// The parts of it.
void checkChoiceReferences(const Catalog& catalog, Problems& problems);
void checkPriceReferences(const Catalog& catalog, Problems& problems);
void checkTradeReferences(const Catalog& catalog, Problems& problems);
void checkColorLots(const Catalog& catalog, Problems& problems);
void checkPlan(const Catalog& catalog, Problems& problems);
void checkQualityReferences(const Catalog& catalog, Problems& problems);

/// Attributes and rates that packing a product needs: every option of the slot "packaging" says its fold,
/// every body its row of packing rates.
void checkPacking(const Catalog& catalog, Problems& problems);

}  // namespace configurator
