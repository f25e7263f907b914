// Chest straps between the shoulder straps or vest wings.
#pragma once

#include "configurator/pack/family.h"

namespace configurator {

/// Webbing with a side-release buckle across the chest. Arguments: size; at = upper|lower|both; slide =
/// ladder|rail.
void buildSternumStrap(const ModuleCall& call, PackDraft& draft);
FamilySpec sternumStrapSpec();

/// Elastic cords with hooks across the chest of a vest. Arguments: size (cord), count 1..2.
void buildSternumCords(const ModuleCall& call, PackDraft& draft);
FamilySpec sternumCordsSpec();

}  // namespace configurator
