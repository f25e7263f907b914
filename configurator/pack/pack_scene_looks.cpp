#include "configurator/pack/pack_scene_looks.h"

#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "bom/item.h"
#include "renderer/weave_tile.h"

namespace configurator {
namespace {

using renderer::Weave;

struct Look {
  std::string_view category;
  Weave weave;
  float scale_mm, roughness, sheen, opacity, metallic;
};

constexpr Look kLooks[] = {
    {"main-fabric", Weave::Ripstop, 5.0f, 0.78f, 0.25f, 1.0f, 0.0f},
    {"laminate", Weave::Film, 8.0f, 0.45f, 0.05f, 1.0f, 0.0f},
    {"canvas", Weave::Canvas, 1.2f, 0.95f, 0.15f, 1.0f, 0.0f},
    {"mesh-stretch", Weave::StretchMesh, 1.6f, 0.85f, 0.35f, 0.92f, 0.0f},
    {"mesh-hex", Weave::HexMesh, 2.4f, 0.85f, 0.3f, 0.9f, 0.0f},
    {"spacer", Weave::SpacerMesh, 3.2f, 0.92f, 0.3f, 1.0f, 0.0f},
    {"stretch-woven", Weave::Plain, 0.8f, 0.82f, 0.35f, 1.0f, 0.0f},
    {"lining", Weave::Plain, 0.5f, 0.8f, 0.2f, 1.0f, 0.0f},
    {"foam", Weave::Foam, 1.5f, 0.95f, 0.0f, 1.0f, 0.0f},
    {"board", Weave::None, 1.0f, 0.5f, 0.0f, 1.0f, 0.0f},
    {"rod", Weave::None, 1.0f, 0.4f, 0.0f, 1.0f, 0.1f},
    {"zip-chain", Weave::Coil, 1.5f, 0.5f, 0.0f, 1.0f, 0.0f},
    {"zip-chain-reverse", Weave::Coil, 1.5f, 0.5f, 0.0f, 1.0f, 0.0f},
    {"zip-slider", Weave::None, 1.0f, 0.35f, 0.0f, 1.0f, 0.7f},
    {"webbing", Weave::Webbing, 2.0f, 0.75f, 0.2f, 1.0f, 0.0f},
    {"elastic", Weave::Grosgrain, 1.2f, 0.85f, 0.2f, 1.0f, 0.0f},
    {"binding", Weave::Grosgrain, 1.2f, 0.85f, 0.2f, 1.0f, 0.0f},
    {"elastic-binding", Weave::Grosgrain, 1.0f, 0.85f, 0.3f, 1.0f, 0.0f},
    {"shock-cord", Weave::Cord, 1.5f, 0.8f, 0.2f, 1.0f, 0.0f},
    {"drawcord", Weave::Cord, 1.5f, 0.8f, 0.2f, 1.0f, 0.0f},
    {"bladder", Weave::Film, 8.0f, 0.25f, 0.0f, 0.75f, 0.0f},
    {"flask", Weave::Film, 8.0f, 0.25f, 0.0f, 0.75f, 0.0f},
};

bool isReflective(const bom::Item& item) {
  return item.section == bom::BillSection::Reflective;
}

/// The shell's weave and its repeat in mm: a ripstop's thick yarns lie about 5 mm apart, an oxford's about 1.
std::pair<Weave, float> weaveOfShell(const bom::Item& item) {
  const auto says = [&](const char* word) { return item.name.find(word) != std::string::npos; };
  if (says("ripstop") || says("gridstop")) return {Weave::Ripstop, 5.0f};
  if (says("oxford")) return {Weave::Oxford, 1.0f};
  return {Weave::Plain, 0.7f};
}

/// Laminates with yarns across under their film show them as diamonds, about 10 mm wide.
bool hasCrossedYarns(const bom::Item& item) {
  return item.name.find("X-ply") != std::string::npos || item.name.find("sailcloth") != std::string::npos;
}

renderer::Material lookOfItem(const bom::Item& item) {
  renderer::Material material;
  material.roughness = 0.55f;
  for (const Look& look : kLooks) {
    if (look.category != item.category) continue;
    material.weave = look.weave;
    material.weave_scale_mm = look.scale_mm;
    if (look.category == "main-fabric")
      std::tie(material.weave, material.weave_scale_mm) = weaveOfShell(item);
    if (look.category == "laminate" && hasCrossedYarns(item))
      std::tie(material.weave, material.weave_scale_mm) = std::pair(Weave::XPly, 10.0f);
    material.roughness = look.roughness;
    material.sheen = look.sheen;
    material.opacity = look.opacity;
    material.metallic = look.metallic;
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
  return look == kThreadLook ? lookOfThread() : lookOfItem(catalog.itemOf(look.item, 0));
}

}  // namespace configurator
