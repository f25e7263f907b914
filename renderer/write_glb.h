// A scene out as binary glTF 2.0: metres, y up, one node per part named by its part id, PBR factors
// and textures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "renderer/scene.h"

namespace renderer {

/// Another look of a whole scene: a material for every slot.
struct Variant {
  std::string name;
  Appearance appearance;
};

/// The file's bytes; the same scene gives the same bytes. `generator` names the program in the asset block.
/// Shows the scene's own appearance until a variant (KHR_materials_variants) is chosen. Weaves are textures
/// in true scale; a variant changes colours, not weaves. Ghost nodes are left out. Passes Khronos'
/// gltf-validator without errors or warnings.
std::vector<std::uint8_t> writeGlb(const Scene& scene, const std::string& generator,
                                   const std::vector<Variant>& variants = {});

}  // namespace renderer
