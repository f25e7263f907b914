// What a brand brings along as a front offers it: pictures on its marks, models of its components. The keys
// are those of `set`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "configurator/session/workshop.h"

namespace configurator {

/// A mark that can carry a picture, or a picture that this pack has no mark for.
struct PictureRow {
  std::string key;    ///< "artwork.MODULE", for applyEdit
  std::string name;   ///< of the mark: "Print, screen"; empty when the pack has none
  std::string file;   ///< of the picture; empty: none
  bool shows = true;  ///< a picture would be seen; film is cut, not printed
};

/// A component that a model of the brand's own can be drawn for.
struct PartRow {
  std::string key;   ///< "part.ITEM"
  std::string name;  ///< the item's
  const OwnPart* own = nullptr;
};

/// A design and what was built of it.
struct BuiltDesign {
  const Catalog& catalog;
  const Design& design;
  const Pack& pack;
};

/// The marks that a slot's option makes, and pictures kept for marks that it could make.
std::vector<PictureRow> pictureRowsOf(const BuiltDesign& built, const std::string& slot);

/// The components among a slot's parts, each item once. Of `parts` only, unless that is empty.
std::vector<PartRow> partRowsOf(const BuiltDesign& built, const std::string& slot,
                                const std::vector<std::string>& parts);

/// A file as the design names it: from the folder where the design lies.
std::string nameIn(const Design& design, const std::filesystem::path& file);

}  // namespace configurator
