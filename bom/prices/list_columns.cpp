#include "bom/prices/list_columns.h"

#include <algorithm>
#include <string_view>

namespace bom {

namespace {

struct Meaning {
  ListColumn column;
  std::vector<std::string_view> words;
};

const std::vector<Meaning>& meanings() {
  static const std::vector<Meaning> kMeanings{
      {ListColumn::Item,
       {"item", "item code", "item id", "item no", "item number", "article", "article code", "article no",
        "article number", "material code", "code", "sku"}},
      {ListColumn::Supplier, {"supplier", "supplier name", "vendor", "mill"}},
      {ListColumn::Currency, {"currency", "currency code", "ccy"}},
      {ListColumn::Price, {"price", "unit price", "price per unit", "net price", "price unit net"}},
      {ListColumn::Unit, {"unit", "uom", "unit of measure", "price unit"}},
      {ListColumn::From,
       {"from", "from quantity", "from qty", "min qty", "min quantity", "quantity from", "qty from",
        "price step", "price break", "break"}},
      {ListColumn::Moq, {"moq", "minimum order", "minimum order quantity"}},
      {ListColumn::MoqDyed,
       {"moq dyed", "dyed moq", "moq dyed colour", "moq dyed color", "moq per colour", "moq per color"}},
      {ListColumn::LeadDays, {"lead days", "lead time", "lead time days", "delivery days"}},
      {ListColumn::Date, {"date", "valid from", "price date", "as of"}},
      {ListColumn::Note, {"note", "notes", "remark", "remarks", "comment", "comments"}}};
  return kMeanings;
}

/// "Price (USD)" -> "Price" and "USD".
struct SplitHeading {
  std::string name, bracketed;
};

SplitHeading splitHeading(std::string_view text) {
  const std::size_t open = text.find_first_of("([");
  if (open == std::string_view::npos) return {std::string(text), ""};
  const std::size_t close = text.find_first_of(")]", open);
  return {
      std::string(text.substr(0, open)),
      withoutOuterBlanks(text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1))};
}

std::optional<ListColumn> columnOf(const std::string& heading) {
  const std::string word = comparedText(splitHeading(heading).name);
  for (const Meaning& meaning : meanings())
    if (std::find(meaning.words.begin(), meaning.words.end(), word) != meaning.words.end())
      return meaning.column;
  return std::nullopt;
}

ListHeading headingOf(const TableRow& row) {
  ListHeading heading;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& text = row.cells[i].text;
    if (text.empty()) continue;
    const auto column = columnOf(text);
    if (!column) {
      heading.ignored.push_back(text);
      continue;
    }
    auto& at = heading.columns.at(static_cast<std::size_t>(*column));
    if (at)
      heading.twice.push_back(text);
    else
      at = i;
    const std::string currency = splitHeading(text).bracketed;
    if (*column == ListColumn::Price && currency.size() == 3) heading.currency = currency;
  }
  return heading;
}

}  // namespace

std::string comparedText(std::string_view text) {
  std::string compared;
  bool blank = false;
  for (const char c : withoutOuterBlanks(text)) {
    if (c == ' ' || c == '-' || c == '_' || c == '.' || c == '\n' || c == '\t') {
      blank = true;
      continue;
    }
    if (blank && !compared.empty()) compared += ' ';
    blank = false;
    compared += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return compared;
}

std::optional<ListHeading> findListHeading(const Table& table) {
  constexpr std::size_t kMostTitles = 30;  // rows above the heading: the mill's name, the season
  for (std::size_t i = 0; i < std::min(table.rows.size(), kMostTitles); ++i) {
    ListHeading heading = headingOf(table.rows[i]);
    if (!heading.at(ListColumn::Item) || !heading.at(ListColumn::Price)) continue;
    heading.row = i;
    return heading;
  }
  return std::nullopt;
}

}  // namespace bom
