// Triangles of component models that take the shape of what holds them.
#pragma once

#include "configurator/pack/shape.h"
#include "renderer/model.h"
#include "renderer/scene.h"

namespace configurator {

/// Its long edges stay within `bend_mm` of the shape. REQUIRES that the shape is soft.
void appendSoftModel(const ModelShape& shape, const renderer::Model& model, double bend_mm,
                     renderer::Mesh& mesh);

}  // namespace configurator
