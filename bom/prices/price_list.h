// A supplier's price list: rows of a table as prices of the price book's items. Every row becomes a price or
// a problem; nothing is guessed and nothing is dropped in silence.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bom/price_book.h"
#include "bom/prices/table.h"

namespace bom {

/// What one list says of one item. What it leaves out stays as the price book has it.
struct ListedPrice {
  std::string item;
  int row = 0;                   ///< the first of the item
  std::vector<PriceStep> steps;  ///< ascending, not empty; one price for all amounts begins at 0
  std::optional<Quantity> moq, moq_dyed;
  std::optional<int> lead_days;
  std::string supplier;  ///< as the list names it, or empty
  std::string date;      ///< YYYY-MM-DD: the item's latest in the list, else PriceListContext::date
  std::string note;
};

struct PriceListProblem {
  int row = 0;
  std::string column;   ///< the heading as the list writes it, or empty
  std::string message;  ///< what is wrong and what to do
};

struct PriceList {
  std::string file;                        ///< name for provenance: "mill.csv"
  std::string sheet;                       ///< of a workbook, or empty
  std::vector<ListedPrice> prices;         ///< by item
  std::vector<PriceListProblem> problems;  ///< by row
  std::vector<std::string> ignored_columns;
};

struct PriceListContext {
  const PriceBook* book = nullptr;  ///< whose items are priced
  std::string date;                 ///< of rows that state none, YYYY-MM-DD
  /// ` (did you mean "x"?)` or empty, for a word and what is known.
  std::function<std::string(std::string_view, const std::vector<std::string>&)> suggestion;
};

/// Reads the first table that has the headings item and price. Fails when there is none and on what
/// readTables refuses.
///
/// Headings, in any order and case, what stands in brackets left out: item, supplier, currency, price, unit,
/// from, moq, moq dyed, lead days, date, note, with their usual synonyms. Several rows of one item with
/// different `from` are its ladder.
Result<PriceList> readPriceList(std::string_view bytes, const std::string& file,
                                const PriceListContext& context);

/// One item before and after.
struct PriceChange {
  int row = 0;
  Item before, after;
  std::optional<Ratio> difference;  ///< of Item::price, (after - before) / before; nothing where it was 0
};

struct PriceListEffect {
  std::vector<PriceChange> changes;  ///< by item
  int unchanged = 0;
};

/// The book with the list's prices in place of its own: price_steps, moq, moq_dyed, lead_days and supplier,
/// and provenance with status user. Item::price, price_low and price_high become the price of the lowest
/// step: what stands for the item wherever no amount is known. A supplier that the book does not know is
/// added.
PriceBook withPriceList(PriceBook book, const PriceList& list);

/// What that changes. Fails on a currency without an exchange rate.
Result<PriceListEffect> effectOf(const PriceBook& book, const PriceList& list);

}  // namespace bom
