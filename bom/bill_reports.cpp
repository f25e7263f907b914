#include "bom/bill_reports.h"

#include <algorithm>
#include <map>
#include <utility>

#include "bom/minimum_order.h"

namespace bom {

namespace {

using ItemInZone = std::pair<std::string, std::string>;
using GrossByPlace = std::map<ItemInZone, Quantity>;

Result<GrossByPlace> grossByPlace(const SizedProduct& size, const PriceBook& book, std::int64_t quantity) {
  const auto bill = makeBill(*size.product, book, {quantity, Currency(), size.consumption});
  if (!bill) return tl::unexpected(bill.error());
  GrossByPlace gross;
  for (const BillLine& line : bill->lines) {
    if (line.is_assembly) continue;
    const auto [at, is_new] = gross.try_emplace({line.item, line.zone}, line.gross);
    if (!is_new) at->second = at->second + line.gross;
  }
  return gross;
}

/// An uncoloured row, nothing ordered.
ColorReportRow emptyRow(const Product& product, const ItemInZone& place, Quantity none) {
  ColorReportRow row{place.first, place.second, none, {}};
  for (const Colorway& colorway : product.colorways) {
    ColorReportRow::Cell cell{"", "", none};
    for (const ColorwayColor& color : colorway.colors) {
      if (place.second.empty() || color.zone != place.second) continue;
      cell.color = color.name.empty() ? color.srgb : color.name;
      cell.srgb = color.srgb;
      break;
    }
    row.cells.push_back(std::move(cell));
  }
  return row;
}

/// Pieces of a size by colorway. A product that does not say its order is all of the first size.
std::vector<std::int64_t> piecesOfSize(const std::vector<SizedProduct>& sizes, std::size_t at,
                                       std::int64_t quantity) {
  const Product& product = *sizes.front().product;
  const std::vector<std::int64_t> by_sku = piecesBySku(product, quantity);
  if (by_sku.empty())
    return at == 0 ? piecesByColorway(product, quantity)
                   : std::vector<std::int64_t>(product.colorways.size(), 0);
  std::vector<std::int64_t> pieces(product.colorways.size(), 0);
  for (std::size_t i = 0; i < by_sku.size(); ++i) {
    const bool named = std::any_of(sizes.begin(), sizes.end(), [&](const SizedProduct& size) {
      return size.size == product.skus[i].size;
    });
    const bool is_here = named ? product.skus[i].size == sizes[at].size : at == 0;
    for (std::size_t k = 0; is_here && k < product.colorways.size(); ++k)
      if (product.colorways[k].code == product.skus[i].colorway) pieces[k] += by_sku[i];
  }
  return pieces;
}

}  // namespace

Result<std::vector<ColorReportRow>> colorReport(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                                                std::int64_t quantity) {
  std::map<ItemInZone, ColorReportRow> rows;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto gross = grossByPlace(sizes[i], book, quantity);
    if (!gross) return tl::unexpected(gross.error());
    const std::vector<std::int64_t> pieces = piecesOfSize(sizes, i, quantity);
    for (const auto& [place, amount] : *gross) {
      const Quantity none = Quantity::fromMillionths(0, amount.unit());
      ColorReportRow& row =
          rows.try_emplace(place, emptyRow(*sizes.front().product, place, none)).first->second;
      if (i == 0) row.gross = amount;
      for (std::size_t k = 0; k < pieces.size(); ++k)
        row.cells[k].ordered = row.cells[k].ordered + amount * pieces[k];
    }
  }
  std::vector<ColorReportRow> list;
  for (auto& [place, row] : rows) list.push_back(std::move(row));
  return list;
}

Result<SizeReport> sizeReport(const std::vector<SizedProduct>& sizes, const PriceBook& book,
                              std::int64_t quantity) {
  SizeReport report;
  for (const SizedProduct& size : sizes) report.sizes.push_back(size.size);
  report.pieces = piecesBySize(*sizes.front().product, report.sizes, quantity);
  std::map<std::string, SizeReportRow> rows;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const auto bill = makeBill(*sizes[i].product, book, {quantity, Currency(), sizes[i].consumption});
    if (!bill) return tl::unexpected(bill.error());
    for (const BillLine& line : bill->lines) {
      if (line.is_assembly) continue;
      const Quantity none = Quantity::fromMillionths(0, line.gross.unit());
      auto [at, is_new] = rows.try_emplace(line.item);
      if (is_new)
        at->second = {line.item, std::vector(sizes.size(), none), std::vector(sizes.size(), none), none};
      at->second.gross[i] = at->second.gross[i] + line.gross;
    }
  }
  for (auto& [item, row] : rows) {
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      row.ordered[i] = row.gross[i] * report.pieces[i];
      row.total = row.total + row.ordered[i];
    }
    report.rows.push_back(std::move(row));
  }
  return report;
}

std::vector<WhereUsedRow> whereUsed(const Bill& bill) {
  std::map<std::string, WhereUsedRow> rows;
  for (const BillLine& line : bill.lines) {
    if (line.is_assembly) continue;
    auto [at, is_new] = rows.try_emplace(line.item);
    WhereUsedRow& row = at->second;
    row.item = line.item;
    row.gross = is_new ? line.gross : row.gross + line.gross;
    row.places.push_back(
        {line.number, line.assembly, line.placement, line.zone, line.part_ids.size(), line.gross});
  }
  std::vector<WhereUsedRow> list;
  for (auto& [item, row] : rows) list.push_back(std::move(row));
  return list;
}

}  // namespace bom
