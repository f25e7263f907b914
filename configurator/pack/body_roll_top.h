// The roll-top: a wrap panel (back and both sides), a front panel and a bottom; its collar is rolled down
// three turns and buckled (15 to 45 l).
#pragma once

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// Family "roll-top". Arguments, all optional: corner-radius (mm, of the filled section), turns (1..4), riser
/// (mm, height of a strip of bottom fabric round the foot; 0 = none). How the roll is held comes from the
/// slot main-closure: "roll-top-straps" clips the ends down at both sides, anything else mates them over the
/// top. The attribute `foot` (square) of the slot panel-shape makes the bottom's corners sharp.
FamilySpec rollTopSpec();
void buildRollTop(const ModuleCall& call, PackDraft& draft);

}  // namespace configurator
