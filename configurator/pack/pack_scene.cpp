#include "configurator/pack/pack_scene.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "configurator/catalog/require.h"
#include "configurator/pack/figure.h"
#include "configurator/pack/in_parallel.h"
#include "configurator/pack/pack_scene_artwork.h"
#include "configurator/pack/pack_scene_looks.h"
#include "configurator/pack/pack_scene_sewing.h"
#include "configurator/pack/pack_scene_shapes.h"
#include "configurator/pack/pack_scene_soft.h"
#include "configurator/pack/piece_cells.h"

namespace configurator {
namespace {

/// Slots in order of first use.
struct Slots {
  PackScene& scene;
  std::map<LookKey, std::uint32_t> known;

  std::uint32_t slotOf(const LookKey& look) {
    const auto [entry, added] = known.try_emplace(look, static_cast<std::uint32_t>(scene.looks.size()));
    if (added) scene.looks.push_back(look);
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

struct FittingDetail {
  const ComponentModels& models;
  std::size_t model_level = 0;
  double tolerance_mm = 0;
  const renderer::Model* of_item = nullptr;  ///< in place of component models
};

constexpr double kSoftBend = 6;  // of soft models' long edges, to the tolerance

void appendComponent(const ModelShape& shape, const FittingDetail& detail, renderer::Mesh& mesh) {
  const renderer::Model* component = detail.models.find(shape.model, detail.model_level);
  if (component != nullptr && detail.of_item != nullptr)
    appendModel(inPlaceOf(shape, *component, *detail.of_item), *detail.of_item, mesh);
  else if (component != nullptr && shape.soft)
    appendSoftModel(shape, *component, std::max(1.0, kSoftBend * detail.tolerance_mm), mesh);
  else if (component != nullptr)
    appendModel(shape, *component, mesh);
}

void appendShape(const Shape::Drawn& drawn, const FittingDetail& detail, renderer::Mesh& mesh) {
  if (const auto* ribbon = std::get_if<RibbonShape>(&drawn)) appendRibbon(*ribbon, detail.tolerance_mm, mesh);
  if (const auto* cord = std::get_if<CordShape>(&drawn)) appendCord(*cord, detail.tolerance_mm, mesh);
  if (const auto* component = std::get_if<ModelShape>(&drawn)) appendComponent(*component, detail, mesh);
}

/// What is emptied with the pocket that it is in.
bool isSoft(const Shape::Drawn& drawn) {
  const auto* component = std::get_if<ModelShape>(&drawn);
  return component != nullptr && (component->model == "bladder" || component->model == "soft-flask");
}

Vec3 toDouble(glm::vec3 v) {
  return {static_cast<double>(v.x), static_cast<double>(v.y), static_cast<double>(v.z)};
}

void appendMoved(const Shape::Drawn& drawn, const FittingDetail& detail, const FillMap& map,
                 renderer::Mesh& mesh) {
  if (!isSoft(drawn)) {
    appendShape(movedShape(drawn, map), detail, mesh);
    return;
  }
  const std::size_t first = mesh.positions.size();
  appendShape(drawn, detail, mesh);
  for (std::size_t i = first; i < mesh.positions.size(); ++i) {
    const Vec3 at = toDouble(mesh.positions[i]);
    mesh.normals[i] = glm::vec3(movedNormal(map, at, toDouble(mesh.normals[i])));
    mesh.positions[i] = glm::vec3(map(at));
  }
}

renderer::Mesh meshOf(const Fitting& fitting, FittingDetail detail, const FillMap& map) {
  renderer::Mesh mesh;
  detail.of_item = detail.models.findOfItem(fitting.item, detail.model_level);
  for (const Shape& shape : fitting.shapes) {
    if (map)
      appendMoved(shape.drawn(), detail, map, mesh);
    else
      appendShape(shape.drawn(), detail, mesh);
  }
  return mesh;
}

std::size_t trianglesOf(const std::vector<renderer::Mesh>& meshes) {
  std::size_t sum = 0;
  for (const renderer::Mesh& mesh : meshes) sum += mesh.indices.size() / 3;
  return sum;
}

std::vector<const Piece*> drawnPieces(const Pack& pack) {
  std::vector<const Piece*> pieces;
  for (const Piece& piece : pack.pieces) {
    if (piece.layer != "stowed") pieces.push_back(&piece);
  }
  return pieces;
}

/// The triangles of a pack: one mesh for each drawn piece, one for each fitting.
struct PackMeshes {
  std::vector<renderer::Mesh> cloth, fittings;
  double tolerance_mm = 0;  ///< what the cloth was cut within
};

/// What the pieces' cells are worth by their estimate, about.
std::size_t estimateOf(const std::vector<const Piece*>& pieces, const std::vector<PieceBend::Cells>& cells) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i) sum += trianglesOf(*pieces[i], cells[i]);
  return sum;
}

/// The cloth within the tolerance, or within a wider one where it would have more triangles. Main pieces lose
/// area where they bend: they are cut no wider than still shows them as large as their patterns.
void addCloth(const std::vector<const Piece*>& pieces, const FillMap& map, std::size_t triangles,
              PackMeshes& meshes) {
  // Wider than 100 mm saves nothing more: then it is left as it is, and the fittings get coarser.
  constexpr double kWider = 1.25, kWidest = 100, kSafe = 0.95, kMainWidest = 0.9;
  std::vector<std::optional<PieceBend>> bends(pieces.size());
  inParallel(pieces.size(), [&](std::size_t i) { bends[i].emplace(*pieces[i], map); });
  std::vector<PieceBend::Cells> cells(pieces.size());
  for (;; meshes.tolerance_mm *= kWider) {
    const double main_mm = std::min(meshes.tolerance_mm, kMainWidest);
    inParallel(pieces.size(), [&](std::size_t i) {
      cells[i] = bends[i]->within(pieces[i]->is_body ? main_mm : meshes.tolerance_mm);
    });
    const bool widest = meshes.tolerance_mm * kWider > kWidest;
    if (!widest && static_cast<double>(estimateOf(pieces, cells)) > kSafe * static_cast<double>(triangles))
      continue;
    meshes.cloth.assign(pieces.size(), {});
    inParallel(pieces.size(),
               [&](std::size_t i) { appendPiece(*pieces[i], cells[i], map, meshes.cloth[i]); });
    if (widest || trianglesOf(meshes.cloth) <= triangles) return;
  }
}

constexpr double kClothShowsCorners_mm = 3;
constexpr std::size_t kFewThread = 1'000;  // triangles

/// Fittings so coarse that two thirds of a level's triangles are left for the cloth, and coarser still if the
/// cloth needs more, as far as there are coarser models.
PackMeshes meshesOf(const Pack& pack, const std::vector<const Piece*>& pieces, const ComponentModels& models,
                    SceneLevel level, const FillMap& map, std::size_t thread) {
  const SceneLimits limits = kSceneLimits[static_cast<std::size_t>(level)];
  PackMeshes meshes;
  for (std::size_t i = level == SceneLevel::Moving ? 1 : 0; i < std::size(kModelTolerances); ++i) {
    // Webbing is little more than a millimetre thick: finer than the cloth it lies on, or it sinks into that.
    const double tolerance_mm = 0.3 * limits.tolerance_mm * std::max(1.0, kModelTolerances[i] / 0.3);
    meshes.fittings.resize(pack.fittings.size());
    inParallel(pack.fittings.size(), [&](std::size_t k) {
      meshes.fittings[k] = meshOf(pack.fittings[k], {models, i, tolerance_mm}, map);
    });
    const std::size_t used = trianglesOf(meshes.fittings);
    if (used > limits.triangles / 3 && i + 1 < std::size(kModelTolerances)) continue;
    const std::size_t taken = used + thread;
    const std::size_t left = limits.triangles > taken ? limits.triangles - taken : 0;
    meshes.tolerance_mm = limits.tolerance_mm;
    addCloth(pieces, map, left, meshes);
    if (trianglesOf(meshes.cloth) <= left) break;
  }
  return meshes;
}

/// A badge carries its picture; a print is nothing but its picture.
void addArtwork(PackScene& scene, const Fitting& fitting, const PlacedArtwork& artwork, std::uint32_t slot) {
  addNode(scene, fitting.id, slot, artwork.mesh);
  scene.geometry.nodes.back().decal = !artwork.is_print;
  scene.pictures[artwork.id] = artwork.picture;
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
  const std::vector<const Piece*> pieces = drawnPieces(pack);
  const bool sewn = detail.level == SceneLevel::Still;
  const std::vector<SewnRow> rows = sewn ? sewnRows(pack) : std::vector<SewnRow>{};
  std::size_t thread = std::min(kMostThread, sewnTriangles(rows));
  PackMeshes meshes = meshesOf(pack, pieces, models, detail.level, map, thread);
  // Before cloth shows corners, sewing is left out. Folds of another fill take all there is, with it or
  // without.
  while (detail.fill == kNominalFill && meshes.tolerance_mm > kClothShowsCorners_mm && thread > 0) {
    thread = thread > kFewThread ? thread / 2 : 0;
    meshes = meshesOf(pack, pieces, models, detail.level, map, thread);
  }
  std::vector<SewnPart> sewing =
      laidSewing(rows, {pieces, &pack.fittings, &meshes.cloth, &meshes.fittings}, thread);
  scene.tolerance_mm = meshes.tolerance_mm;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    addNode(scene, pieces[i]->id, slots.slotOf({pieces[i]->zone, pieces[i]->item}),
            std::move(meshes.cloth[i]));
  const std::map<std::string, PlacedArtwork> placed = placedArtwork(pack, detail.artwork, map);
  for (std::size_t i = 0; i < pack.fittings.size(); ++i) {
    const Fitting& fitting = pack.fittings[i];
    const auto artwork = placed.find(fitting.id);
    if (artwork == placed.end() || !artwork->second.is_print)
      addNode(scene, fitting.id, slots.slotOf({fitting.zone, fitting.item}), std::move(meshes.fittings[i]));
    if (artwork != placed.end())
      addArtwork(scene, fitting, artwork->second,
                 slots.slotOf({fitting.zone, fitting.item, artwork->second.id}));
  }
  for (SewnPart& part : sewing) {
    addNode(scene, part.part_id, slots.slotOf(kThreadLook), std::move(part.mesh));
    scene.geometry.nodes.back().decal = true;
  }
  return scene;
}

renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const std::vector<LookKey>& looks) {
  renderer::Appearance appearance;
  for (const LookKey& look : looks) {
    renderer::Material material = lookOf(catalog, look);
    material.name = look.zone + (look.zone.empty() || look.item.empty() ? "" : ".") + look.item;
    if (const auto color = colorway.colors.find(look.zone); color != colorway.colors.end()) {
      material.color = colorOf(color->second.srgb);
    }
    appearance.materials.push_back(std::move(material));
  }
  return appearance;
}

renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const PackScene& scene) {
  renderer::Appearance appearance = appearanceOf(catalog, colorway, scene.looks);
  for (std::size_t i = 0; i < scene.looks.size(); ++i) {
    const auto picture = scene.pictures.find(scene.looks[i].artwork);
    if (scene.looks[i].artwork.empty() || picture == scene.pictures.end()) continue;
    renderer::Material& material = appearance.materials[i];
    material.name = scene.looks[i].artwork;
    material.picture = picture->second.image;
    material.picture_mm = picture->second.size_mm;
  }
  return appearance;
}

}  // namespace configurator
