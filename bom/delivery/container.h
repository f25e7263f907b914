// How many cartons of one size a sea container takes.
#pragma once

#include <cstdint>
#include <string>

#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/result.h"

namespace bom {

/// Whole cartons, all turned the same way, in rows along the container's inner length, width and height: the
/// best of the six ways to turn them, but no more than its usable volume holds, for doors and bracing take
/// room. `container` is the beginning of its rates: "container-20" has -length, -width and -height (mm) and
/// -practical (m3). Fails where the book lacks one. REQUIRES a carton with a size.
Result<std::int64_t> cartonsIn(const PriceBook& book, const std::string& container, const CartonPlan& carton);

/// Of one carton, a millionth of a cubic metre each, rounded half up. Sides are taken to the micrometre, so
/// that a half stays a half.
std::int64_t cartonMillilitres(const CartonPlan& carton);

}  // namespace bom
