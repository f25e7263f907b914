#include "bom/marker/cloth_use.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "bom/exact.h"
#include "bom/require.h"

namespace bom {
namespace {

constexpr std::array kPacks{1, 4, 10};

/// Larger markers take long and are little better.
constexpr int kMostPiecesAtOnce = 80;

/// Large markers are dense whatever the order: the first rules of thumb do. The seed is part of the price.
MarkerBudget billBudget(int pieces) {
  constexpr int kFew = 24, kOften = 24, kSeldom = 6;
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
  const Quantity with_remnant = Quantity::fromMillionths(
      divideRounded(multiplyExact(ply.millionths(), (Ratio::one() + losses.remnant).billionths()),
                    multiplyExact(kBillion, count)),
      Unit::Metre);
  laid.marker = metres(laidLength(marker.length_mm)) / count;
  laid.gross = grossPerPack(marker.length_mm, packs, losses);
  laid.ends = with_remnant - laid.marker;
  laid.defects = laid.gross - with_remnant;
  return laid;
}

double areaOf(const std::vector<MarkerPiece>& pieces) {
  double area = 0;
  for (const MarkerPiece& piece : pieces) area += piece.demand * std::abs(outlineArea(piece.outline));
  return area;
}

/// One lot, and how it is laid: by `marker`, which lays or looks up.
struct LotBasis {
  const Product& product;
  const ClothLot& lot;
  const Item& item;
  const LayLosses& losses;
};

template <typename MarkerOf>
Result<ClothUse> useOf(const LotBasis& basis, const MarkerOf& markerOf) {
  ClothUse use{basis.lot, {}};
  const Cloth cloth = clothOf(basis.item, basis.losses);
  for (const int packs : kPacks) {
    const std::vector<MarkerPiece> pieces = markerPiecesOf(basis.product, basis.item, basis.lot, packs);
    const int count = countOf(pieces);
    if (packs > 1 && count > kMostPiecesAtOnce && use.laid.size() > 1) break;
    const Result<Marker> marker = markerOf(pieces, cloth, billBudget(count));
    if (!marker) return failure("item '" + basis.item.id + "': " + marker.error().message);
    use.laid.push_back(partsOf(*marker, cloth, packs, basis.losses));
    if (packs == 1) use.pieces_mm2 = areaOf(pieces);
  }
  return use;
}

/// `lay` makes the use of each lot, or leaves it out.
template <typename UseOf>
Result<Consumption> overLots(const Product& product, const PriceBook& book, const UseOf& lay) {
  const auto losses = layLossesOf(book);
  if (!losses) return tl::unexpected(losses.error());
  Consumption consumption;
  for (const ClothLot& lot : clothLotsOf(product)) {
    const auto item = sheetOf(lot, book);
    if (!item) return tl::unexpected(item.error());
    Result<std::optional<ClothUse>> use = lay(LotBasis{product, lot, **item, *losses});
    if (!use) return tl::unexpected(use.error());
    if (*use) consumption.push_back(std::move(**use));
  }
  return consumption;
}

Quantity scaled(Quantity quantity, double by) {
  return Quantity::fromDouble(quantity.toDouble() * by, quantity.unit());
}

/// The same zones before others of the item.
const ClothUse* mostLike(const ClothLot& lot, const Consumption& before) {
  const ClothUse* like = nullptr;
  for (const ClothUse& use : before) {
    if (use.lot.item != lot.item) continue;
    if (use.lot.zones == lot.zones) return &use;
    if (like == nullptr) like = &use;
  }
  return like;
}

std::optional<ClothUse> takenOver(const LotBasis& basis, const Consumption& before) {
  const ClothUse* like = mostLike(basis.lot, before);
  if (like == nullptr || like->pieces_mm2 <= 0) return std::nullopt;
  ClothUse use = *like;
  use.lot = basis.lot;
  use.exact = false;
  use.pieces_mm2 = areaOf(markerPiecesOf(basis.product, basis.item, basis.lot, 1));
  const double by = use.pieces_mm2 / like->pieces_mm2;
  for (LaidPacks& laid : use.laid) {
    laid.length_mm *= by;
    for (Quantity* part : {&laid.marker, &laid.ends, &laid.defects, &laid.gross}) *part = scaled(*part, by);
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

Result<Consumption> consumptionOf(const Product& product, const PriceBook& book, KeptMarkers& kept,
                                  const std::stop_token& given_up) {
  const auto markerOf = [&](const auto& pieces, const Cloth& cloth, const MarkerBudget& budget) {
    if (given_up.stop_requested()) return Result<Marker>(failure("given up"));
    return kept.lay(pieces, cloth, budget);
  };
  return overLots(product, book, [&](const LotBasis& basis) -> Result<std::optional<ClothUse>> {
    auto use = useOf(basis, markerOf);
    if (!use) return tl::unexpected(use.error());
    return std::optional<ClothUse>(std::move(*use));
  });
}

Result<Consumption> consumptionLike(const Product& product, const PriceBook& book, const KeptMarkers& kept,
                                    const Consumption& before) {
  const auto markerOf = [&](const auto& pieces, const Cloth& cloth, const MarkerBudget& budget) {
    auto marker = kept.find(pieces, cloth, budget);
    return marker ? Result<Marker>(std::move(*marker)) : Result<Marker>(failure("not laid yet"));
  };
  return overLots(product, book, [&](const LotBasis& basis) -> Result<std::optional<ClothUse>> {
    auto use = useOf(basis, markerOf);
    return use ? std::optional<ClothUse>(std::move(*use)) : takenOver(basis, before);
  });
}

bool isExact(const Consumption& consumption, const Product& product) {
  return consumption.size() == clothLotsOf(product).size() &&
         std::all_of(consumption.begin(), consumption.end(), [](const ClothUse& use) { return use.exact; });
}

}  // namespace bom
