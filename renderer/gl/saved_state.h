// Puts the OpenGL state back as it was found: what ImGui's drawing code and a window rely on.
#pragma once

#include <glad/gl.h>

#include <array>

namespace renderer::gl {

inline constexpr int kTextureUnits = 5;

class SavedState {
 public:
  SavedState();
  ~SavedState();
  SavedState(const SavedState&) = delete;
  SavedState& operator=(const SavedState&) = delete;

 private:
  struct Unit {
    GLint texture_2d, texture_array, texture_samples, sampler;
  };
  struct Switch {
    GLenum name;
    GLboolean on;
  };
  std::array<Unit, kTextureUnits> units_{};
  std::array<Switch, 9> switches_{};
  std::array<GLint, 4> viewport_{}, scissor_{};
  std::array<GLfloat, 4> clear_color_{};
  std::array<GLboolean, 4> color_mask_{};
  std::array<GLint, 6> blend_{};  // source and target factors, equations: colour, alpha
  GLint draw_framebuffer_ = 0, read_framebuffer_ = 0, renderbuffer_ = 0, program_ = 0, vertex_array_ = 0;
  GLint array_buffer_ = 0, active_texture_ = 0, cull_face_ = 0, front_face_ = 0, depth_function_ = 0;
  GLint unpack_alignment_ = 0, pack_alignment_ = 0, unpack_row_length_ = 0;
  std::array<GLint, 2> polygon_mode_{};
  GLboolean depth_mask_ = GL_TRUE;
};

}  // namespace renderer::gl
