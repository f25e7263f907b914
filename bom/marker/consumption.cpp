#include "bom/marker/consumption.h"

#include <cmath>
#include <set>
#include <utility>

#include "bom/require.h"

namespace bom {
namespace {

/// Lengths of whole millimetres stay what they are although doubles are not exact.
double roundedUp(double mm) {
  return std::ceil(mm - 1e-3);
}

/// The pattern's frame has x across and any grain; the marker's x runs along the grain.
std::vector<Point> alongGrain(const PatternPiece& piece) {
  const double length = std::hypot(piece.grain.x, piece.grain.y);
  require(length > 0, "a pattern piece has a grain");
  const Point along{piece.grain.x / length, piece.grain.y / length};
  std::vector<Point> outline;
  outline.reserve(piece.cut_line.size());
  for (const Point& point : piece.cut_line)
    outline.push_back({point.x * along.x + point.y * along.y, point.y * along.x - point.x * along.y});
  return outline;
}

/// Items that pieces are cut from, each with its sheet.
Result<std::vector<const Item*>> sheetsOf(const Product& product, const PriceBook& book) {
  std::set<std::string> ids;
  for (const PatternPiece& piece : product.pieces) ids.insert(piece.item);
  std::vector<const Item*> sheets;
  for (const std::string& id : ids) {
    const auto item = book.items.find(id);
    if (item == book.items.end()) return failure("item '" + id + "', which pieces are cut from, is unknown");
    if (!item->second.sheet) return failure("pieces are cut from item '" + id + "', which is no sheet goods");
    sheets.push_back(&item->second);
  }
  return sheets;
}

Result<MaterialMarker> layMaterial(const Product& product, const Item& item, const LayLosses& losses,
                                   const MarkerBudget& budget, int packs) {
  MaterialMarker out;
  out.item = item.id;
  out.packs = packs;
  out.pieces = markerPiecesOf(product, item, packs);
  const double width = item.sheet->cuttable_width_mm;
  out.cloth = {width, width + 2 * losses.selvedge_mm, losses.spacing_mm, losses.end_mm};
  auto marker = layMarker(out.pieces, out.cloth, budget);
  if (!marker) return failure("item '" + item.id + "': " + marker.error().message);
  out.marker = std::move(*marker);
  out.gross_per_pack = grossPerPack(out.marker.length_mm, packs, losses);
  return out;
}

Result<double> millimetresOf(const PriceBook& book, const std::string& id) {
  const auto rate = findRate(book, id);
  if (!rate) return tl::unexpected(rate.error());
  if (rate->unit != "mm")
    return failure("rate '" + id + "' must be in mm, but its unit is '" + rate->unit + "'");
  return static_cast<double>(rate->typical_millionths) / 1e6;
}

}  // namespace

Result<LayLosses> layLossesOf(const PriceBook& book) {
  const auto end = millimetresOf(book, "lay-end"), selvedge = millimetresOf(book, "lay-selvedge");
  if (!end) return tl::unexpected(end.error());
  if (!selvedge) return tl::unexpected(selvedge.error());
  const auto remnant = percentRate(book, "lay-remnant"), splice = percentRate(book, "lay-splice-and-defects");
  if (!remnant) return tl::unexpected(remnant.error());
  if (!splice) return tl::unexpected(splice.error());
  return LayLosses{*end, *selvedge, 0, *remnant, *splice};
}

Quantity grossPerPack(double length_mm, int packs, const LayLosses& losses) {
  require(length_mm >= 0 && packs >= 1, "a marker has a length and packs");
  const Quantity ply = Quantity::fromDouble((roundedUp(length_mm) + 2 * losses.end_mm) / 1000, Unit::Metre);
  return ply * ((Ratio::one() + losses.remnant) * (Ratio::one() + losses.splice_and_defects)) /
         std::int64_t{packs};
}

std::vector<MarkerPiece> markerPiecesOf(const Product& product, const Item& item, int packs) {
  std::vector<MarkerPiece> pieces;
  for (const PatternPiece& pattern : product.pieces) {
    if (pattern.item != item.id || pattern.part_ids.empty()) continue;
    MarkerPiece piece;
    piece.name = pattern.code;
    piece.outline = alongGrain(pattern);
    piece.demand = packs * static_cast<int>(pattern.part_ids.size());
    piece.mirrored = packs * static_cast<int>(pattern.mirrored_ids.size());
    if (!item.sheet || !item.sheet->grain_locked) piece.rotations_deg = {0, 90, 180, 270};
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

Result<std::vector<MaterialMarker>> layMaterials(const Product& product, const PriceBook& book,
                                                 const LayLosses& losses, const MarkerBudget& budget,
                                                 const std::vector<int>& packs) {
  const auto sheets = sheetsOf(product, book);
  if (!sheets) return tl::unexpected(sheets.error());
  std::vector<MaterialMarker> markers;
  for (const Item* item : *sheets) {
    for (const int count : packs) {
      auto marker = layMaterial(product, *item, losses, budget, count);
      if (!marker) return tl::unexpected(marker.error());
      markers.push_back(std::move(*marker));
    }
  }
  return markers;
}

}  // namespace bom
