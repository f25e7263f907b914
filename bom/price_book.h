// Everything that turns amounts into money: items, operations, origins, breaks, rates, exchange rates, stitches.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "bom/item.h"

namespace bom {

struct PriceBook {
  std::map<std::string, Item> items;
  std::map<std::string, Operation> operations;
  std::map<std::string, Origin> origins;
  std::map<std::string, Market> markets;
  std::vector<QuantityBreak> breaks;  ///< ascending quantity, not empty
  std::map<std::string, Rate> rates;
  std::map<std::string, ExchangeRate> exchange;
  std::map<std::string, Supplier> suppliers;
  std::map<std::string, StitchType> stitches;
  std::map<std::string, SeamClass> seam_classes;
};

}  // namespace bom
