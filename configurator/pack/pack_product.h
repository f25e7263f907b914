// Pack -> bom::Product: every piece, seam, tack and fitting becomes amounts, work and construction data,
// once; with the order's pieces and what the label's litres mean, all that a bill or a tech pack is made of.
#pragma once

#include "bom/product.h"
#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"

namespace configurator {

bom::Product buildProduct(const Catalog& catalog, const Design& design, const Pack& pack);

}  // namespace configurator
