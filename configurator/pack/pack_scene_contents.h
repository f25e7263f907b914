// What a pack is made to carry, as far as the drawing has a place for it: shown where a picture looks inside.
// No part of the pack.
#pragma once

#include "configurator/pack/pack_scene.h"

namespace configurator {

/// The scene with a laptop, a ghost, in each padded sleeve that is wide enough for one.
renderer::Geometry geometryWithContents(const PackScene& scene);

}  // namespace configurator
