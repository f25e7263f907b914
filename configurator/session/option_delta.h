// What another choice would change in cost and mass, against the present design.
#pragma once

#include <optional>
#include <string>

#include "bom/money.h"
#include "configurator/session/figures.h"

namespace configurator {

struct OptionDelta {
  bom::Money unit_cost;  ///< per pack at the order's quantity and Incoterm
  double mass_g = 0;
  bool exact = true;  ///< false: cloth whose markers are not laid is reckoned as the present design takes it
  std::string incoterm = {};
};

/// Nothing where one of the two has no estimate, or no price at the Incoterm.
std::optional<OptionDelta> deltaBetween(const Figures& now, const Figures& then);

}  // namespace configurator
