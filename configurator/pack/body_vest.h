// The running vest: back body, front wings and side wings that lie on the wearer, with a main pocket on the
// back and flask pockets on the wings (2 to 12 l).
#pragma once

#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// Family "vest". Arguments, all optional: side (mesh|adjusters), kangaroo (yes|no), flask-pockets (yes|no),
/// flask-cord (yes|no): a cord with a lock round the flask's neck, or the elastic mouth alone.
FamilySpec vestSpec();
void buildVest(const ModuleCall& call, PackDraft& draft);

}  // namespace configurator
