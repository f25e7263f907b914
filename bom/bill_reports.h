// The bill read in other ways: by colorway, by size, and where each item is used.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bom/bill.h"
#include "bom/size_mix.h"

namespace bom {

/// An item in one zone: its colour in every colorway, and what the order takes of it there.
struct ColorReportRow {
  std::string item, zone;  ///< zone: empty where it has none
  Quantity gross;          ///< of one product in the first size; zero where only others have it
  struct Cell {
    std::string color, srgb;  ///< empty where the colorway does not colour it
    Quantity ordered;         ///< gross in each size x its pieces in the colorway
  };
  std::vector<Cell> cells;  ///< in the order of the product's colorways
};
/// Sizes share the first one's order. Fails as makeBill does.
Result<std::vector<ColorReportRow>> colorReport(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                                                std::int64_t quantity);

/// An item over the sizes of an order.
struct SizeReportRow {
  std::string item;
  std::vector<Quantity> gross;    ///< of one product in each size
  std::vector<Quantity> ordered;  ///< gross x pieces of the size
  Quantity total;
};
struct SizeReport {
  std::vector<std::string> sizes;
  std::vector<std::int64_t> pieces;
  std::vector<SizeReportRow> rows;  ///< by item id
};
/// Sizes share the first one's order. Fails as makeBill does.
Result<SizeReport> sizeReport(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                              std::int64_t quantity);

/// Every place of an item.
struct WhereUsedRow {
  std::string item;
  Quantity gross;  ///< of one product, all places together
  struct Place {
    std::string line, assembly, placement, zone;
    std::size_t parts = 0;
    Quantity gross;
  };
  std::vector<Place> places;  ///< in the order of the bill
};
std::vector<WhereUsedRow> whereUsed(const Bill& bill);  ///< by item id

}  // namespace bom
