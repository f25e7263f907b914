// The thread that seams, stitchings and tacks eat, as uses of thread items: what makeBill adds to the
// product's own.
#pragma once

#include <vector>

#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/result.h"

namespace bom {

/// One use per assembly and thread item, placed at "seams and tacks", in the order of their ids. Net in
/// metres, mass from the item. Fails when a stitch type or thread item is unknown, or when a tack has no
/// thread to be sewn with.
Result<std::vector<Use>> threadUses(const Product& product, const PriceBook& book);
/// What the thread of one product weighs; fails where threadUses does.
Result<double> threadGrams(const Product& product, const PriceBook& book);

}  // namespace bom
