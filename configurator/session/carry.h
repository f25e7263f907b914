// What the catalog and the bill know of carrying, handed to the pack's formulas.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "bom/product.h"
#include "configurator/design/design.h"
#include "configurator/pack/carry_figures.h"
#include "configurator/rules/check_rules.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// Of a design's pack and product. Constants are the catalog's rates carry-*; what an option adds are its
/// rates hold-SLOT-OPTION (N/mm), load-class-SLOT-OPTION (kg) and belt-share-SLOT-OPTION (%).
CarryFigures carryOf(const Workshop& workshop, const Design& design, const Pack& pack,
                     const bom::Product& product);

/// Items of which reflective area is made.
std::set<std::string> reflectiveItemsOf(const Catalog& catalog);

/// What a design's recommended load hangs on: the slots whose options have a load class or a belt's share,
/// and what the straps bear.
std::vector<std::string> loadCarriersOf(const Catalog& catalog);

constexpr const char* kLoadAboveRecommended = "load-above-recommended";
/// A warning when the intended load is more than the recommended one.
std::vector<Violation> loadFindingsOf(const Design& design, const CarryFigures& carry);

}  // namespace configurator
