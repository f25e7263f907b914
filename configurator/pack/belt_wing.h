// One padded wing of a hip belt: shell, foam and face mesh bound together, webbing sewn along its middle.
#pragma once

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

/// A strap that tapers from the pack to the front, by the call's wing-length (of size M) and wing-width.
StrapShape wingShape(const ModuleCall& call, PackSize size);

/// How far off the skin webbing lies that runs over the wing's padding.
double liftOverWing(const ModuleCall& call, const PackDraft& draft);

/// The seam that sets a wing's broad end on, its first run filled.
Seam wingSeam(const ModuleCall& call, const BodySide& side);

void addWing(const ModuleCall& call, PackDraft& draft, const BodySide& side);
/// Webbing over a wing that is there and on to the middle of the front.
Shape webbingOverWing(const ModuleCall& call, const PackDraft& draft, const BodySide& side, double width_mm);
/// Sews the belt's webbing to a wing that is there: along its middle, and a tack at its tip.
void sewWebbingOnWing(const ModuleCall& call, PackDraft& draft, const BodySide& side);
void addWingPocket(const ModuleCall& call, PackDraft& draft, const BodySide& side);
/// A strap from a wing to the pack's corner above it, which draws the wing in.
void addSnugger(const ModuleCall& call, PackDraft& draft, const BodySide& side);

}  // namespace configurator
