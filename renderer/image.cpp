// PNG in and out. The only file that knows libpng.
#include "renderer/image.h"

#include <png.h>

#include <fstream>
#include <iterator>

#include "renderer/require.h"

namespace renderer {
namespace {

constexpr png_uint_32 kMostSide = 32768;  // pixels; no picture of ours has more

png_image blank() {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  return png;
}

}  // namespace

std::vector<std::uint8_t> encodePng(const Image& image) {
  const auto pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  require(image.width > 0 && image.height > 0 && image.rgba.size() == pixels * 4,
          "an image has width * height * 4 bytes");
  png_image png = blank();
  png.width = static_cast<png_uint_32>(image.width);
  png.height = static_cast<png_uint_32>(image.height);
  png.format = PNG_FORMAT_RGBA;
  png.flags = PNG_IMAGE_FLAG_FAST;
  std::vector<std::uint8_t> bytes(PNG_IMAGE_PNG_SIZE_MAX(png));
  png_alloc_size_t size = bytes.size();
  const int written = png_image_write_to_memory(&png, bytes.data(), &size, 0, image.rgba.data(), 0, nullptr);
  require(written != 0, "a PNG file can be made of every image");
  bytes.resize(size);
  return bytes;
}

Result<Image> loadPng(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(path.string() + ": cannot be opened");
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  png_image png = blank();
  const auto refused = [&] {
    png_image_free(&png);
    return failure(path.string() + ": is not a readable PNG file");
  };
  if (!png_image_begin_read_from_memory(&png, bytes.data(), bytes.size())) return refused();
  if (png.width > kMostSide || png.height > kMostSide) return refused();
  png.format = PNG_FORMAT_RGBA;
  Image image{static_cast<int>(png.width), static_cast<int>(png.height), {}};
  image.rgba.resize(PNG_IMAGE_SIZE(png));
  if (!png_image_finish_read(&png, nullptr, image.rgba.data(), 0, nullptr)) return refused();
  return image;
}

}  // namespace renderer
