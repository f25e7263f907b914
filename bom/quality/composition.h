// What a finished product is made of, by mass: for the fibre label, for claims of recycled content, and for
// laws that ask how much of it is textile.
#pragma once

#include <string>
#include <vector>

#include "bom/bill.h"

namespace bom {

struct CompositionPart {
  std::string material;  ///< "polyamide": words of compositions that mean the same are one part
  std::string kind;      ///< "textile" "polymer" ...
  bool recycled = false;
  Quantity mass;  ///< grams in one product
  Ratio share;    ///< of the whole mass
};

struct Composition {
  std::vector<CompositionPart> parts;  ///< heaviest first
  Quantity mass;                       ///< grams of one product
  Quantity unstated;                   ///< grams of items whose composition is not known
  Ratio textile, recycled;             ///< shares of the whole mass
};

/// Of the lines of a bill that stay in the product. Textile is what is spun, woven or knitted: textile fibres
/// of cloth, mesh, webbing, tapes, cords, threads, zips, labels and reflective cloth; not of foams, boards
/// and films, nor the coating on a cloth.
Composition compositionOf(const Bill& bill, const PriceBook& book);

}  // namespace bom
