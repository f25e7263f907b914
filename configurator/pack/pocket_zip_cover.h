// What covers the zip of a pocket without bellows: tabs over its ends, a strip over its upper tape.
#pragma once

#include "configurator/pack/pocket.h"

namespace configurator {

/// What a strip over the upper tape takes of the pocket's place, mm; a low pocket has none.
double tapeStripRoom(const PocketPlan& plan);

/// A folded strip over the upper tape, which would lie bare on the host. `upper` is the tape's line on the
/// host; nothing where it is not level or leaves the cloth.
void addTapeStrip(PackDraft& draft, const PocketPlan& plan, const Polyline& upper);

/// Both ends of the zip lie under tabs that are caught with the pocket's sides. `zip` is the chain's level
/// line on the host, `rim` the height of the panel's upper edge.
void addZipTabs(PackDraft& draft, const PocketPlan& plan, const Polyline& zip, double rim);

}  // namespace configurator
