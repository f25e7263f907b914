// The vest's body pieces laid on the wearer: back body over the blades, wings over the shoulders, side wings round the
// ribs. Canonical right half, x >= 0; the left half is its mirror image. Millimetres.
#pragma once

#include <memory>

#include "configurator/pack/body_vest_outline.h"
#include "configurator/pack/body_vest_sheet.h"

namespace configurator {

struct VestDrape {
  ClothSheet back, wing, side;
};

/// How far the middle of the body's cloth is from the skin.
constexpr double kVestLiftMm = 4;

std::shared_ptr<const VestDrape> drapeVest(const VestShape& shape, const Torso& torso);

}  // namespace configurator
