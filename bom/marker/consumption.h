// How much cloth a pack takes: its real outlines laid for one, four and ten packs in a marker, and what is
// lost around the marker. Nothing here is a percentage of an area.
//
//   gross m per pack = (L + 2 end) / n x (1 + remnant) x (1 + splice and defects)
//
// L: length of the marker, rounded up to whole mm; n: packs in it; end: cloth beyond the marker at each end
// of a ply; remnant: what is left of rolls that end between two plies; splice and defects: overlaps where a
// roll or a fault ends inside a ply, and faults cut out.
#pragma once

#include <string>
#include <vector>

#include "bom/marker/marker.h"
#include "bom/price_book.h"
#include "bom/product.h"
#include "bom/quantity.h"
#include "bom/ratio.h"
#include "bom/result.h"

namespace bom {

/// What is lost around a marker.
struct LayLosses {
  double end_mm = 0;       ///< at each end, >= 0
  double selvedge_mm = 0;  ///< at each side, >= 0
  double spacing_mm = 0;   ///< between pieces, >= 0
  Ratio remnant, splice_and_defects;
};

/// The book's rates "lay-end" and "lay-selvedge" (mm), "lay-remnant" and "lay-splice-and-defects" (%), at
/// their typical values. Fails when the book lacks one or has it in another unit; the message names it.
Result<LayLosses> layLossesOf(const PriceBook& book);

/// What comes off one roll: pieces of one item in zones that have the same colour in every colorway.
struct ClothLot {
  std::string item;
  std::vector<std::string> zones;  ///< sorted
};

/// The lots of everything that pieces are cut from, by item, then by their first zone.
std::vector<ClothLot> clothLotsOf(const Product& product);

/// The marker of one lot.
struct MaterialMarker {
  std::string item;
  std::vector<std::string> zones;
  int packs = 1;  ///< in the marker
  std::vector<MarkerPiece> pieces;
  Cloth cloth;
  Marker marker;
  Quantity gross_per_pack;  ///< Unit::Metre
};

/// A marker's length as it is laid: rounded up to whole mm.
double laidLength(double length_mm);

/// The formula above, to a millionth of a metre. REQUIRES length_mm >= 0 and packs >= 1.
Quantity grossPerPack(double length_mm, int packs, const LayLosses& losses);

/// The cut outlines of all pieces of `item` in the lot's zones in so many packs, their grain along the roll.
/// Cloth with a grain lies 0 or 180 degrees, foam, board and film by quarter turns. Empty where nothing is
/// cut of it. REQUIRES that the lot is of this item.
std::vector<MarkerPiece> markerPiecesOf(const Product& product, const Item& item, const ClothLot& lot,
                                        int packs);

/// The lot's item with its sheet. Fails when the book lacks it or it is no sheet goods; the message names it.
Result<const Item*> sheetOf(const ClothLot& lot, const PriceBook& book);

/// The cloth that a lot of `item` is laid on. REQUIRES sheet goods.
Cloth clothOf(const Item& item, const LayLosses& losses);

/// Markers of all sheet goods that pieces are cut from, by lot, then by packs in the order given. Fails when
/// an item is unknown or no sheet goods, or a piece is wider than its cloth; the message names both.
Result<std::vector<MaterialMarker>> layMaterials(const Product& product, const PriceBook& book,
                                                 const LayLosses& losses, const MarkerBudget& budget,
                                                 const std::vector<int>& packs = {1, 4, 10});

}  // namespace bom
