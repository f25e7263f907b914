#include "renderer/glb_materials.h"

#include <algorithm>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

#include "renderer/glb_text.h"
#include "renderer/image.h"
#include "renderer/srgb.h"
#include "renderer/weave_tile.h"

namespace renderer::glb {
namespace {

constexpr float kToneOfByte = 1.25f / 255;  // weave_tile.h: 204 stands for 1

glm::vec3 linear(const glm::vec3& srgb) {
  return {linearOf(srgb.x), linearOf(srgb.y), linearOf(srgb.z)};
}

std::uint8_t byteOf(float value) {
  return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0f, 1.0f)));
}

bool hasTexture(Weave weave) {
  return weave != Weave::None && weave != Weave::Film;
}

float brightestOf(const std::vector<std::uint8_t>& tile) {
  std::uint8_t most = 1;
  for (std::size_t i = 2; i < tile.size(); i += 4) most = std::max(most, tile[i]);
  return static_cast<float>(most) * kToneOfByte;
}

/// The weave's tone and holes, so bright that `brightest` is white.
std::vector<std::uint8_t> colorPng(const std::vector<std::uint8_t>& tile, float brightest) {
  Image image{kWeaveTileSize, kWeaveTileSize, {}};
  for (std::size_t i = 0; i < tile.size(); i += 4) {
    const std::uint8_t tone = byteOf(srgbOf(static_cast<float>(tile[i + 2]) * kToneOfByte / brightest));
    image.rgba.insert(image.rgba.end(), {tone, tone, tone, tile[i + 3]});
  }
  return encodePng(image);
}

/// glTF's green points up the picture, against the tile's v.
std::vector<std::uint8_t> normalPng(const std::vector<std::uint8_t>& tile, float bump) {
  Image image{kWeaveTileSize, kWeaveTileSize, {}};
  const auto slope = [&](std::uint8_t byte) { return 2 * bump * (static_cast<float>(byte) - 128) / 255; };
  for (std::size_t i = 0; i < tile.size(); i += 4) {
    const glm::vec3 normal = glm::normalize(glm::vec3(slope(tile[i]), -slope(tile[i + 1]), 1));
    for (int c = 0; c < 3; ++c) image.rgba.push_back(byteOf(0.5f + 0.5f * normal[c]));
    image.rgba.push_back(255);
  }
  return encodePng(image);
}

}  // namespace

glm::vec2 tilesPerMm(const Material& material) {
  if (material.picture) return glm::vec2(1, -1) / glm::max(material.picture_mm, 0.01f);
  if (!hasTexture(material.weave)) return glm::vec2(0);
  return glm::vec2(1 / (std::max(material.weave_scale_mm, 0.01f) * lookOf(material.weave).repeats_per_tile));
}

bool hasSlopes(const Material& material) {
  return !material.picture && hasTexture(material.weave);
}

std::size_t Materials::indexOf(const Material& material) {
  std::string json = textOf(material);
  const auto [entry, added] = known_.try_emplace(json, materials_.size());
  if (added) materials_.push_back(std::move(json));
  return entry->second;
}

const Materials::Textures& Materials::texturesOf(Weave weave) {
  if (const auto known = by_weave_.find(weave); known != by_weave_.end()) return known->second;
  const std::vector<std::uint8_t> tile = makeWeaveTile(weave);
  Textures textures;
  textures.brightest = brightestOf(tile);
  textures.color = images_.size();
  textures.normal = images_.size() + 1;
  images_.push_back(colorPng(tile, textures.brightest));
  images_.push_back(normalPng(tile, lookOf(weave).bump));
  return by_weave_.emplace(weave, textures).first->second;
}

std::size_t Materials::textureOf(const std::shared_ptr<const Image>& picture) {
  for (const auto& [known, texture] : by_picture_)
    if (known == picture) return texture;
  by_picture_.emplace_back(picture, images_.size());
  images_.push_back(encodePng(*picture));
  return images_.size() - 1;
}

std::string Materials::textOfPicture(const Material& material) {
  return "{\"name\":" + quoted(material.name) +
         ",\"pbrMetallicRoughness\":{\"baseColorTexture\":{\"index\":" + text(textureOf(material.picture)) +
         "},\"metallicFactor\":0,\"roughnessFactor\":" + text(std::clamp(material.roughness, 0.0f, 1.0f)) +
         "},\"alphaMode\":\"BLEND\",\"doubleSided\":true}";
}

std::string Materials::textOf(const Material& material) {
  if (material.picture) return textOfPicture(material);
  const WeaveLook look = lookOf(material.weave);
  const bool see_through = isSeeThrough(material);
  const float opacity = see_through ? std::clamp(material.opacity, 0.0f, 1.0f) : 1.0f;
  // The texture's holes alone let mean_coverage through; opacity below that thins the threads.
  const bool textured = hasTexture(material.weave);
  const float alpha = textured ? std::min(1.0f, opacity / look.mean_coverage) : opacity;
  glm::vec3 color = linear(material.color);
  std::string pbr;
  if (textured) {
    const Textures& textures = texturesOf(material.weave);
    color = glm::min(color * textures.brightest, 1.0f);
    pbr = ",\"baseColorTexture\":{\"index\":" + text(textures.color) + "}";
  }
  std::string json = "{\"name\":" + quoted(material.name) +
                     ",\"pbrMetallicRoughness\":{\"baseColorFactor\":" + listText(glm::vec4(color, alpha)) +
                     pbr + ",\"metallicFactor\":" + text(std::clamp(material.metallic, 0.0f, 1.0f)) +
                     ",\"roughnessFactor\":" + text(std::clamp(material.roughness, 0.0f, 1.0f)) + "}";
  if (textured) json += ",\"normalTexture\":{\"index\":" + text(texturesOf(material.weave).normal) + "}";
  if (see_through) json += ",\"alphaMode\":\"BLEND\"";
  if (material.two_sided) json += ",\"doubleSided\":true";
  if (material.sheen > 0.0f) {
    const glm::vec3 nap = (linear(material.color) * 0.7f + 0.05f) * std::min(material.sheen, 1.0f);
    json += ",\"extensions\":{\"KHR_materials_sheen\":{\"sheenColorFactor\":" + listText(nap) +
            ",\"sheenRoughnessFactor\":0.5}}";
    has_sheen_ = true;
  }
  return json + "}";
}

std::string Materials::json(std::size_t first_image_view) const {
  std::string json = "\"materials\":[" + joined(materials_) + "]";
  if (images_.empty()) return json;
  std::vector<std::string> textures, images;
  for (std::size_t i = 0; i < images_.size(); ++i) {
    textures.push_back("{\"sampler\":0,\"source\":" + text(i) + "}");
    images.push_back("{\"bufferView\":" + text(first_image_view + i) + ",\"mimeType\":\"image/png\"}");
  }
  // 9729 and 9987: linear, and linear between and within the smaller pictures; repeating is the default.
  return json + ",\"samplers\":[{\"magFilter\":9729,\"minFilter\":9987}],\"textures\":[" + joined(textures) +
         "],\"images\":[" + joined(images) + "]";
}

}  // namespace renderer::glb
