// What lies on the back of a box pack towards the wearer: foam and spacer mesh, or channelled EVA pads.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// Spacer mesh over foam, both in the shape of the back panel. Arguments: foam (thickness), channels (quilt
/// lines).
void buildFoamBack(const ModuleCall& call, PackDraft& draft);
FamilySpec foamBackSpec();
/// A foam pad that can be taken out, in the sleeve between back and lining; no mesh on the wearer's side.
void buildPadInSleeve(const ModuleCall& call, PackDraft& draft);
FamilySpec padInSleeveSpec();

/// Two columns of EVA pads and a lumbar pad under spacer mesh. Arguments: foam (thickness).
void buildChannelledBack(const ModuleCall& call, PackDraft& draft);
FamilySpec channelledBackSpec();

}  // namespace configurator
