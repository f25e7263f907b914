// The pictures that materials show, on the GPU: one layer each, all of one size, with their averages.
#pragma once

#include <memory>
#include <vector>

#include "renderer/gl/handles.h"
#include "renderer/scene.h"

namespace renderer::gl {

class MaterialPictures {
 public:
  /// Sends the pictures that it has not got yet: another colour costs nothing.
  void upload(const Appearance& appearance);

  /// The layer of a material's picture, counted from 1; 0: it has none.
  std::size_t layerOf(const Material& material) const;
  GLuint texture() const { return texture_.name(); }

 private:
  std::vector<std::shared_ptr<const Image>> pictures_;
  Texture texture_;
};

}  // namespace renderer::gl
