// The drawcord top: back, front, two sides and a bottom, over them a collar that a cord gathers; the mouth is
// covered by a lid with a pocket, by a flap, or by nothing but a strap (18 to 40 l).
#pragma once

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// Family "drawcord". Arguments, all optional: corner-radius (mm, of the bottom), front-drop (mm, by which
/// the front is lower than the back), collar (mm of cloth from the mouth to the cord), folds (of the gathered
/// throat, 14..18: fewer stand too deep to go round it), straps (1 or 2 over lid or flap). What covers the
/// mouth comes from the slot main-closure: "drawcord-lid" a lid with a zip pocket, "buckle-flap" a double
/// flap, anything else a strap alone.
FamilySpec drawcordSpec();
void buildDrawcord(const ModuleCall& call, PackDraft& draft);

}  // namespace configurator
