// What a pack takes of each sheet good, from markers of 1, 4 and 10 packs: what lies in the pieces, and what
// is lost between them, at the ends of a ply and to defects. The bill's lines share it by what each needs.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "bom/marker/consumption.h"
#include "bom/marker/kept_markers.h"

namespace bom {

/// One marker's part in a pack. Metres of roll per pack: marker + ends + defects = gross.
struct LaidPacks {
  int packs = 1;
  double length_mm = 0;    ///< of the marker, without ends
  double efficiency = 0;   ///< pieces / (cuttable width x length), 0 to 1
  double utilisation = 0;  ///< pieces / (roll width x (length + both ends)), 0 to 1
  Quantity marker;         ///< length / packs: pieces and what lies between them
  Quantity ends;           ///< both ends of a ply, and remnants of rolls
  Quantity defects;        ///< splices and faults cut out
  Quantity gross;
};

/// A lot with its markers, by number of packs.
struct ClothUse {
  ClothLot lot;
  std::vector<LaidPacks> laid;  ///< not empty
  double pieces_mm2 = 0;        ///< area of its pieces in one pack
  bool exact = true;            ///< laid, not taken over from a similar pack
};

/// The marker that takes least of those with no more packs than are ordered: what an order of `quantity` is
/// cut by.
const LaidPacks& laidFor(const ClothUse& use, std::int64_t quantity);

using Consumption = std::vector<ClothUse>;

/// The use of `item` in `zone`, or null where nothing is cut of it there.
const ClothUse* findClothUse(const Consumption& consumption, const std::string& item,
                             const std::string& zone);

/// Lays every lot for 1 and 4 packs, and for 10 where those are few enough pieces to lay at once. The rates
/// of losses are the book's. Fails as layMaterials does, where the book lacks a rate, and when given up.
Result<Consumption> consumptionOf(const Product& product, const PriceBook& book, KeptMarkers& kept,
                                  const std::stop_token& given_up = {});

/// Lays nothing: lots whose markers are kept are exact, others take as much for their area as the item took
/// `before`, in the same zones if it was there. Items that were not there are left out.
Result<Consumption> consumptionLike(const Product& product, const PriceBook& book, const KeptMarkers& kept,
                                    const Consumption& before);

/// Is everything that is cut in it, laid?
bool isExact(const Consumption& consumption, const Product& product);

}  // namespace bom
