// The least that factories take of a style, of a colour and of a colour in one size: apart from what
// suppliers of materials ask.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/price_book.h"
#include "bom/product.h"

namespace bom {

/// One sentence for the style, the colours and the sizes that an order of `quantity` pieces leaves below what
/// factories usually take; the rates are factory-moq-style, -color and -sku. Those that the book lacks are
/// not looked at.
std::vector<std::string> factoryMinimumWarnings(const Product& product, const PriceBook& book,
                                                std::int64_t quantity);

}  // namespace bom
