// Which tariff line a pack of heading 4202 falls under: its outer surface decides, and whether it is nothing
// but an insulated bag around a drinking bladder.
#pragma once

#include <string>

#include "bom/price_book.h"
#include "bom/product.h"

namespace bom {

/// What heading 4202.92.04 of the United States asks of an insulated bag of textile "whose interior
/// incorporates only a flexible plastic container for storing and dispensing beverages through tubing".
struct BeverageBag {
  bool has_bladder = false;         ///< an item of the category "bladder" is part of the product
  bool is_insulated = false;        ///< so is cloth or foam of the category "insulation"
  bool holds_nothing_else = false;  ///< the product has no storage
  bool isOne() const { return has_bladder && is_insulated && holds_nothing_else; }
};
BeverageBag beverageBagOf(const Product& product, const PriceBook& book);

/// What most of the outside is: cotton, man-made textile or plastic sheeting, by the area of the shell inside
/// its seam lines. A cloth of half cotton is cotton; man-made comes first where areas are equal.
struct OuterSurface {
  std::string kind;   ///< "textile-man-made" "textile-cotton" "plastic"
  std::string basis;  ///< "84 % of 0.52 m2 of shell is ..."
  BeverageBag bag{};
};

/// Shell cloth counts, and so does cloth of a body without any. Textile whose visible side is a film of
/// plastic counts as sheeting of plastics (chapter 42, additional notes): items of the family "tpu".
OuterSurface outerSurfaceOf(const Product& product, const PriceBook& book);

/// The market's line for that surface: of textile around nothing but a bladder "bladder-only"; its own, else
/// any textile's, else "other", else its first.
/// REQUIRES a market with a tariff.
const TariffLine& tariffLineFor(const Market& market, const OuterSurface& surface);

}  // namespace bom
