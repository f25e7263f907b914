#include "configurator/pack/pack_scene_figure.h"

#include <utility>

#include "configurator/pack/figure.h"

namespace configurator {
namespace {

renderer::Mesh toMesh(const FigureMesh& figure) {
  renderer::Mesh mesh;
  for (const Vec3& p : figure.points) mesh.positions.emplace_back(p);
  for (const Vec3& n : figure.normals) mesh.normals.emplace_back(n);
  mesh.uvs.resize(mesh.positions.size());
  for (const auto& corners : figure.triangles)
    mesh.indices.insert(mesh.indices.end(), corners.begin(), corners.end());
  return mesh;
}

}  // namespace

renderer::Geometry wornGeometry(const PackScene& scene) {
  renderer::Geometry geometry = scene.geometry;
  if (scene.wearer.sections.empty()) return geometry;  // nothing was built yet
  renderer::Node node;
  node.part_id = "wearer";
  node.mesh = static_cast<std::uint32_t>(geometry.meshes.size());
  node.ghost = true;
  geometry.meshes.push_back(toMesh(meshFigure(makeFigure(scene.wearer))));
  geometry.nodes.push_back(std::move(node));
  return geometry;
}

}  // namespace configurator
