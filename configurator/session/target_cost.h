// What must change for a pack to cost no more than a target: single changes with what each saves, changes
// that reach it together, and other orders that do.
#pragma once

#include <string>
#include <vector>

#include "bom/what_if/what_if_table.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/figures.h"

namespace configurator {

struct Saving {
  std::string what;  ///< "Back panel: Foam and spacer mesh -> Plain"
  KeyValue edit;
  bom::Money price;  ///< after it
  bom::Money saved;  ///< by it
};

struct TargetCost {
  bool valid = false;                   ///< the design keeps its rules as it is
  bom::EstimateInput order;             ///< what is asked for: quantity, term, currency
  bom::Money now, target;               ///< per pack at the order's Incoterm
  std::vector<Saving> single;           ///< each alone in the present design, the largest saving first; about
  std::vector<Saving> together;         ///< the fewest that reach the target, one after the other; exact
  bool reached = false;                 ///< by those together, or from the start
  std::vector<bom::WhatIfCell> orders;  ///< other origins, and more pieces, that reach it as it is
};

/// The options of every slot and the items of every zone are tried, but for what is pinned; what breaks a
/// rule or cannot be built is left out of the single ones. The changes together are the finder's: the fewest
/// that reach the target and keep the rules, of so many those with the least price; body and numbers stay.
/// Fails as figuresOf does, and where the price at the Incoterm is not known. The target is in the currency
/// that is asked for.
Result<TargetCost> targetCost(const Workshop& workshop, const Design& design, const FigureRequest& request,
                              bom::Money target);

}  // namespace configurator
