// Hip belts: plain webbing, or padded wings with or without zip pockets.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// Two webbing halves with a side-release buckle. Arguments: size.
void buildWebbingBelt(const ModuleCall& call, PackDraft& draft);
FamilySpec webbingBeltSpec();

/// Padded wings (shell, foam, spacer), webbing on their centre line. Arguments: wing-length, foam, size,
/// pockets = yes|no, detachable = yes|no.
void buildPaddedBelt(const ModuleCall& call, PackDraft& draft);
FamilySpec paddedBeltSpec();

}  // namespace configurator
