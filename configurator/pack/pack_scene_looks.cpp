#include "configurator/pack/pack_scene_looks.h"

#include <map>
#include <string_view>

#include "bom/item.h"
#include "renderer/weave_tile.h"

namespace configurator {
namespace {

using renderer::Weave;

/// The weaves by the catalog's words for them.
Weave weaveOf(std::string_view word) {
  static const std::map<std::string_view, Weave> kWeaves{
      {"none", Weave::None},        {"plain", Weave::Plain},
      {"ripstop", Weave::Ripstop},  {"oxford", Weave::Oxford},
      {"canvas", Weave::Canvas},    {"stretch-mesh", Weave::StretchMesh},
      {"hex-mesh", Weave::HexMesh}, {"spacer-mesh", Weave::SpacerMesh},
      {"film", Weave::Film},        {"webbing", Weave::Webbing},
      {"coil", Weave::Coil},        {"foam", Weave::Foam},
      {"cord", Weave::Cord},        {"grosgrain", Weave::Grosgrain},
      {"x-ply", Weave::XPly}};
  return kWeaves.at(word);
}

bool isReflective(const bom::Item& item) {
  return item.section == bom::BillSection::Reflective;
}

renderer::Material lookOfItem(const Catalog& catalog, const bom::Item& item) {
  renderer::Material material;
  material.roughness = 0.55f;
  if (const MaterialLook* look = catalog.lookOf(item)) {
    material.weave = weaveOf(look->weave);
    material.weave_scale_mm = static_cast<float>(look->repeat_mm);
    material.roughness = static_cast<float>(look->roughness);
    material.sheen = static_cast<float>(look->sheen);
    material.opacity = static_cast<float>(look->opacity);
    material.metallic = static_cast<float>(look->metallic);
  }
  if (isReflective(item)) {
    material.retroreflective = true;
    material.roughness = 0.45f;
    material.weave = Weave::Film;
  }
  return material;
}

/// Polyester with a soft gloss.
renderer::Material lookOfThread() {
  renderer::Material material;
  material.weave = Weave::Stitch;
  material.weave_scale_mm = renderer::kStitch_mm;
  material.roughness = 0.6f;
  material.sheen = 0.2f;
  return material;
}

}  // namespace

renderer::Material lookOf(const Catalog& catalog, const LookKey& look) {
  return look == kThreadLook ? lookOfThread() : lookOfItem(catalog, catalog.itemOf(look.item, 0));
}

}  // namespace configurator
