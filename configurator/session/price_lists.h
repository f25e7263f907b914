// The price lists that a design names: their prices in place of the catalog's, and how one comes in and goes
// out again.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bom/bill.h"
#include "bom/prices/price_list.h"
#include "configurator/design/design.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// The catalog's prices with the design's lists over them, a later list over an earlier one; the catalog's
/// own, which must outlive them, where it names none. Fails where a list is missing, is not the one that was
/// applied (by its SHA-256), or has problems: no other price takes its place.
Result<SharedPrices> pricesOf(const Workshop& workshop, const Design& design);

/// Whether the files of its lists are there, whatever is in them.
bool hasFilesOfPriceLists(const Design& design);

/// A list held against a design.
struct ListPreview {
  std::string path;  ///< as the design would name it
  std::string sha256;
  bom::PriceList list;
  bom::PriceListEffect effect;  ///< on the prices that the design has now
};

/// Fails when the file cannot be read as a list, or one of the design's others fails.
Result<ListPreview> previewPriceList(const Workshop& workshop, const Design& design,
                                     const std::filesystem::path& file);

/// The design with the list as its last one, in place of the same path's. Fails, with all its problems, on a
/// list that has any.
Result<Design> withAppliedList(Design design, const ListPreview& preview);

/// The design without the list of that file, which need not be there any more. Fails, naming those that it
/// has, when it does not have it.
Result<Design> withoutList(Design design, const std::filesystem::path& file);

/// "row 7, price: ..." for each.
std::vector<std::string> problemTexts(const bom::PriceList& list);

/// Items of a bill whose price is the user's, by id, each once.
std::vector<const bom::Item*> ownPricesIn(const bom::Bill& bill, const bom::PriceBook& prices);

}  // namespace configurator
