// Which tests a product needs in a market: of its materials by section, family and finish, and of the
// finished piece; and how many samples a laboratory gets.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bom/bill.h"

namespace bom {

struct TestRow {
  TestMethod method;
  std::vector<std::string> items;  ///< in the order of the bill; empty: the finished product
  std::int64_t specimens = 0;      ///< pieces, or the method's samples of each item and colour
};

struct TestPlan {
  std::vector<TestRow> rows;
  /// What a laboratory is paid for: item and colour of each of its lines in the ordered colorways ("" where
  /// none of them colours the line's zone), each once.
  std::vector<std::pair<std::string, std::string>> laboratory_samples;
};

/// `lines` are those of the product's bill; `market` narrows to its own tests and those of its sun; null:
/// only those that hold everywhere.
TestPlan testPlan(const Product& product, const std::vector<BillLine>& lines, const PriceBook& book,
                  const Market* market);

}  // namespace bom
