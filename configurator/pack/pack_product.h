// Pack -> bom::Product: every piece, seam, tack and fitting becomes amounts, work and construction data,
// once; with the order's pieces and what the label's litres mean, all that a bill or a tech pack is made of.
#pragma once

#include "bom/product.h"
#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/size_table.h"

namespace configurator {

/// Points of measure in the pack's own size only: see addSizeTable.
bom::Product buildProduct(const Catalog& catalog, const Design& design, const Pack& pack);

/// The notches that match its seams, on the product's patterns and in its seam walk. They cost nothing, so
/// only documents have them worked out.
void addNotches(const Catalog& catalog, const Pack& pack, bom::Product& product);

/// The product's points of measure in every size of the table, in place of those in one size.
void addSizeTable(const SizeTable& table, bom::Product& product);

}  // namespace configurator
