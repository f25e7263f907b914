// Materials as texels. Row layout: (linear colour, opacity), (roughness, metallic, sheen, retroreflection),
// (tile layer, tiles per mm, bump, wrinkle), (see-through, film, mean cover, unused), (picture's layer + 1,
// pictures per mm along u and along v, unused).
#include "renderer/gl/material_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <utility>

#include "renderer/srgb.h"
#include "renderer/weave_tile.h"

namespace renderer::gl {
namespace {

using Row = std::array<glm::vec4, 5>;

Row rowOf(const Material& material, std::size_t layer = 0) {
  const WeaveLook look = lookOf(material.weave);
  const bool see_through = isSeeThrough(material);
  const float opacity = std::clamp(material.opacity, 0.0f, 1.0f);
  // Holes alone already let mean_coverage through; opacity below that thins the threads.
  const float alpha = std::min(1.0f, opacity / look.mean_coverage);
  const float scale = std::max(material.weave_scale_mm, 0.01f) * look.repeats_per_tile;
  const bool film = material.weave == Weave::Film || material.weave == Weave::None;
  Row row{};
  row[0] = {linearOf(material.color.x), linearOf(material.color.y), linearOf(material.color.z), alpha};
  row[1] = {std::clamp(material.roughness, 0.04f, 1.0f), std::clamp(material.metallic, 0.0f, 1.0f),
            std::clamp(material.sheen, 0.0f, 1.0f), material.retroreflective ? 1.0f : 0.0f};
  row[2] = {static_cast<float>(material.weave), 1.0f / scale, look.bump, look.wrinkle};
  row[3] = {see_through ? 1.0f : 0.0f, film ? 1.0f : 0.0f, alpha * look.mean_coverage, 0.0f};
  if (layer > 0) {
    const glm::vec2 size = glm::max(material.picture_mm, 0.01f);
    row[4] = {static_cast<float>(layer), 1.0f / size.x, 1.0f / size.y, 0.0f};
  }
  return row;
}

Material ghostMaterial() {
  Material ghost;
  ghost.color = {0.60f, 0.61f, 0.63f};
  ghost.roughness = 0.9f;
  ghost.sheen = 0.2f;
  return ghost;
}

// Halves a tile by averaging 2 x 2 pixels. Done here, so that every driver gets the same levels.
std::vector<std::uint8_t> halved(const std::vector<std::uint8_t>& pixels, int size) {
  const int half = size / 2;
  std::vector<std::uint8_t> out;
  out.reserve(static_cast<std::size_t>(half * half * 4));
  for (int y = 0; y < half; ++y) {
    for (int x = 0; x < half; ++x) {
      for (int c = 0; c < 4; ++c) {
        const auto at = [&](int dx, int dy) {
          return static_cast<unsigned>(
              pixels[static_cast<std::size_t>(((2 * y + dy) * size + 2 * x + dx) * 4 + c)]);
        };
        out.push_back(static_cast<std::uint8_t>((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1) + 2) / 4));
      }
    }
  }
  return out;
}

void uploadTile(int layer, std::vector<std::uint8_t> pixels) {
  int size = kWeaveTileSize;
  for (int level = 0; size >= 1; ++level, size /= 2) {
    glTexSubImage3D(GL_TEXTURE_2D_ARRAY, level, 0, 0, layer, size, size, 1, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.data());
    pixels = halved(pixels, size);
  }
}

}  // namespace

void MaterialTable::makeTiles() {
  tiles_ = Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D_ARRAY, tiles_.name());
  int levels = 0;
  for (int size = kWeaveTileSize; size >= 1; size /= 2) {
    glTexImage3D(GL_TEXTURE_2D_ARRAY, levels++, GL_RGBA8, size, size, kWeaveCount + 1, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, nullptr);
  }
  uploadTile(kWeaveCount, makeWrinkleTile());
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAX_LEVEL, levels - 1);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_S, GL_REPEAT);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_T, GL_REPEAT);
}

void MaterialTable::makeTile(Weave weave) {
  const auto layer = static_cast<std::size_t>(weave);
  if (std::exchange(made_tiles_.at(layer), true)) return;
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D_ARRAY, tiles_.name());
  uploadTile(static_cast<int>(layer), makeWeaveTile(weave));
}

bool MaterialTable::upload(const Appearance& appearance) {
  const Material ghost = ghostMaterial();
  std::vector<Row> rows{rowOf(ghost)};
  makeTile(ghost.weave);
  see_through_.clear();
  two_sided_.clear();
  retroreflective_.clear();
  pictures_.upload(appearance);
  for (const Material& material : appearance.materials) {
    makeTile(material.weave);
    rows.push_back(rowOf(material, pictures_.layerOf(material)));
    see_through_.push_back(isSeeThrough(material));
    two_sided_.push_back(material.two_sided);
    retroreflective_.push_back(material.retroreflective);
  }
  if (rows_.name() == 0) rows_ = Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, rows_.name());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA32F, 5, static_cast<GLsizei>(rows.size()), 0, GL_RGBA, GL_FLOAT,
               rows.data());
  std::vector<float> covers;
  for (const Row& row : rows) covers.push_back(row[3].x > 0.5f ? row[3].z : 1.0f);
  const bool changed = covers != covers_;
  covers_ = std::move(covers);
  return changed;
}

}  // namespace renderer::gl
