// Points of measure that are read off a pack when all its modules are made. Millimetres.
#pragma once

#include "configurator/pack/draft.h"

namespace configurator {

/// Front pocket (O, OW), logo (W, WY), seam allowance (SA): those that the pack has and the catalog knows.
void addPackMeasures(PackDraft& draft);

}  // namespace configurator
