// Pack -> renderer::Scene: every piece and fitting as triangles, and what each is made of in a colorway.
// Geometry and appearance are made apart, so a colour changes no triangle.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/fill_shape.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/pack_scene_models.h"
#include "configurator/pack/torso.h"
#include "renderer/image.h"
#include "renderer/scene.h"

namespace configurator {

/// How fine a scene is: kSceneLimits says what that means. Measured is for what is told from its triangles.
enum class SceneLevel { Measured, Still, Moving };

/// Sewing shows in stills, within this many of their triangles.
inline constexpr std::size_t kMostThread = 3'000;

/// What a scene of a level keeps to: the triangles by getting coarser, the tolerance where they suffice.
/// Fittings and folds have a coarsest form; that these leave room is tested over random designs.
struct SceneLimits {
  std::size_t triangles = 0;
  double tolerance_mm = 0;
};
inline constexpr SceneLimits kSceneLimits[] = {
    {10'000'000, 0.25}, {30'000, 0.25}, {20'000, 0.5}};  ///< by SceneLevel

/// One appearance slot: parts of the same zone and item look the same.
struct LookKey {
  std::string zone, item;
  std::string artwork = {};  ///< part id of one that shows a picture
  friend auto operator<=>(const LookKey&, const LookKey&) = default;
};

/// Sewing thread, which lies on every part.
inline const LookKey kThreadLook{"thread", "", ""};

/// Pictures by the part id of the artwork that they are put on.
using ArtworkPictures = std::map<std::string, std::shared_ptr<const renderer::Image>>;

/// A picture in its true size.
struct ShownPicture {
  std::shared_ptr<const renderer::Image> image;
  glm::vec2 size_mm{1.0f};
};

struct PackScene {
  renderer::Geometry geometry;
  std::vector<LookKey> looks;                    ///< by slot, for appearanceOf
  std::map<std::string, ShownPicture> pictures;  ///< by artwork
  Torso wearer;                                  ///< not drawn but by wornGeometry
  double tolerance_mm = 0;  ///< what the cloth was cut within: its level's, or more to save triangles
};

struct SceneDetail {
  SceneLevel level = SceneLevel::Still;
  double fill = kNominalFill;  ///< kEmpty..kStuffed
  ArtworkPictures artwork = {};
};

/// Pieces with layer "stowed" are not drawn. Models that are not in `models` are left out.
PackScene buildScene(const Pack& pack, const ComponentModels& models, const SceneDetail& detail = {});

renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const std::vector<LookKey>& looks);

/// The same, with the scene's pictures.
renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const PackScene& scene);

}  // namespace configurator
