#include "bom/bill_reports.h"

#include <map>
#include <utility>

#include "bom/minimum_order.h"

namespace bom {

namespace {

ColorReportRow::Cell cellOf(const Colorway& colorway, const ColorReportRow& row, std::int64_t pieces) {
  ColorReportRow::Cell cell{"", "", row.gross * pieces};
  for (const ColorwayColor& color : colorway.colors) {
    if (row.zone.empty() || color.zone != row.zone) continue;
    cell.color = color.name.empty() ? color.srgb : color.name;
    cell.srgb = color.srgb;
    return cell;
  }
  return cell;
}

}  // namespace

std::vector<ColorReportRow> colorReport(const Product& product, const Bill& bill) {
  std::map<std::pair<std::string, std::string>, Quantity> gross;
  for (const BillLine& line : bill.lines) {
    if (line.is_assembly) continue;
    const auto [at, is_new] = gross.try_emplace({line.item, line.zone}, line.gross);
    if (!is_new) at->second = at->second + line.gross;
  }
  const std::vector<std::int64_t> pieces = piecesByColorway(product, bill.quantity);
  std::vector<ColorReportRow> rows;
  for (const auto& [key, amount] : gross) {
    ColorReportRow row{key.first, key.second, amount, {}};
    for (std::size_t i = 0; i < product.colorways.size(); ++i)
      row.cells.push_back(cellOf(product.colorways[i], row, pieces[i]));
    rows.push_back(std::move(row));
  }
  return rows;
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
