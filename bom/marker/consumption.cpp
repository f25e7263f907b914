#include "bom/marker/consumption.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {
namespace {

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

/// The colours that a zone has of an item, colorway by colorway: zones that agree are cut from one roll.
std::string coloursOf(const Product& product, const std::string& item, const std::string& zone) {
  std::string colours;
  for (const Colorway& colorway : product.colorways) {
    for (const ColorwayColor& color : colorway.colors)
      if (color.zone == zone && color.item == item) colours += color.srgb;
    colours += '/';
  }
  return colours;
}

struct LotToLay {
  const ClothLot& lot;
  const Item& item;
  int packs = 1;
};

Result<MaterialMarker> layMaterial(const Product& product, const LotToLay& what, const LayLosses& losses,
                                   const MarkerBudget& budget) {
  MaterialMarker out;
  out.item = what.item.id;
  out.zones = what.lot.zones;
  out.packs = what.packs;
  out.pieces = markerPiecesOf(product, what.item, what.lot, what.packs);
  out.cloth = clothOf(what.item, losses);
  auto marker = layMarker(out.pieces, out.cloth, budget);
  if (!marker) return failure("item '" + what.item.id + "': " + marker.error().message);
  out.marker = std::move(*marker);
  out.gross_per_pack = grossPerPack(out.marker.length_mm, what.packs, losses);
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

/// Lengths of whole millimetres stay what they are although doubles are not exact.
double laidLength(double length_mm) {
  return std::ceil(length_mm - 1e-3);
}

Quantity grossPerPack(double length_mm, int packs, const LayLosses& losses) {
  require(length_mm >= 0 && packs >= 1, "a marker has a length and packs");
  const Quantity ply = Quantity::fromDouble((laidLength(length_mm) + 2 * losses.end_mm) / 1000, Unit::Metre);
  const Int128 share = multiplyExact((Ratio::one() + losses.remnant).billionths(),
                                     (Ratio::one() + losses.splice_and_defects).billionths());
  const Int128 whole = multiplyExact(multiplyExact(kBillion, kBillion), packs);
  return Quantity::fromMillionths(divideRounded(multiplyExact(ply.millionths(), share), whole), Unit::Metre);
}

std::vector<ClothLot> clothLotsOf(const Product& product) {
  std::map<std::string, std::set<std::string>> zones_of;
  for (const PatternPiece& piece : product.pieces) {
    if (!piece.part_ids.empty()) zones_of[piece.item].insert(piece.zone);
  }
  std::vector<ClothLot> lots;
  for (const auto& [item, zones] : zones_of) {
    std::map<std::string, std::size_t> lot_of;  // by colours
    for (const std::string& zone : zones) {
      const auto [at, is_new] = lot_of.try_emplace(coloursOf(product, item, zone), lots.size());
      if (is_new) lots.push_back({item, {}});
      lots[at->second].zones.push_back(zone);
    }
  }
  return lots;
}

Result<const Item*> sheetOf(const ClothLot& lot, const PriceBook& book) {
  const auto item = book.items.find(lot.item);
  if (item == book.items.end())
    return failure("item '" + lot.item + "', which pieces are cut from, is unknown");
  if (!item->second.sheet)
    return failure("pieces are cut from item '" + lot.item + "', which is no sheet goods");
  return &item->second;
}

Cloth clothOf(const Item& item, const LayLosses& losses) {
  require(item.sheet.has_value(), "cloth is sheet goods");
  const double width = item.sheet->cuttable_width_mm;
  return {width, width + 2 * losses.selvedge_mm, losses.spacing_mm, losses.end_mm};
}

std::vector<MarkerPiece> markerPiecesOf(const Product& product, const Item& item, const ClothLot& lot,
                                        int packs) {
  require(lot.item == item.id, "a lot is of its own item");
  std::vector<MarkerPiece> pieces;
  for (const PatternPiece& pattern : product.pieces) {
    if (pattern.item != item.id || pattern.part_ids.empty()) continue;
    if (!std::binary_search(lot.zones.begin(), lot.zones.end(), pattern.zone)) continue;
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
  std::vector<MaterialMarker> markers;
  for (const ClothLot& lot : clothLotsOf(product)) {
    const auto item = sheetOf(lot, book);
    if (!item) return tl::unexpected(item.error());
    for (const int count : packs) {
      auto marker = layMaterial(product, {lot, **item, count}, losses, budget);
      if (!marker) return tl::unexpected(marker.error());
      markers.push_back(std::move(*marker));
    }
  }
  return markers;
}

}  // namespace bom
