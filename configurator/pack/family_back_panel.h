// What lies on the back of a box pack towards the wearer: foam and spacer mesh, or channelled EVA pads.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// Spacer mesh over foam, both in the shape of the back panel. Arguments: foam (thickness), channels (quilt
/// lines).
void buildFoamBack(const ModuleCall& call, PackDraft& draft);
FamilySpec foamBackSpec();

/// Two columns of EVA pads and a lumbar pad under spacer mesh. Arguments: foam (thickness).
void buildChannelledBack(const ModuleCall& call, PackDraft& draft);
FamilySpec channelledBackSpec();

}  // namespace configurator
