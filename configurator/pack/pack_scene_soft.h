// Triangles of component models that take the shape of what holds them.
#pragma once

#include "configurator/pack/shape.h"
#include "renderer/model.h"
#include "renderer/scene.h"

namespace configurator {

/// REQUIRES that the shape is soft.
void appendSoftModel(const ModelShape& shape, const renderer::Model& model, renderer::Mesh& mesh);

}  // namespace configurator
