// How a bought material looks: its weave, roughness and sheen, from the item's category. Its colour comes
// later.
#pragma once

#include "bom/item.h"
#include "renderer/scene.h"

namespace configurator {

renderer::Material lookOf(const bom::Item& item);

}  // namespace configurator
