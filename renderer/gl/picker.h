// Which node is under a pixel: the one pixel is drawn, in node numbers.
#pragma once

#include <cstddef>
#include <glm/mat4x4.hpp>
#include <optional>

#include "renderer/gl/handles.h"
#include "renderer/gl/program.h"
#include "renderer/gl/scene_buffers.h"

namespace renderer::gl {

class Picker {
 public:
  Result<void> make();
  /// The nearest node in a view narrowed to a pixel (glm::pickMatrix); ghosts are looked through.
  std::optional<std::size_t> nodeAt(const SceneBuffers& scene, const glm::mat4& view_projection) const;

 private:
  Program program_;
  Framebuffer target_;
  Renderbuffer id_, depth_;
};

}  // namespace renderer::gl
