// Pictures of others: PNG and SVG files as an Image. What they may hold is limited: a file from anywhere must
// neither fetch another one nor take the machine's memory.
#pragma once

#include <filesystem>

#include "renderer/image.h"
#include "renderer/result.h"

namespace renderer {

inline constexpr std::size_t kMostPictureBytes = 16u << 20;
inline constexpr int kMostPictureSide = 8192;   ///< pixels, of a PNG
inline constexpr int kDrawnPictureSide = 1024;  ///< pixels of the longer side that an SVG is drawn with

/// By what the file begins with, whatever its name is. Refused: files that are missing, too large, malformed
/// or empty; SVG with scripts, with text (its look would depend on the machine's typefaces) or with
/// references to anything outside.
Result<Image> loadPicture(const std::filesystem::path& path);

}  // namespace renderer
