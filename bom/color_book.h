// Which colours a mill or maker keeps in stock, and which goods are made in colour to order. Values only.
#pragma once

#include <string>
#include <vector>

#include "bom/item.h"

namespace bom {

/// A colour off the shade card of some kinds of goods.
struct StockColor {
  std::string name, srgb;          ///< "Navy", "#1f2f4a"
  std::vector<std::string> goods;  ///< "cloth" "tape" "zip" "hardware"
};

/// Goods of a bill section that are made in the order's own colour, where it is no stock colour.
struct DyedGoods {
  BillSection section;
  std::string goods;      ///< the shade card that they have
  std::string least_lot;  ///< rate: the smallest lot that anybody makes, in the items' unit
};

struct ColorBook {
  double tolerance = 0;  ///< CIE 1976 colour difference up to which a colour is taken for a stock colour
  std::vector<StockColor> stock;
  std::vector<DyedGoods> dyed;
  Provenance provenance;
};

}  // namespace bom
