#include "configurator/pack/pack_scene_contents.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace configurator {
namespace {

using renderer::Bounds;
using renderer::Mesh;

std::optional<Bounds> boundsOfPart(const renderer::Geometry& geometry, std::string_view id) {
  for (const renderer::Node& node : geometry.nodes) {
    if (node.part_id != id) continue;
    renderer::Geometry alone;
    alone.meshes = {geometry.meshes[node.mesh]};
    alone.nodes = {node};
    alone.nodes[0].mesh = 0;
    return renderer::boundsOf(alone);
  }
  return std::nullopt;
}

/// The outline of a plate with round corners, counter-clockwise seen from +z.
std::vector<glm::vec2> roundedPlate(const Bounds& box, float radius) {
  constexpr int kSteps = 6;  // of a corner
  std::vector<glm::vec2> outline;
  for (int corner = 0; corner < 4; ++corner) {
    const bool right = corner == 0 || corner == 3, upper = corner < 2;
    const glm::vec2 middle(right ? box.max.x - radius : box.min.x + radius,
                           upper ? box.max.y - radius : box.min.y + radius);
    for (int i = 0; i <= kSteps; ++i) {
      const float angle = (static_cast<float>(corner) + static_cast<float>(i) / kSteps) *
                          static_cast<float>(std::numbers::pi / 2);
      outline.push_back(middle + radius * glm::vec2(std::cos(angle), std::sin(angle)));
    }
  }
  return outline;
}

void addVertex(Mesh& mesh, const glm::vec3& at, const glm::vec3& normal) {
  mesh.positions.push_back(at);
  mesh.normals.push_back(normal);
  mesh.uvs.emplace_back(at.x, at.y);
}

void addPlate(const std::vector<glm::vec2>& outline, float z, float facing, Mesh& mesh) {
  const auto first = static_cast<std::uint32_t>(mesh.positions.size());
  const auto count = static_cast<std::uint32_t>(outline.size());
  for (const glm::vec2& p : outline) addVertex(mesh, {p, z}, {0, 0, facing});
  for (std::uint32_t i = 2; i < count; ++i) {
    const std::uint32_t a = first + i - 1, b = first + i;
    if (facing > 0)
      mesh.indices.insert(mesh.indices.end(), {first, a, b});
    else
      mesh.indices.insert(mesh.indices.end(), {first, b, a});
  }
}

/// A flat box with round corners in x and y.
Mesh laptopIn(const Bounds& box) {
  const std::vector<glm::vec2> outline = roundedPlate(box, 9.0f);
  Mesh mesh;
  addPlate(outline, box.max.z, 1, mesh);
  addPlate(outline, box.min.z, -1, mesh);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const glm::vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
    if (a == b) continue;
    const glm::vec2 along = glm::normalize(b - a);
    const glm::vec3 normal(along.y, -along.x, 0);
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (const glm::vec3& p :
         {glm::vec3(a, box.min.z), glm::vec3(b, box.min.z), glm::vec3(b, box.max.z), glm::vec3(a, box.max.z)})
      addVertex(mesh, p, normal);
    for (const std::uint32_t k : {0U, 1U, 2U, 0U, 2U, 3U}) mesh.indices.push_back(first + k);
  }
  return mesh;
}

/// Between the facings of a sleeve's two pads; nothing where these nearly touch.
std::optional<Bounds> roomBetween(const Bounds& back, const Bounds& front) {
  constexpr float kAir = 1.0f, kSide = 9.0f, kThinnest = 6.0f, kThickest = 20.0f, kBelowMouth = 18.0f;
  Bounds room{glm::max(back.min, front.min), glm::min(back.max, front.max)};
  room.min += glm::vec3(kSide, 5.0f, 0.0f);
  room.max -= glm::vec3(kSide, kBelowMouth, 0.0f);
  const float low = back.max.z + kAir, high = front.min.z - kAir;
  if (high - low < kThinnest || room.max.x - room.min.x < 100 || room.max.y - room.min.y < 100)
    return std::nullopt;
  const float half = std::min(high - low, kThickest) / 2;
  room.min.z = (low + high) / 2 - half;
  room.max.z = (low + high) / 2 + half;
  return room;
}

}  // namespace

renderer::Geometry geometryWithContents(const PackScene& scene) {
  constexpr std::string_view kBack = ".back-facing", kFront = ".front-facing";
  renderer::Geometry geometry = scene.geometry;
  for (const renderer::Node& node : scene.geometry.nodes) {
    if (node.decal || !node.part_id.ends_with(kBack)) continue;
    const std::string module = node.part_id.substr(0, node.part_id.size() - kBack.size());
    const auto back = boundsOfPart(scene.geometry, node.part_id);
    const auto front = boundsOfPart(scene.geometry, module + std::string(kFront));
    const auto room = back && front ? roomBetween(*back, *front) : std::nullopt;
    if (!room) continue;
    renderer::Node laptop;
    laptop.part_id = module + ".contents";
    laptop.mesh = static_cast<std::uint32_t>(geometry.meshes.size());
    laptop.ghost = true;
    geometry.meshes.push_back(laptopIn(*room));
    geometry.nodes.push_back(std::move(laptop));
  }
  return geometry;
}

}  // namespace configurator
