// How a bought material looks: its weave, roughness and sheen, by the catalog's looks. Its colour comes
// later.
#pragma once

#include "configurator/catalog/catalog.h"
#include "configurator/pack/pack_scene.h"
#include "renderer/scene.h"

namespace configurator {

/// REQUIRES a look of an item of the catalog, or the thread's.
renderer::Material lookOf(const Catalog& catalog, const LookKey& look);

}  // namespace configurator
