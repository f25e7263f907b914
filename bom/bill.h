// The bill of materials of one product at one order quantity: a tree of assemblies with priced lines.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/marker/cloth_use.h"
#include "bom/money.h"
#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/quantity.h"
#include "bom/result.h"

namespace bom {

/// Part of the gross that does not end in the product, by its reason: "marker" (what lies between the pieces
/// of a marker that was laid), "cutting" (the item's own share, where none was), "ends", "defects".
struct Waste {
  std::string reason;
  Quantity amount;
};

struct BillLine {
  std::string number;  ///< "3" for an assembly, "3.2" for its second line: the find number of call-outs
  int level = 0;       ///< 0 pack, 1 module, ...
  std::string parent;  ///< number of the parent line, or empty
  std::string assembly;
  bool is_assembly = false;  ///< then only mass and extended are set, as sums of what is below
  std::string item, placement, zone;
  std::vector<std::string> part_ids;
  Quantity net, gross;
  std::vector<Waste> waste;
  Quantity mass;  ///< grams in one finished product
  /// Per item unit at the break, 4 decimals; extended = unit_price x gross, for one product, rounded once
  /// to 4.
  Money unit_price, extended;
  FigureStatus status = FigureStatus::Estimate;  ///< the weaker of price and mass
};

/// What is wrong with an order of that many pieces, or nothing.
Result<void> checkOrderQuantity(std::int64_t quantity);

struct Bill {
  std::int64_t quantity = 0;
  Currency currency;
  std::vector<BillLine> lines;  ///< tree order
  Quantity mass;                ///< grams, sum of the item lines
  Money materials;              ///< sum of the item lines
};

/// The break that an order quantity reaches: the last one not above it (the first one below the smallest).
/// REQUIRES breaks not empty.
/// A break above the smallest one is never reached early: 999 pieces pay the price of 500.
const QuantityBreak& breakFor(const std::vector<QuantityBreak>& breaks, std::int64_t quantity);

struct BillRequest {
  std::int64_t quantity = 1;
  Currency currency;                         ///< of its prices
  const Consumption* consumption = nullptr;  ///< of the same product; outlives the call
};

/// Fails when an item, stitch or exchange rate is unknown; the message names it. Thread of seams, stitches
/// and reinforcements is added from the stitch types; uses of one item in one assembly, placement and zone,
/// all in the product or all not, are one line with their part ids, sorted. An assembly's lines go by
/// section, item, placement and zone. Sheet goods take what their marker takes, each line its part by its
/// net; those that no marker was laid for (none is given, or no piece is cut of them) and goods by the m2
/// take the item's own share of waste. Goods by the metre or gram lose the rate "material-overbuy" to ends,
/// all others "production-spare-allowance" to defects. An item without a break class pays that of fabrics
/// where it is sheet goods, else that of trims.
/// An item with a ladder of prices costs what its step says that the whole order reaches, by the gross of all
/// its lines; others cost their price times the break's factor.
Result<Bill> makeBill(const Product& product, const PriceBook& book, const BillRequest& request);

}  // namespace bom
