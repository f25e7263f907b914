// What the product says of its order and its litres, which no pattern piece tells.
#pragma once

#include "bom/product.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// Adds the pieces ordered in each colourway, the points of measure in litres, and in words which litres the
/// label gives and how they are measured. REQUIRES a product of buildProduct for this design and pack.
void completeProduct(const Design& design, const Pack& pack, bom::Product& product);

}  // namespace configurator
