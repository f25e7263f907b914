#include "configurator/pack/pack_scene_soft.h"

#include <array>
#include <glm/geometric.hpp>
#include <vector>

namespace configurator {
namespace {

Vec3 unit(Vec3 v, Vec3 fallback) {
  const double size = glm::length(v);
  return size > 1e-9 ? v / size : fallback;
}

/// How a soft model's normal turns: it stays at right angles to what lay at right angles to it.
Vec3 softNormal(const ModelShape& shape, Vec3 model, Vec3 at, Vec3 normal) {
  constexpr double kStep = 2;
  const auto step = [&](Vec3 way) { return shape.soft(model + kStep * way) - at; };
  const Vec3 x = step({1, 0, 0}), y = step({0, 1, 0}), z = step({0, 0, 1});
  return unit(normal.x * glm::cross(y, z) + normal.y * glm::cross(z, x) + normal.z * glm::cross(x, y),
              normal);
}

/// A soft model's vertices in space. Long edges whose middle bends away from them are halved: they would
/// cut through what the model follows.
class SoftMesh {
 public:
  SoftMesh(const ModelShape& shape, double bend_mm, renderer::Mesh& mesh)
      : shape_(shape), bend_mm_(bend_mm), mesh_(mesh) {}

  void appendPart(const renderer::Mesh& part) {
    std::vector<Corner> corners;
    corners.reserve(part.positions.size());
    for (std::size_t i = 0; i < part.positions.size(); ++i)
      corners.push_back(cornerAt(Vec3(part.positions[i]), Vec3(part.normals[i])));
    for (std::size_t i = 0; i + 2 < part.indices.size(); i += 3) {
      const Triangle triangle{corners[part.indices[i]], corners[part.indices[i + 1]],
                              corners[part.indices[i + 2]]};
      append(triangle, kMostHalvings);
    }
  }

 private:
  struct Corner {
    Vec3 model, normal, at;
    std::uint32_t vertex = 0;
  };
  using Triangle = std::array<Corner, 3>;
  static constexpr int kMostHalvings = 7;

  Corner cornerAt(Vec3 model, Vec3 normal) {
    const Vec3 at = shape_.soft(model);
    mesh_.positions.emplace_back(at);
    mesh_.normals.emplace_back(softNormal(shape_, model, at, normal));
    mesh_.uvs.emplace_back(0, 0);
    return {model, normal, at, static_cast<std::uint32_t>(mesh_.positions.size() - 1)};
  }

  /// How far an edge bends away from a straight one, where it is long.
  double bendOf(const Corner& a, const Corner& b) const {
    constexpr double kLong = 48;
    if (glm::distance(a.model, b.model) < kLong) return 0;
    return glm::distance(shape_.soft((a.model + b.model) / 2.0), (a.at + b.at) / 2.0);
  }

  void append(const Triangle& corners, int halvings) {
    std::size_t first = 0;
    double most = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double bend = bendOf(corners[i], corners[(i + 1) % 3]);
      if (bend <= most) continue;
      most = bend;
      first = i;
    }
    if (most <= bend_mm_ || halvings == 0) {
      for (const Corner& one : corners) mesh_.indices.push_back(one.vertex);
      return;
    }
    const Corner &a = corners[first], &b = corners[(first + 1) % 3], &c = corners[(first + 2) % 3];
    const Corner middle = cornerAt((a.model + b.model) / 2.0, unit(a.normal + b.normal, a.normal));
    append(Triangle{a, middle, c}, halvings - 1);
    append(Triangle{middle, b, c}, halvings - 1);
  }

  const ModelShape& shape_;
  double bend_mm_ = 1;
  renderer::Mesh& mesh_;
};

}  // namespace

void appendSoftModel(const ModelShape& shape, const renderer::Model& model, double bend_mm,
                     renderer::Mesh& mesh) {
  SoftMesh soft(shape, bend_mm, mesh);
  for (const renderer::ModelPart& part : model.parts) soft.appendPart(part.mesh);
}

}  // namespace configurator
