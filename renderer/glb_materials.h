// The materials of a GLB file: PBR factors, and the weaves as textures that repeat over the cloth.
#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/vec2.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "renderer/scene.h"

namespace renderer::glb {

/// How often a material's texture repeats in a millimetre along u and v; 0 for one without a texture. A
/// picture stands upright, which glTF counts from the top.
glm::vec2 tilesPerMm(const Material& material);
/// Does it show slopes, for which a mesh needs tangents?
bool hasSlopes(const Material& material);

class Materials {
 public:
  /// Index of the material in the file; materials that are alike in everything are written once.
  std::size_t indexOf(const Material& material);

  const std::vector<std::string>& materials() const { return materials_; }
  /// PNG files. Their buffer views are the caller's: `"images"` is written with the index of the first.
  const std::vector<std::vector<std::uint8_t>>& images() const { return images_; }
  /// `"materials":[...],"textures":[...],"samplers":[...],"images":[...]`; what is empty is left out.
  std::string json(std::size_t first_image_view) const;
  bool usesSheen() const { return has_sheen_; }

 private:
  /// Textures of a weave: colour with holes, and the slopes of its yarns.
  struct Textures {
    std::size_t color = 0, normal = 0;
    float brightest = 1;  ///< linear, what white in the colour texture stands for
  };
  const Textures& texturesOf(Weave weave);
  std::size_t textureOf(const std::shared_ptr<const Image>& picture);
  std::string textOfPicture(const Material& material);
  std::string textOf(const Material& material);

  std::map<Weave, Textures> by_weave_;
  std::vector<std::pair<std::shared_ptr<const Image>, std::size_t>> by_picture_;
  std::map<std::string, std::size_t> known_;
  std::vector<std::string> materials_;
  std::vector<std::vector<std::uint8_t>> images_;
  bool has_sheen_ = false;
};

}  // namespace renderer::glb
