// The thread that seams, stitchings and tacks eat, as uses of thread items: what makeBill adds to the
// product's own.
#pragma once

#include <vector>

#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/result.h"

namespace bom {

/// A seam takes the longer of its two runs (rounded to a millionth of a metre) x rows x the metres of thread
/// per metre of its stitch; a tack the metres of its type, of its own thread, else of the thread that its
/// assembly's seams and stitchings take most of, else the product's; the first by id where two are equal.
/// One use per assembly and thread item, placed at "seams and tacks", in the order of their ids, in the
/// zone under which a colorway first names the item. Net in metres, mass from the item. Fails when a stitch
/// type or thread item is unknown, or when a tack has no thread to be sewn with.
Result<std::vector<Use>> threadUses(const Product& product, const PriceBook& book);
/// What the thread of one product weighs; fails where threadUses does.
Result<double> threadGrams(const Product& product, const PriceBook& book);

}  // namespace bom
