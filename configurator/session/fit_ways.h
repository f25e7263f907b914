// Where the rules allow a way and geometry does not: what else may give way so that it fits. A number that
// was given is left free, an option that finds no room is another one.
#pragma once

#include <string>
#include <vector>

#include "configurator/rules/check_rules.h"
#include "configurator/session/design_advisor.h"

namespace configurator {

/// A way that cannot be built, and what is asked for.
struct UnfitWay {
  const Choices& present;
  const Choices& choices;  ///< of the way
  const std::vector<PlaceValue>& asked;
  const std::vector<Violation>& finds;  ///< what geometry has against it
  RuleFacts facts;                      ///< of the order
};

/// Ways to try next, of one more change and then of two; those that change the fewest of the user's choices
/// first. None of them is built yet; they keep what is asked for. Of a number left free the change has no
/// `to`: AgainstPresent tells it.
std::vector<WayOut> fittingWays(const Catalog& catalog, const UnfitWay& unfit);

}  // namespace configurator
