// Questions about a scene that need no GPU.
#include "renderer/scene.h"

#include <glm/common.hpp>
#include <glm/vec4.hpp>

#include "renderer/require.h"

namespace renderer {

namespace {

Bounds boundsOfNodes(const Geometry& geometry, bool with_ghosts) {
  Bounds bounds;
  bool empty = true;
  for (const Node& node : geometry.nodes) {
    if (node.ghost && !with_ghosts) continue;
    require(node.mesh < geometry.meshes.size(), "a node names a mesh that does not exist");
    for (const glm::vec3& position : geometry.meshes[node.mesh].positions) {
      const glm::vec3 placed = glm::vec3(node.transform * glm::vec4(position, 1.0f));
      bounds.min = empty ? placed : glm::min(bounds.min, placed);
      bounds.max = empty ? placed : glm::max(bounds.max, placed);
      empty = false;
    }
  }
  return bounds;
}

}  // namespace

Bounds boundsOf(const Geometry& geometry) {
  return boundsOfNodes(geometry, false);
}

Bounds boundsWithGhosts(const Geometry& geometry) {
  return boundsOfNodes(geometry, true);
}

std::size_t triangleCount(const Geometry& geometry) {
  std::size_t count = 0;
  for (const Node& node : geometry.nodes) {
    require(node.mesh < geometry.meshes.size(), "a node names a mesh that does not exist");
    if (!node.ghost) count += geometry.meshes[node.mesh].indices.size() / 3;
  }
  return count;
}

Geometry withoutDecals(Geometry geometry) {
  std::erase_if(geometry.nodes, [](const Node& node) { return node.decal; });
  return geometry;
}

bool isSeeThrough(const Material& material) {
  return material.picture != nullptr || material.opacity < 1.0f || material.weave == Weave::StretchMesh ||
         material.weave == Weave::HexMesh;
}

}  // namespace renderer
