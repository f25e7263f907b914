// The cover data and the carton of a product: who, what, how large, how packed.
#pragma once

#include "bom/product.h"
#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"

namespace configurator {

bom::Style styleOf(const Design& design, const Pack& pack);
/// The carton of the pack's type from the catalog's packing rates.
bom::CartonPlan cartonOf(const Catalog& catalog, const Pack& pack);

}  // namespace configurator
