// Designs side by side, and what makes the difference of their prices: the one is changed into the other step
// by step, and every printed line that a step moves is said with it. The deltas add up exactly.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "configurator/session/figures.h"

namespace configurator {

/// A line of the price that differs, and the change that moved it. Money per piece.
struct CostDifference {
  std::size_t design = 1;  ///< index of the design that is compared with the first
  std::string line;        ///< "materials: Body, front panel, 210D ..."
  std::string cause;  ///< "Hydration: None -> Sleeve"; choices that only work together are joined by " + "
  bom::Money delta;   ///< of the line by the change; those of a design add up to its total
};

struct Comparison {
  std::vector<Figures> figures;  ///< of each design, at the first one's order
  std::vector<CostDifference> differences;
  std::vector<bom::Money> totals;  ///< of each design: its deciding price less the first's
};

/// All are reckoned for one order: what is asked, else the first design's. Changes are made in the catalog's
/// order: slots, parameters, zones, then colours and sizes. Fails where one cannot be built or reckoned.
/// REQUIRES two to four designs.
Result<Comparison> compareDesigns(const Workshop& workshop, const std::vector<Design>& designs,
                                  FigureRequest request);

}  // namespace configurator
