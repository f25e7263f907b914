// Which column of a price list holds what.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "bom/prices/table.h"

namespace bom {

enum class ListColumn { Item, Supplier, Currency, Price, Unit, From, Moq, MoqDyed, LeadDays, Date, Note };
constexpr std::size_t kListColumns = 11;

struct ListHeading {
  std::size_t row = 0;  ///< in Table::rows
  std::array<std::optional<std::size_t>, kListColumns> columns;
  std::string currency;              ///< of a heading like "price (USD)", or empty
  std::vector<std::string> ignored;  ///< headings that nobody reads
  std::vector<std::string> twice;    ///< headings that mean what another one means, too
  std::optional<std::size_t> at(ListColumn column) const {
    return columns.at(static_cast<std::size_t>(column));
  }
};

/// The heading among the first rows; nothing when none has item and price.
std::optional<ListHeading> findListHeading(const Table& table);

/// In small letters, trimmed, runs of blanks, hyphens, underscores and points as one blank: how words of
/// lists are compared.
std::string comparedText(std::string_view text);

}  // namespace bom
