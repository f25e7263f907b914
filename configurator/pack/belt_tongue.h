// What makes a hip belt detachable: a tongue of cloth between its wings, with hook tape, and the sleeve on
// the pack that takes it in, with loop tape.
//
//        .--- sleeve, sewn to the back at top and bottom; loop inside ---.
//   wing |==== tongue, hook outside ====================================| wing
//        '----------------------------------------------------------------'
#pragma once

#include "configurator/pack/family_harness.h"

namespace configurator {

/// Sews the wings of `call` to a tongue between them. Returns the tongue as a host, its (u, v) the back's.
Host addTongue(const ModuleCall& call, PackDraft& draft);
/// The sleeve over a tongue that is there.
void addTongueSleeve(const ModuleCall& call, PackDraft& draft, const Host& tongue);

}  // namespace configurator
