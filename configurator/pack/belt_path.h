// The way of a hip belt: from the pack's lower corners round the wearer's hips.
#pragma once

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

/// Half a way round the hips: from the body's corner on the back to the middle of the front, `lift_mm` off
/// the skin. It goes down little by little: cloth laid along it bends no further than it can.
BodyPath halfHips(const PackDraft& draft, const BodySide& side, double lift_mm);

}  // namespace configurator
