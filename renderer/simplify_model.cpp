#include "renderer/simplify_model.h"

#include <meshoptimizer.h>

#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <map>

#include "renderer/require.h"

namespace renderer {
namespace {

using GridCorner = std::array<float, 3>;

constexpr float kCreaseCosine = 0.669f;  // 48 degrees, as the models' own script makes them

/// Triangles over points that are there once, however many normals the file gave them.
struct Welded {
  std::vector<glm::vec3> points;
  std::vector<std::uint32_t> indices;
};

Welded weldedOf(const Mesh& mesh) {
  Welded welded;
  std::map<GridCorner, std::uint32_t> known;
  for (const std::uint32_t index : mesh.indices) {
    const glm::vec3 p = mesh.positions[index];
    const auto [entry, added] =
        known.try_emplace({p.x, p.y, p.z}, static_cast<std::uint32_t>(welded.points.size()));
    if (added) welded.points.push_back(p);
    welded.indices.push_back(entry->second);
  }
  return welded;
}

void simplify(Welded& welded, float tolerance_mm) {
  if (welded.indices.empty()) return;
  const float extent = meshopt_simplifyScale(&welded.points[0].x, welded.points.size(), sizeof(glm::vec3));
  if (extent <= 0) return;
  std::vector<std::uint32_t> kept(welded.indices.size());
  kept.resize(meshopt_simplify(kept.data(), welded.indices.data(), welded.indices.size(), &welded.points[0].x,
                               welded.points.size(), sizeof(glm::vec3), 0, tolerance_mm / extent, 0,
                               nullptr));
  if (!kept.empty()) welded.indices = std::move(kept);
}

/// Twice the triangle's area times its normal.
glm::vec3 faceOf(const Welded& welded, std::size_t first) {
  const glm::vec3 a = welded.points[welded.indices[first]];
  const glm::vec3 b = welded.points[welded.indices[first + 1]];
  const glm::vec3 c = welded.points[welded.indices[first + 2]];
  return glm::cross(b - a, c - a);
}

glm::vec3 unit(glm::vec3 v) {
  const float size = glm::length(v);
  return size > 0 ? v / size : glm::vec3(0, 0, 1);
}

/// A corner's normal is the mean of the faces round its point that are within the crease angle of its own.
Mesh creasedMesh(const Welded& welded) {
  std::vector<std::vector<glm::vec3>> faces_at(welded.points.size());
  for (std::size_t i = 0; i < welded.indices.size(); ++i)
    faces_at[welded.indices[i]].push_back(faceOf(welded, i - i % 3));
  Mesh mesh;
  std::map<std::pair<std::uint32_t, GridCorner>, std::uint32_t> known;
  for (std::size_t i = 0; i < welded.indices.size(); ++i) {
    const std::uint32_t point = welded.indices[i];
    const glm::vec3 own = unit(faceOf(welded, i - i % 3));
    glm::vec3 sum(0);
    for (const glm::vec3& face : faces_at[point]) {
      if (glm::dot(unit(face), own) > kCreaseCosine) sum += face;
    }
    const glm::vec3 normal = unit(sum);
    const auto [entry, added] = known.try_emplace({point, {normal.x, normal.y, normal.z}},
                                                  static_cast<std::uint32_t>(mesh.positions.size()));
    if (added) {
      mesh.positions.push_back(welded.points[point]);
      mesh.normals.push_back(normal);
      mesh.uvs.emplace_back(0, 0);
    }
    mesh.indices.push_back(entry->second);
  }
  return mesh;
}

/// All parts as one, which looks like the first.
Welded joined(const Model& model) {
  Mesh all;
  for (const ModelPart& part : model.parts) {
    const auto first = static_cast<std::uint32_t>(all.positions.size());
    all.positions.insert(all.positions.end(), part.mesh.positions.begin(), part.mesh.positions.end());
    for (const std::uint32_t index : part.mesh.indices) all.indices.push_back(first + index);
  }
  return weldedOf(all);
}

/// Triangles that hang together nowhere can only be merged where they are near.
Model mergedModel(const Model& model, std::size_t triangles) {
  Welded welded = joined(model);
  std::vector<std::uint32_t> kept(welded.indices.size());
  kept.resize(meshopt_simplifySloppy(kept.data(), welded.indices.data(), welded.indices.size(),
                                     &welded.points[0].x, welded.points.size(), sizeof(glm::vec3),
                                     3 * triangles, 1, nullptr));
  if (kept.size() > 3 * triangles) kept.clear();
  welded.indices = std::move(kept);
  Model merged;
  if (welded.indices.empty()) return merged;
  merged.parts.push_back(model.parts.front());
  merged.parts.front().mesh = creasedMesh(welded);
  return merged;
}

}  // namespace

Model simplifyModel(const Model& model, float tolerance_mm) {
  require(tolerance_mm > 0, "a model is simplified within a tolerance");
  Model simple = model;
  for (ModelPart& part : simple.parts) {
    Welded welded = weldedOf(part.mesh);
    simplify(welded, tolerance_mm);
    part.mesh = creasedMesh(welded);
  }
  return simple;
}

Model reducedModel(const Model& model, float tolerance_mm, std::size_t triangles) {
  constexpr float kWider = 2, kWidest_mm = 2.5f;
  Model simple = simplifyModel(model, tolerance_mm);
  for (float wide = tolerance_mm * kWider; wide <= kWidest_mm && triangleCount(simple) > triangles;
       wide *= kWider)
    simple = simplifyModel(model, wide);
  if (triangleCount(simple) > triangles) return mergedModel(model, triangles);
  std::erase_if(simple.parts, [](const ModelPart& part) { return part.mesh.indices.empty(); });
  return simple;
}

}  // namespace renderer
