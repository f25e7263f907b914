// How a drawn pack comes apart: every assembly moves away from the body along the way it was put on, as far
// as it takes to stand free in the picture. Nodes move as they are; no mesh is made again. Millimetres.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "configurator/pack/pack_scene.h"
#include "renderer/camera.h"

namespace configurator {

/// What moves as one: an assembly, or one side of an assembly that stands left and right only.
struct LoosePart {
  std::string assembly;
  std::vector<std::size_t> nodes;  ///< of the scene's geometry
  glm::vec3 offset{0.0f};          ///< where it stands apart; zero: the body
};

/// Body first, then in the order in which they come off. `seen` says from where parts are not to cover each
/// other.
std::vector<LoosePart> looseParts(const Pack& pack, const renderer::Geometry& geometry,
                                  const renderer::Camera& seen);

/// By node: `share` 0..1 of the way apart.
std::vector<glm::vec3> movesOf(const std::vector<LoosePart>& parts, std::size_t nodes, float share = 1);

/// The geometry with its nodes moved.
renderer::Geometry moved(renderer::Geometry geometry, const std::vector<glm::vec3>& moves);

}  // namespace configurator
