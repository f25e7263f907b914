// The figure that wears the pack, added to a scene as a ghost: drawn, but never picked, exported or framed
// with the pack.
#pragma once

#include "configurator/pack/pack_scene.h"

namespace configurator {

/// The scene's geometry and the figure of the pack's size that wears it.
renderer::Geometry wornGeometry(const PackScene& scene);

}  // namespace configurator
