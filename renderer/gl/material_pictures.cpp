// Colours are multiplied by their cover in linear light, so that nothing of what is clear bleeds in where a
// picture is made smaller.
#include "renderer/gl/material_pictures.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/vec4.hpp>

#include "renderer/srgb.h"

namespace renderer::gl {
namespace {

constexpr int kSide = 1024;

struct Canvas {
  int side = kSide;
  std::vector<glm::vec4> pixels;  // first row at the bottom
};

glm::vec4 pixelOf(const Image& image, int x, int y) {
  const std::uint8_t* p = &image.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                       static_cast<std::size_t>(x)) *
                                      4];
  static const std::vector<float> kLinear = [] {
    std::vector<float> linear;
    for (int i = 0; i < 256; ++i) linear.push_back(linearOf(static_cast<float>(i) / 255.0f));
    return linear;
  }();
  const float cover = static_cast<float>(p[3]) / 255.0f;
  return {kLinear[p[0]] * cover, kLinear[p[1]] * cover, kLinear[p[2]] * cover, cover};
}

/// A stretch of pixels that one pixel of the canvas stands for; at least one.
struct Stretch {
  int from = 0, to = 1;
};

Stretch stretchOf(int i, int pixels) {
  const int from = static_cast<int>(static_cast<std::int64_t>(i) * pixels / kSide);
  const int to = static_cast<int>((static_cast<std::int64_t>(i + 1) * pixels + kSide - 1) / kSide);
  return {from, std::clamp(to, from + 1, std::max(from + 1, pixels))};
}

Canvas canvasOf(const Image& image) {
  Canvas canvas;
  canvas.pixels.reserve(static_cast<std::size_t>(kSide) * kSide);
  for (int y = 0; y < kSide; ++y) {
    const Stretch rows = stretchOf(kSide - 1 - y, image.height);
    for (int x = 0; x < kSide; ++x) {
      const Stretch columns = stretchOf(x, image.width);
      glm::vec4 sum(0.0f);
      for (int row = rows.from; row < rows.to; ++row)
        for (int column = columns.from; column < columns.to; ++column) sum += pixelOf(image, column, row);
      canvas.pixels.push_back(sum / static_cast<float>((rows.to - rows.from) * (columns.to - columns.from)));
    }
  }
  return canvas;
}

Canvas halved(const Canvas& canvas) {
  Canvas half{canvas.side / 2, {}};
  half.pixels.reserve(static_cast<std::size_t>(half.side * half.side));
  const auto at = [&](int x, int y) { return canvas.pixels[static_cast<std::size_t>(y * canvas.side + x)]; };
  for (int y = 0; y < half.side; ++y)
    for (int x = 0; x < half.side; ++x)
      half.pixels.push_back(
          (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4.0f);
  return half;
}

std::vector<std::uint8_t> bytesOf(const Canvas& canvas) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(canvas.pixels.size() * 4);
  const auto byte = [](float value) {
    return static_cast<std::uint8_t>(std::lround(255.0f * std::clamp(value, 0.0f, 1.0f)));
  };
  for (const glm::vec4& pixel : canvas.pixels) {
    for (const float color : {pixel.x, pixel.y, pixel.z}) bytes.push_back(byte(srgbOf(color)));
    bytes.push_back(byte(pixel.w));
  }
  return bytes;
}

void send(int layer, Canvas canvas) {
  for (int level = 0;; ++level) {
    glTexSubImage3D(GL_TEXTURE_2D_ARRAY, level, 0, 0, layer, canvas.side, canvas.side, 1, GL_RGBA,
                    GL_UNSIGNED_BYTE, bytesOf(canvas).data());
    if (canvas.side == 1) return;
    canvas = halved(canvas);
  }
}

}  // namespace

void MaterialPictures::upload(const Appearance& appearance) {
  std::vector<std::shared_ptr<const Image>> wanted;
  for (const Material& material : appearance.materials) {
    if (material.picture && std::find(wanted.begin(), wanted.end(), material.picture) == wanted.end())
      wanted.push_back(material.picture);
  }
  if (texture_.name() != 0 && wanted == pictures_) return;
  pictures_ = std::move(wanted);
  texture_ = Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D_ARRAY, texture_.name());
  const int side = pictures_.empty() ? 1 : kSide;  // a sampler wants a texture
  const auto layers = static_cast<GLsizei>(std::max<std::size_t>(1, pictures_.size()));
  int levels = 0;
  for (int size = side; size >= 1; size /= 2) {
    glTexImage3D(GL_TEXTURE_2D_ARRAY, levels++, GL_SRGB8_ALPHA8, size, size, layers, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, nullptr);
  }
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAX_LEVEL, levels - 1);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  for (std::size_t i = 0; i < pictures_.size(); ++i) send(static_cast<int>(i), canvasOf(*pictures_[i]));
}

std::size_t MaterialPictures::layerOf(const Material& material) const {
  const auto found = std::find(pictures_.begin(), pictures_.end(), material.picture);
  return found == pictures_.end() || material.picture == nullptr
             ? 0
             : static_cast<std::size_t>(found - pictures_.begin()) + 1;
}

}  // namespace renderer::gl
