#include "bom/marker/cloth_use.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "bom/require.h"

namespace bom {
namespace {

/// A hundred packs and more are cut from a lay of ten; laying more pieces than these takes long and betters
/// little.
constexpr std::array kPacks{1, 4, 10};
constexpr int kMostPiecesAtOnce = 120;

/// Large markers are dense whatever the order: the first rules of thumb do. The seed is part of the price.
MarkerBudget billBudget(int pieces) {
  constexpr int kFew = 40, kOften = 24, kSeldom = 6;
  return {pieces <= kFew ? kOften : kSeldom, 1, {}};
}

int countOf(const std::vector<MarkerPiece>& pieces) {
  int count = 0;
  for (const MarkerPiece& piece : pieces) count += piece.demand;
  return count;
}

Quantity metres(double mm) {
  return Quantity::fromDouble(mm / 1000, Unit::Metre);
}

/// The formula of consumption.h, term by term.
LaidPacks partsOf(const Marker& marker, const Cloth& cloth, int packs, const LayLosses& losses) {
  LaidPacks laid;
  laid.packs = packs;
  laid.length_mm = marker.length_mm;
  laid.efficiency = markerEfficiency(marker, cloth);
  laid.utilisation = fabricUtilisation(marker, cloth);
  const std::int64_t count = packs;
  const Quantity ply = metres(laidLength(marker.length_mm) + 2 * losses.end_mm);
  const Quantity with_remnant = ply * (Ratio::one() + losses.remnant) / count;
  laid.marker = metres(laidLength(marker.length_mm)) / count;
  laid.gross = grossPerPack(marker.length_mm, packs, losses);
  laid.ends = with_remnant - laid.marker;
  laid.defects = laid.gross - with_remnant;
  return laid;
}

Result<ClothUse> useOf(const Product& product, const ClothLot& lot, const Item& item, const LayLosses& losses,
                       KeptMarkers& kept) {
  ClothUse use{lot, {}};
  const Cloth cloth = clothOf(item, losses);
  for (const int packs : kPacks) {
    const std::vector<MarkerPiece> pieces = markerPiecesOf(product, item, lot, packs);
    const int count = countOf(pieces);
    if (packs > 1 && count > kMostPiecesAtOnce) break;
    const auto marker = kept.lay(pieces, cloth, billBudget(count));
    if (!marker) return failure("item '" + item.id + "': " + marker.error().message);
    use.laid.push_back(partsOf(*marker, cloth, packs, losses));
  }
  return use;
}

}  // namespace

const LaidPacks& laidFor(const ClothUse& use, std::int64_t quantity) {
  require(!use.laid.empty(), "a lot has been laid");
  const LaidPacks* best = &use.laid.front();
  for (const LaidPacks& laid : use.laid) {
    if (laid.packs <= quantity && laid.gross < best->gross) best = &laid;
  }
  return *best;
}

const ClothUse* findClothUse(const Consumption& consumption, const std::string& item,
                             const std::string& zone) {
  const auto found = std::find_if(consumption.begin(), consumption.end(), [&](const ClothUse& use) {
    return use.lot.item == item && std::binary_search(use.lot.zones.begin(), use.lot.zones.end(), zone);
  });
  return found == consumption.end() ? nullptr : &*found;
}

Result<Consumption> consumptionOf(const Product& product, const PriceBook& book, KeptMarkers& kept) {
  const auto losses = layLossesOf(book);
  if (!losses) return tl::unexpected(losses.error());
  Consumption consumption;
  for (const ClothLot& lot : clothLotsOf(product)) {
    const auto item = sheetOf(lot, book);
    if (!item) return tl::unexpected(item.error());
    auto use = useOf(product, lot, **item, *losses, kept);
    if (!use) return tl::unexpected(use.error());
    consumption.push_back(std::move(*use));
  }
  return consumption;
}

}  // namespace bom
