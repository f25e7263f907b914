// An order in several sizes: the mean pack of it, which is what a price per piece is the price of.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/marker/cloth_use.h"
#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/result.h"

namespace bom {

/// The product in one of the sizes that are ordered; all have the same assemblies, colorways and packing.
struct SizedProduct {
  std::string size;
  const Product* product = nullptr;
  const Consumption* consumption = nullptr;  ///< null: no markers
};

/// Amounts of a pack that is so many parts of each size: uses and thread by what equals in item, assembly,
/// placement and zone, each mean rounded once to a millionth; work is that of the whole lot, shared by its
/// packs; of markers the mean of those with as many packs. Pieces and all else are the first size's.
struct MixedProduct {
  Product product;
  Consumption consumption;  ///< empty without markers
};

/// `pieces` are those of each size. REQUIRES one for each, none negative, one above zero. Fails where the
/// book lacks a stitch or thread.
Result<MixedProduct> mixSizes(const std::vector<SizedProduct>& sizes, const std::vector<std::int64_t>& pieces,
                              const PriceBook& book);

/// Pieces of each size when `quantity` is spread over the product's colorways and sizes by largest
/// remainder. Pieces of sizes that are not named count for the first.
std::vector<std::int64_t> piecesBySize(const Product& product, const std::vector<std::string>& sizes,
                                       std::int64_t quantity);

}  // namespace bom
