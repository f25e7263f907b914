// The cover data and the carton of a product: who, what, how large, how packed.
#pragma once

#include "bom/product.h"
#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"

namespace configurator {

bom::Style styleOf(const Design& design, const Pack& pack);
/// The carton of the design's packing type, from the catalog's packing rates; folded as its packaging says.
/// `each_g` is what one pack adds to it, its bags and tags included: where the row's number would weigh more
/// than the rate carton-max-gross, fewer go into a carton that is lower by as much.
bom::CartonPlan cartonOf(const Catalog& catalog, const Design& design, const Pack& pack, double each_g);
/// Grams of one product with its thread and its packaging. REQUIRES all uses but the carton's.
double packedGrams(const Catalog& catalog, const bom::Product& product);
/// One product's share of its carton: the one nearest in volume to the plan's.
bom::Use cartonUseOf(const Catalog& catalog, const bom::CartonPlan& plan);

}  // namespace configurator
