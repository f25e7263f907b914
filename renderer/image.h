// A picture in memory and as a PNG file: 8-bit sRGB RGBA, first row at the top.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "renderer/result.h"

namespace renderer {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;  ///< width * height * 4
};

/// The PNG file's bytes; the same picture gives the same bytes.
std::vector<std::uint8_t> encodePng(const Image& image);

Result<Image> loadPng(const std::filesystem::path& path);

}  // namespace renderer
