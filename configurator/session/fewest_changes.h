// The changes of a target cost: the fewest that bring a pack to it.
#pragma once

#include "configurator/session/target_cost.h"

namespace configurator {

/// Fills in `together` and `reached`, one change after the other, the largest saving first. Sums of single
/// changes say which to build (design_probe.h); where what was built misses the target, they are asked for
/// more. Where nothing reaches it: the changes that come nearest. REQUIRES `now` and `target`.
Result<void> fewestChanges(const Workshop& workshop, const Design& design, const FigureRequest& request,
                           TargetCost& out);

}  // namespace configurator
