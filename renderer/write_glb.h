// A scene out as binary glTF 2.0: metres, y up, one node per part named by its part id, PBR factors.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "renderer/scene.h"

namespace renderer {

/// The file's bytes; the same scene gives the same bytes. `generator` names the program in the asset block.
/// Ghost nodes are left out. Passes Khronos' gltf-validator without errors or warnings.
std::vector<std::uint8_t> writeGlb(const Scene& scene, const std::string& generator);

}  // namespace renderer
