// A product exploded: the tree of its bill with what does not depend on the order, so that any quantity is
// priced without walking the product again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bom/bill.h"

namespace bom {

constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);

/// What a line is priced by.
struct LineSource {
  const Item* item = nullptr;     ///< of the price book; null for an assembly
  std::size_t parent = kNoLine;   ///< index of the assembly above
  std::size_t lot = kNoLine;      ///< index of the lot of cloth that it is cut from
  bool takes_trim_break = false;  ///< else the break's factor of fabrics
  std::size_t priced = 0;         ///< index among the explosion's items, of lines
  Quantity net{};                 ///< the line's, here for speed: nothing else of it is read at every price
};

/// Cloth that several lines are cut from together, and what they need of it.
struct ClothShare {
  const ClothUse* use = nullptr;
  std::int64_t net_millionths = 0;  ///< metres
};

/// The book and the consumption outlive it.
struct Explosion {
  const PriceBook* book = nullptr;
  std::vector<BillLine> lines;  ///< tree order; without waste, gross and money
  std::vector<LineSource> sources;
  std::vector<const Item*> items;  ///< each once: what has a price
  std::vector<ClothShare> lots;
  std::vector<std::size_t> stepped;  ///< lines whose item has a ladder of prices
  Ratio ends, defects;               ///< lost of goods by the metre, of counted goods
};

/// `consumption` may be null. Fails as makeBill does.
Result<Explosion> explode(const Product& product, const PriceBook& book, const Consumption* consumption);

/// One line priced: for one product, its part of the cloth included.
struct LinePrice {
  Quantity gross;
  Money unit_price, extended;
};

/// One for each line of the explosion; assemblies hold the sum of what is below. REQUIRES a quantity that
/// can be ordered. Fails where a currency is not exchanged.
Result<std::vector<LinePrice>> priceLines(const Explosion& explosion, std::int64_t quantity,
                                          Currency currency);

/// The bill of an explosion at one quantity; the same as makeBill's.
Result<Bill> billOf(const Explosion& explosion, std::int64_t quantity, Currency currency);

}  // namespace bom
