// The lower end of a shoulder strap: its tail, and the ladder lock on a tab in the anchor triangle.
#pragma once

#include "configurator/pack/strap_places.h"

namespace configurator {

/// What can be pulled through the ladder lock, by size: 25 more per half. A strap of bare webbing has half.
double tailExcess(const PackDraft& draft);
inline constexpr double kTurnUnder = 60;  // webbing lost in tacks and folds at both ends

/// A ladder lock so far along a strap's way, on a tab of the same webbing that the anchor triangle takes in.
struct StrapLock {
  double at_mm = 0, size = 20, above_mm = 3;
};
void addStrapLock(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap,
                  const StrapLock& lock);

/// Tail webbing from a padded strap's end to its lock near the lower corner.
void addTail(const ModuleCall& call, PackDraft& draft, const ShoulderStrap& strap, double size);

}  // namespace configurator
