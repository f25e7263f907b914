// The drinking hose: from the bladder's port up through the hose port of the pack, over the shoulder, through
// the clips on the strap, to the bite valve on the chest. Hose and valve are bought with the bladder, as one
// set: they are drawn as part of its fitting and add nothing to the bill.
#pragma once

#include "configurator/pack/draft.h"

namespace configurator {

/// Lays the hose of the pack's bladder, if it has one and a port to lead it out. Call it when all slots are
/// built: ports and straps come from different slots.
void layHose(PackDraft& draft);

}  // namespace configurator
