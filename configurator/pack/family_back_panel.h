// What lies on the back of a box pack towards the wearer: foam and spacer mesh, channelled EVA
// pads, or a mesh that stands off.
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

/// Mesh stretched between two bands over a bent frame, off the back panel; the wearer stands off with it.
/// Arguments: gap (between back panel and mesh, half way down).
void buildSuspendedBack(const ModuleCall& call, PackDraft& draft);
FamilySpec suspendedBackSpec();

}  // namespace configurator
