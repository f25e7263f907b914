// PNG in and out. The only file that knows stb.
#include "renderer/image.h"

#include <fstream>
#include <iterator>

#include "renderer/require.h"

#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 32768
#include <stb/stb_image.h>
#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>

namespace renderer {
namespace {

void append(void* out, void* data, int size) {
  auto& bytes = *static_cast<std::vector<std::uint8_t>*>(out);
  const auto* begin = static_cast<const std::uint8_t*>(data);
  bytes.insert(bytes.end(), begin, begin + size);
}

}  // namespace

std::vector<std::uint8_t> encodePng(const Image& image) {
  const auto pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  require(image.width > 0 && image.height > 0 && image.rgba.size() == pixels * 4,
          "an image has width * height * 4 bytes");
  std::vector<std::uint8_t> bytes;
  const int written = stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(),
                                             image.width * 4);
  require(written != 0, "a PNG file can be made of every image");
  return bytes;
}

Result<Image> loadPng(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(path.string() + ": cannot be opened");
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  Image image;
  int channels = 0;
  stbi_uc* pixels =
      stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                            &image.width, &image.height, &channels, 4);
  if (pixels == nullptr) return failure(path.string() + ": is not a readable PNG file");
  const auto size = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
  image.rgba.assign(pixels, pixels + size);
  stbi_image_free(pixels);
  return image;
}

}  // namespace renderer
