// How much of the studio's soft light reaches each visible point: darkness in folds and where parts meet.
// Computed at half the picture's size from the depth of the opaque surfaces.
#pragma once

#include <glm/mat4x4.hpp>

#include "renderer/gl/handles.h"
#include "renderer/gl/hidden_triangles.h"
#include "renderer/gl/material_table.h"
#include "renderer/gl/pixel_box.h"
#include "renderer/gl/program.h"
#include "renderer/gl/scene_buffers.h"

namespace renderer::gl {

/// How a picture looks at the scene, its size in pixels, and the part of it that the scene can touch.
struct PictureView {
  glm::mat4 view, projection;
  int width, height;
  PixelBox box;
};

class AmbientOcclusion {
 public:
  Result<void> make();
  /// Draws it for the picture; the result is true within the box, 1 = open.
  void update(const SceneBuffers& scene, const MaterialTable& materials, const PictureView& picture);
  /// The depths it was computed from, read back.
  FarthestDepths depths() const;
  GLuint texture() const { return results_[1].name(); }

 private:
  void resize(int width, int height);

  Program depth_, occlusion_, blur_;
  Texture depth_map_;
  Texture results_[2];
  Framebuffer depth_target_;
  Framebuffer result_targets_[2];
  VertexArray no_vertices_;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace renderer::gl
