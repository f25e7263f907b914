// Stiff things that lie on the wearer: they do not follow the skin, so they are held off it.
#pragma once

#include <vector>

#include "configurator/pack/shape.h"
#include "configurator/pack/torso.h"

namespace configurator {

/// A model moved outwards until none of the points of its underside, in the model's own frame at scale 1,
/// lies under the skin.
ModelShape offSkin(const Torso& torso, ModelShape model, const std::vector<Vec3>& underside);

/// The underside of a ladder lock.
const std::vector<Vec3>& ladderLockUnderside();

}  // namespace configurator
