// What a pack costs beyond its landed cost, and in each year that it lasts. Every line is a share of the
// landed cost by a rate, but for the finance cost, which is reckoned. Money per piece, 4 decimals; a total is
// the sum of its printed lines.
#pragma once

#include <string>
#include <vector>

#include "bom/plan/payments.h"

namespace bom {

struct OwnershipLine {
  std::string id, name;  ///< "landed" "warehousing" "after-sales" "defects" "finance"
  Money low, typical, high;
  std::string basis;
  FigureStatus status = FigureStatus::Estimate;
};

struct Ownership {
  std::vector<OwnershipLine> lines;  ///< the first is the landed cost
  Money low, typical, high;          ///< their sums: the total cost of ownership
  /// Years of use: of the weakest outer material.
  std::string material;  ///< item id
  int score = 0;         ///< the lower of its abrasion and uv
  std::int64_t life_low_millionths = 0, life_millionths = 0, life_high_millionths = 0;
  Money landed_per_year, total_per_year;  ///< typical over typical
  Money per_year_low, per_year_high;      ///< landed over the longest and the shortest life
};

/// The weakest of the product's outer materials: shell, without a shell mesh. Null when none has scores.
const Item* weakestOuterItem(const Product& product, const PriceBook& book);

/// Fails on a rate or a life that the book lacks. REQUIRES a delivery; product and book as of the estimate.
Result<Ownership> makeOwnership(const Product& product, const PriceBook& book, const EstimateAtQuantity& at,
                                const Payments& payments);

}  // namespace bom
