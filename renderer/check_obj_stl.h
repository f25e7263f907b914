// Reading the outside of OBJ and STL files: whether they are such files, whole and not too large. No meshes
// are read here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "renderer/model.h"

namespace renderer {

/// Why the bytes must not be handed to a model reader, or nothing when they may. The message is a sentence
/// without the file's name.
std::optional<std::string> checkObj(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits);
/// Binary or text.
std::optional<std::string> checkStl(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits);

}  // namespace renderer
