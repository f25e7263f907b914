// The way of a hip belt: from the pack's lower corners round the wearer's hips.
#pragma once

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

constexpr double kBeltWebbing = 1.4;  ///< mm thick

/// From the body's corner on the back round the hips to the middle of the front, `lift_mm` off the skin.
struct HipWay {
  Torso torso;
  Vec3 from{0, 0, 0};
  double sign = 1;  ///< of x: -1 on the left
  double lift_mm = 0;
};
HipWay hipWay(const PackDraft& draft, const BodySide& side, double lift_mm);

/// The points of the way. It goes down little by little: cloth laid along it bends no further than it can.
BodyPath halfHips(const HipWay& way);

}  // namespace configurator
