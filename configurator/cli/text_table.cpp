#include "configurator/cli/text_table.h"

#include <algorithm>
#include <numeric>

#include "configurator/catalog/require.h"

namespace configurator {
namespace {

std::size_t charactersOf(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

void TextTable::add(std::vector<std::string> cells) {
  require(cells.size() == columns_.size(), "a table's row has a cell for every column");
  rows_.push_back(std::move(cells));
}

void TextTable::addRule() {
  rows_.emplace_back();
}

std::string TextTable::text(const std::string& indent) const {
  std::vector<std::size_t> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], charactersOf(row[i]));
  }
  const std::size_t total =
      std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + 2 * (widths.size() - 1);
  std::string text;
  for (const auto& row : rows_) {
    std::string line = row.empty() ? std::string(total, '-') : "";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - charactersOf(row[i]), ' ');
      line += (i == 0 ? "" : "  ") + (columns_[i] == Align::Left ? row[i] + gap : gap + row[i]);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line.empty() ? "\n" : indent + line + "\n";
  }
  return text;
}

}  // namespace configurator
