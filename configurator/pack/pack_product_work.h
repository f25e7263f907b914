// The work in a pack: what its pieces, seams, tacks and fittings imply, and what its modules ask for.
#pragma once

#include <vector>

#include "bom/product.h"
#include "configurator/catalog/catalog.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// One step per module and operation, in the order of the modules, then of the operation ids.
/// REQUIRES the product's uses, seams and stitches, one for each of the pack's.
std::vector<bom::WorkStep> workOf(const Catalog& catalog, const Pack& pack, const bom::Product& product);

}  // namespace configurator
