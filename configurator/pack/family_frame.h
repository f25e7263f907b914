// What keeps a pack's back in shape: a framesheet, one or two stays, a bent rod.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// HDPE sheet in a sleeve behind the back lining. No arguments.
void buildFramesheet(const ModuleCall& call, PackDraft& draft);
FamilySpec framesheetSpec();

/// Aluminium stays in webbing sleeves. Arguments: count 1..2, item.
void buildStays(const ModuleCall& call, PackDraft& draft);
FamilySpec staysSpec();

/// A rod bent to a U in a tape channel along the back seam. Arguments: item, diameter.
void buildFrameRod(const ModuleCall& call, PackDraft& draft);
FamilySpec frameRodSpec();

}  // namespace configurator
