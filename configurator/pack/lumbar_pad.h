// The pad between the wings of a load-carrying hip belt: foam under spacer mesh, low on the pack's back.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// How far a pad of which `foam_mm` are asked for holds the wearer off: foam comes in sheets.
double lumbarPadHeight(const PackDraft& draft, double foam_mm);

/// Sewn flat to the back between the hip anchors. Reads the call's "foam" thickness.
void addLumbarPad(const ModuleCall& call, PackDraft& draft);

}  // namespace configurator
