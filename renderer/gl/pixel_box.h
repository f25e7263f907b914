// The part of a picture that something can touch.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>

#include "renderer/scene.h"

namespace renderer::gl {

/// Pixels, from the picture's lower left corner.
struct PixelBox {
  int x = 0, y = 0, width = 0, height = 0;
};

/// What a box in the world can touch of a picture of that size, and so many pixels more on every side; the
/// whole picture where the box reaches behind the eye, nothing where there is no box (min > max).
PixelBox pixelBoxOf(const Bounds& bounds, const glm::mat4& view_projection, glm::vec2 size, float margin);

}  // namespace renderer::gl
