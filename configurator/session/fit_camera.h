// Putting a scene into a part of a picture, beside room for words. Pixels from the top left, lengths in mm.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

#include "renderer/camera.h"
#include "renderer/scene.h"

namespace configurator {

struct PictureSize {
  int width = 1600, height = 1200;
  float aspect() const { return static_cast<float>(width) / static_cast<float>(height); }
};

/// A rectangle of a picture.
struct PixelFrame {
  glm::vec2 low{0}, high{0};
};

/// The camera moved and drawn back, so that all points just fill the frame.
renderer::Camera fitCamera(renderer::Camera camera, const std::vector<glm::vec3>& points,
                           const PixelFrame& frame, const PictureSize& size);

/// Enough of a geometry's vertices, placed, to frame it by; ghosts left out.
std::vector<glm::vec3> framingPoints(const renderer::Geometry& geometry);

/// World to picture.
class Projection {
 public:
  Projection(const renderer::Camera& camera, const renderer::Bounds& bounds, const PictureSize& size);
  glm::vec2 operator()(const glm::vec3& at) const;

 private:
  glm::mat4 matrix_;
  glm::vec2 size_;
};

}  // namespace configurator
