// The vest's body pieces laid on the wearer: back body over the blades, wings over the shoulders, side wings
// round the ribs. Canonical right half, x >= 0; the left half is its mirror image. Millimetres.
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

/// The vest on the torso of its size with C7 at the origin and the back plane at z = 0.
VestDrape drapeVest(const VestShape& shape);

/// The same, moved so that the middle of the hem is at y = 0 and the back plane at z = -kVestBackGap. A few
/// drapes are kept, because most designs that are looked at one after the other differ in something else.
struct PlacedDrape {
  std::shared_ptr<const VestDrape> drape;
  double c7_y_mm = 0;
};
PlacedDrape placedDrape(const VestShape& shape);

constexpr double kVestBackGap = 6;

}  // namespace configurator
