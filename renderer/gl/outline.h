// A line round parts of a picture, in the picture or on a sheet of its own to lay over it.
#pragma once

#include <glad/gl.h>

#include <glm/mat4x4.hpp>
#include <string>
#include <vector>

#include "renderer/gl/handles.h"
#include "renderer/gl/picture_target.h"
#include "renderer/gl/program.h"
#include "renderer/gl/scene_buffers.h"

namespace renderer::gl {

/// What is outlined, as one shape, in a picture of the target's size.
struct Outlined {
  const SceneBuffers& scene;
  const glm::mat4& view_projection;
  const std::vector<std::string>& parts;
};

class Outline {
 public:
  Result<void> make();
  /// Over the target's finished picture.
  void drawOver(const PictureTarget& target, const Outlined& outlined) const;
  /// On a clear sheet of the picture's size; its texture, alpha not multiplied in, or 0 when the driver has
  /// no room for it.
  GLuint drawApart(const PictureTarget& target, const Outlined& outlined);

 private:
  bool resize(int width, int height);
  /// `straight`: alone, alpha not multiplied in.
  void draw(const PictureTarget& target, const Outlined& outlined, GLuint framebuffer, bool straight) const;

  Program mask_, line_;
  VertexArray no_vertices_;
  Texture sheet_;
  Framebuffer sheet_target_;
  int width_ = 0, height_ = 0;
};

}  // namespace renderer::gl
