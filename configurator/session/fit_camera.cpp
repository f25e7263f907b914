#include "configurator/session/fit_camera.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>

namespace configurator {

Projection::Projection(const renderer::Camera& camera, const renderer::Bounds& bounds,
                       const PictureSize& size)
    : matrix_(renderer::projectionMatrix(camera, size.aspect(), bounds) * renderer::viewMatrix(camera)),
      size_(size.width, size.height) {}

glm::vec2 Projection::operator()(const glm::vec3& at) const {
  const glm::vec4 clip = matrix_ * glm::vec4(at, 1.0f);
  const float w = std::max(clip.w, 1e-3f);
  return glm::vec2(0.5f + 0.5f * clip.x / w, 0.5f - 0.5f * clip.y / w) * size_;
}

// Every round brings the scene to the frame's size and middle as if there were no perspective; few are
// needed.
renderer::Camera fitCamera(renderer::Camera camera, const std::vector<glm::vec3>& points,
                           const PixelFrame& frame, const PictureSize& size) {
  constexpr int kRounds = 16;
  if (points.empty()) return camera;
  const glm::vec2 room = glm::max(frame.high - frame.low, glm::vec2(1.0f));
  for (int round = 0; round < kRounds; ++round) {
    const Projection project(camera, {}, size);
    glm::vec2 low(1e9f), high(-1e9f);
    for (const glm::vec3& point : points) {
      const glm::vec2 at = project(point);
      low = glm::min(low, at);
      high = glm::max(high, at);
    }
    const glm::vec2 taken = glm::max(high - low, glm::vec2(1.0f));
    const float mm = 2 * camera.distance_mm * std::tan(glm::radians(camera.field_of_view_deg) / 2) /
                     static_cast<float>(size.height);
    const glm::vec2 move = (0.5f * (low + high) - 0.5f * (frame.low + frame.high)) * mm;
    const glm::mat4 view = renderer::viewMatrix(camera);
    camera.target += glm::vec3(view[0][0], view[1][0], view[2][0]) * move.x -
                     glm::vec3(view[0][1], view[1][1], view[2][1]) * move.y;
    camera.distance_mm *= std::clamp(std::max(taken.x / room.x, taken.y / room.y), 0.3f, 3.0f);
  }
  return camera;
}

std::vector<glm::vec3> framingPoints(const renderer::Geometry& geometry) {
  constexpr std::size_t kEvery = 3;
  std::vector<glm::vec3> points;
  for (const renderer::Node& node : geometry.nodes) {
    if (node.ghost) continue;
    const auto& positions = geometry.meshes[node.mesh].positions;
    for (std::size_t i = 0; i < positions.size(); i += kEvery)
      points.emplace_back(node.transform * glm::vec4(positions[i], 1.0f));
  }
  return points;
}

}  // namespace configurator
