#include "configurator/session/picture_inks.h"

#include <algorithm>
#include <cstddef>

namespace configurator {

PictureInks inksOf(renderer::Background background) {
  if (background == renderer::Background::Transparent) {
    return {{0x1a, 0x1d, 0x22}, {0x5b, 0x64, 0x72}, {0x5b, 0x64, 0x72},
            {0xd9, 0xdd, 0xe3}, {0x4f, 0x7a, 0x00}, {0xff, 0xff, 0xff}};
  }
  return {{0xe8, 0xea, 0xee}, {0x9a, 0xa3, 0xb2}, {0x9a, 0xa3, 0xb2},
          {0x2e, 0x33, 0x3d}, {0xc8, 0xf0, 0x31}, {0x14, 0x16, 0x1a}};
}

PictureSizes sizesOf(int width, int height, float least) {
  // A picture of 1600 x 1200 has words of 21 pixels.
  constexpr float kTextShare = 21.0f / 1200;
  const float side = std::min(static_cast<float>(height), static_cast<float>(width) * 0.75f);
  const float text = std::max(side * kTextShare, least);
  return {text, 0.82f * text, std::max(1.0f, text / 15), 2 * text, 0};
}

renderer::Image blankImage(int width, int height, renderer::Background background) {
  renderer::Image image{width, height, {}};
  image.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4, 0);
  if (background == renderer::Background::Transparent) return image;
  const renderer::Ink ink = background == renderer::Background::Dark ? renderer::Ink{0x14, 0x16, 0x1a}
                                                                     : renderer::Ink{0x1f, 0x23, 0x2a};
  for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
    image.rgba[i] = ink.r;
    image.rgba[i + 1] = ink.g;
    image.rgba[i + 2] = ink.b;
    image.rgba[i + 3] = ink.a;
  }
  return image;
}

}  // namespace configurator
