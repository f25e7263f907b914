#include "configurator/session/inside_looks.h"

#include <algorithm>
#include <glm/common.hpp>
#include <string_view>

namespace configurator {
namespace {

/// What a category is, seen inside: its tone (sRGB) and how solid it stays in an x-ray.
struct InsideTone {
  std::string_view category;
  glm::vec3 tone;
  float solid;
};

constexpr float kSolid = 1.0f, kPad = 0.28f, kShell = 0.07f, kTrim = 0.30f;
constexpr glm::vec3 kFoam{0.87f, 0.71f, 0.45f}, kFrame{0.55f, 0.76f, 0.86f}, kWater{0.30f, 0.62f, 0.90f};

constexpr InsideTone kTones[] = {{"foam", kFoam, kSolid},   {"board", kFrame, kSolid},
                                 {"rod", kFrame, kSolid},   {"bladder", kWater, kSolid},
                                 {"flask", kWater, kSolid}, {"hose-part", kWater, kSolid}};

const InsideTone* toneOf(const Catalog& catalog, const LookKey& look) {
  if (look == kThreadLook) return nullptr;
  const bom::Item& item = catalog.itemOf(look.item, 0);
  const auto found = std::find_if(std::begin(kTones), std::end(kTones),
                                  [&](const InsideTone& one) { return one.category == item.category; });
  return found == std::end(kTones) ? nullptr : found;
}

bool isCloth(const renderer::Material& material) {
  using renderer::Weave;
  switch (material.weave) {
    case Weave::Plain:
    case Weave::Ripstop:
    case Weave::Oxford:
    case Weave::Canvas:
    case Weave::StretchMesh:
    case Weave::HexMesh:
    case Weave::SpacerMesh:
    case Weave::Film:
    case Weave::XPly:
      return true;
    default:
      return false;
  }
}

/// Dividers tell compartments apart by their colour; the other linings hang inside, too.
float solidityOf(const LookKey& look, const renderer::Material& material) {
  if (look.zone.rfind("divider", 0) == 0) return 0.55f;
  if (look.zone == "lining") return 0.16f;
  return isCloth(material) ? kShell : kTrim;
}

}  // namespace

renderer::Appearance xrayAppearance(const Catalog& catalog, renderer::Appearance appearance,
                                    const std::vector<LookKey>& looks) {
  for (std::size_t i = 0; i < looks.size(); ++i) {
    renderer::Material& material = appearance.materials[i];
    if (const InsideTone* tone = toneOf(catalog, looks[i])) {
      material.color = tone->tone;
      // Pads round a laptop would hide it.
      material.opacity = looks[i].zone == "foam-pad" ? kPad : tone->solid;
    } else {
      material.opacity = solidityOf(looks[i], material);
      material.weave = renderer::Weave::None;  // glass has no threads
    }
  }
  return appearance;
}

renderer::Appearance sectionAppearance(const Catalog& catalog, renderer::Appearance appearance,
                                       const std::vector<LookKey>& looks) {
  appearance.materials.reserve(2 * looks.size());
  for (std::size_t i = 0; i < looks.size(); ++i) {
    renderer::Material face = appearance.materials[i];
    const InsideTone* tone = toneOf(catalog, looks[i]);
    // Dark cloth cut open must stand out from its own inside.
    face.color = tone != nullptr ? tone->tone : glm::mix(face.color, glm::vec3(0.93f), 0.55f);
    face.roughness = 0.95f;
    face.sheen = 0;
    face.metallic = 0;
    face.opacity = 1;
    face.retroreflective = false;
    face.picture = nullptr;
    if (face.weave != renderer::Weave::Foam) face.weave = renderer::Weave::None;
    appearance.materials.push_back(std::move(face));
  }
  return appearance;
}

}  // namespace configurator
