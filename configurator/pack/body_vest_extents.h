// How far the filled vest's back reaches in space, from its flat dimensions and the wearer's sections:
// nothing is draped. Millimetres.
#pragma once

#include "configurator/pack/body_vest_bulge.h"
#include "configurator/pack/body_vest_main.h"
#include "configurator/pack/body_vest_outline.h"
#include "configurator/pack/torso.h"

namespace configurator {

struct VestBack {
  const VestShape& shape;
  const MainPocketShape& main;
  const BulgeCut* kangaroo = nullptr;  ///< none when null
};

/// Width and height of the back with its pockets, and how far it stands out from the back plane of `torso`
/// (which is where the vest is worn: the middle of its hem at y = 0).
Vec3 vestExtents(const VestBack& back, const Torso& torso);

}  // namespace configurator
