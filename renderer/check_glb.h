// Reading the outside of a GLB file: whether it is one, and whether its JSON is harmless. No meshes are read
// here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "renderer/model.h"

namespace renderer {

/// Why the bytes must not be handed to a model reader, or nothing when they may. The message is a sentence
/// without the file's name.
std::optional<std::string> checkGlb(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits);

}  // namespace renderer
