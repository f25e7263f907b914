#include "configurator/pack/pack_scene.h"

#include <utility>
#include <variant>

#include "configurator/catalog/require.h"
#include "configurator/pack/figure.h"
#include "configurator/pack/pack_scene_looks.h"
#include "configurator/pack/pack_scene_shapes.h"

namespace configurator {
namespace {

/// Slots in order of first use.
struct Slots {
  PackScene& scene;
  std::map<LookKey, std::uint32_t> known;

  std::uint32_t slotOf(const std::string& zone, const std::string& item) {
    const auto [entry, added] =
        known.try_emplace({zone, item}, static_cast<std::uint32_t>(scene.looks.size()));
    if (added) scene.looks.push_back({zone, item});
    return entry->second;
  }
};

void addNode(PackScene& scene, std::string part_id, std::uint32_t slot, renderer::Mesh mesh) {
  if (mesh.indices.empty()) return;
  renderer::Node node;
  node.part_id = std::move(part_id);
  node.mesh = static_cast<std::uint32_t>(scene.geometry.meshes.size());
  node.slot = slot;
  scene.geometry.meshes.push_back(std::move(mesh));
  scene.geometry.nodes.push_back(std::move(node));
}

void appendShape(const Shape::Drawn& drawn, const ComponentModels& models, renderer::Mesh& mesh) {
  if (const auto* ribbon = std::get_if<RibbonShape>(&drawn)) appendRibbon(*ribbon, mesh);
  if (const auto* cord = std::get_if<CordShape>(&drawn)) appendCord(*cord, mesh);
  if (const auto* component = std::get_if<ModelShape>(&drawn)) {
    if (const auto model = models.find(component->model); model != models.end()) {
      appendModel(*component, model->second, mesh);
    }
  }
}

/// What is emptied with the pocket that it is in.
bool isSoft(const Shape::Drawn& drawn) {
  const auto* component = std::get_if<ModelShape>(&drawn);
  return component != nullptr && (component->model == "bladder" || component->model == "soft-flask");
}

Vec3 toDouble(glm::vec3 v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)};
}

void appendMoved(const Shape::Drawn& drawn, const ComponentModels& models, const FillMap& map,
                 renderer::Mesh& mesh) {
  if (!isSoft(drawn)) {
    appendShape(movedShape(drawn, map), models, mesh);
    return;
  }
  const std::size_t first = mesh.positions.size();
  appendShape(drawn, models, mesh);
  for (std::size_t i = first; i < mesh.positions.size(); ++i) {
    const Vec3 at = toDouble(mesh.positions[i]);
    mesh.normals[i] = glm::vec3(movedNormal(map, at, toDouble(mesh.normals[i])));
    mesh.positions[i] = glm::vec3(map(at));
  }
}

std::uint8_t channel(const std::string& srgb, std::size_t at) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
  return static_cast<std::uint8_t>(digit(srgb[at]) * 16 + digit(srgb[at + 1]));
}

glm::vec3 colorOf(const std::string& srgb) {
  require(srgb.size() == 7, "a colour is #rrggbb");
  return glm::vec3(channel(srgb, 1), channel(srgb, 3), channel(srgb, 5)) / 255.0f;
}

}  // namespace

PackScene buildScene(const Pack& pack, const ComponentModels& models, const SceneDetail& detail) {
  PackScene scene;
  scene.wearer = wearerOf(pack);
  Slots slots{scene, {}};
  const FillMap map = fillMap(pack, detail.fill);
  for (const Piece& piece : pack.pieces) {
    if (piece.layer == "stowed") continue;
    renderer::Mesh mesh;
    appendPiece(piece, {detail.cell_mm, map}, mesh);
    addNode(scene, piece.id, slots.slotOf(piece.zone, piece.item), std::move(mesh));
  }
  for (const Fitting& fitting : pack.fittings) {
    renderer::Mesh mesh;
    for (const Shape& shape : fitting.shapes) {
      if (map)
        appendMoved(shape.drawn(), models, map, mesh);
      else
        appendShape(shape.drawn(), models, mesh);
    }
    addNode(scene, fitting.id, slots.slotOf(fitting.zone, fitting.item), std::move(mesh));
  }
  return scene;
}

renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const std::vector<LookKey>& looks) {
  renderer::Appearance appearance;
  for (const LookKey& look : looks) {
    renderer::Material material = lookOf(catalog.itemOf(look.item, 0));
    material.name = look.zone.empty() ? look.item : look.zone + "." + look.item;
    if (const auto color = colorway.colors.find(look.zone); color != colorway.colors.end()) {
      material.color = colorOf(color->second.srgb);
    }
    appearance.materials.push_back(std::move(material));
  }
  return appearance;
}

}  // namespace configurator
