// Which tariff line a pack of heading 4202 falls under: its outer surface decides.
#pragma once

#include <string>

#include "bom/price_book.h"
#include "bom/product.h"

namespace bom {

/// What most of the outside is: cotton, man-made textile or plastic sheeting, by the area of the shell inside
/// its seam lines. A cloth of half cotton is cotton; man-made comes first where areas are equal.
struct OuterSurface {
  std::string kind;   ///< "textile-man-made" "textile-cotton" "plastic"
  std::string basis;  ///< "84 % of 0.52 m2 of shell is ..."
};

/// Shell cloth counts, and so does cloth of a body without any. Textile whose visible side is a film of
/// plastic counts as sheeting of plastics (chapter 42, additional notes): items of the family "tpu".
OuterSurface outerSurfaceOf(const Product& product, const PriceBook& book);

/// The market's line for that surface: its own, else any textile's, else "other", else its first.
/// REQUIRES a market with a tariff.
const TariffLine& tariffLineFor(const Market& market, const OuterSurface& surface);

}  // namespace bom
