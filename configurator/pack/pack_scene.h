// Pack -> renderer::Scene: every piece and fitting as triangles, and what each is made of in a colorway.
// Geometry and appearance are made apart, so a colour changes no triangle.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "configurator/catalog/catalog.h"
#include "configurator/design/design.h"
#include "configurator/pack/fill_shape.h"
#include "configurator/pack/pack.h"
#include "configurator/pack/torso.h"
#include "renderer/model.h"
#include "renderer/scene.h"

namespace configurator {

/// Component models by file stem.
using ComponentModels = std::map<std::string, renderer::Model>;

/// One appearance slot: parts of the same zone and item look the same.
struct LookKey {
  std::string zone, item;
  friend auto operator<=>(const LookKey&, const LookKey&) = default;
};

struct PackScene {
  renderer::Geometry geometry;
  std::vector<LookKey> looks;  ///< by slot, for appearanceOf
  Torso wearer;                ///< not drawn but by wornGeometry
};

/// How fine the cloth is cut into triangles, and how full the pack is drawn.
struct SceneDetail {
  double cell_mm = 12;
  double fill = kNominalFill;  ///< kEmpty..kStuffed
};

/// Pieces with layer "stowed" are not drawn. Models that are not in `models` are left out.
PackScene buildScene(const Pack& pack, const ComponentModels& models, const SceneDetail& detail = {});

renderer::Appearance appearanceOf(const Catalog& catalog, const DesignColorway& colorway,
                                  const std::vector<LookKey>& looks);

}  // namespace configurator
