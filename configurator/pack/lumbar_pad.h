// The pad between the wings of a load-carrying hip belt: foam under spacer mesh, low on the pack's back.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// Sewn flat to the back between the hip anchors. Reads the call's "foam" thickness.
void addLumbarPad(const ModuleCall& call, PackDraft& draft);

}  // namespace configurator
