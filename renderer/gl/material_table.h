// The appearance on the GPU: one row of a small float texture per material, and the tiles of their weaves.
// Row 0 is the ghost's matte grey; the material of slot s is row s + 1.
#pragma once

#include <array>
#include <vector>

#include "renderer/gl/handles.h"
#include "renderer/gl/material_pictures.h"
#include "renderer/scene.h"
#include "renderer/weave_tile.h"

namespace renderer::gl {

class MaterialTable {
 public:
  /// Room for the tiles; each is made when a material first has its weave.
  void makeTiles();
  /// False when what a shadow map sees of it is as before: colours cast no other shadow.
  bool upload(const Appearance& appearance);

  GLuint rows() const { return rows_.name(); }
  GLuint tiles() const { return tiles_.name(); }
  GLuint pictures() const { return pictures_.texture(); }
  std::size_t slotCount() const { return see_through_.size(); }
  bool seeThrough(std::size_t slot) const { return see_through_[slot]; }
  bool retroreflective(std::size_t slot) const { return retroreflective_[slot]; }
  bool twoSided(std::size_t slot) const { return two_sided_[slot]; }

 private:
  void makeTile(Weave weave);

  Texture rows_;
  Texture tiles_;
  std::array<bool, kWeaveCount> made_tiles_{};
  MaterialPictures pictures_;
  std::vector<bool> see_through_;
  std::vector<bool> two_sided_;
  std::vector<bool> retroreflective_;
  std::vector<float> covers_;  ///< share of the light that each row blocks
};

}  // namespace renderer::gl
