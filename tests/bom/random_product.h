// Random products of the fixture's price book: trees of assemblies, uses of every kind of item, seams and
// tacks.
#pragma once

#include <cstdint>

#include "bom/product.h"

/// Always the same product for the same seed, on every machine.
bom::Product makeRandomProduct(std::uint64_t seed);
