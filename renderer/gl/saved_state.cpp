// Saving on entry, restoring on exit.
#include "renderer/gl/saved_state.h"

namespace renderer::gl {
namespace {

constexpr std::array<GLenum, 9> kSwitches{GL_BLEND,        GL_CULL_FACE,           GL_DEPTH_TEST,
                                          GL_SCISSOR_TEST, GL_STENCIL_TEST,        GL_FRAMEBUFFER_SRGB,
                                          GL_MULTISAMPLE,  GL_POLYGON_OFFSET_FILL, GL_PRIMITIVE_RESTART};

GLuint name(GLint value) {
  return static_cast<GLuint>(value);
}
GLenum symbol(GLint value) {
  return static_cast<GLenum>(value);
}

}  // namespace

SavedState::SavedState() {
  glGetIntegerv(GL_ACTIVE_TEXTURE, &active_texture_);
  for (int i = 0; i < kTextureUnits; ++i) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(i));
    Unit& unit = units_[static_cast<std::size_t>(i)];
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &unit.texture_2d);
    glGetIntegerv(GL_TEXTURE_BINDING_2D_ARRAY, &unit.texture_array);
    glGetIntegerv(GL_TEXTURE_BINDING_2D_MULTISAMPLE, &unit.texture_samples);
    glGetIntegerv(GL_SAMPLER_BINDING, &unit.sampler);
    glBindSampler(static_cast<GLuint>(i), 0);
  }
  for (std::size_t i = 0; i < kSwitches.size(); ++i) switches_[i] = {kSwitches[i], glIsEnabled(kSwitches[i])};
  glGetIntegerv(GL_VIEWPORT, viewport_.data());
  glGetIntegerv(GL_SCISSOR_BOX, scissor_.data());
  glGetFloatv(GL_COLOR_CLEAR_VALUE, clear_color_.data());
  glGetBooleanv(GL_COLOR_WRITEMASK, color_mask_.data());
  glGetBooleanv(GL_DEPTH_WRITEMASK, &depth_mask_);
  constexpr std::array<GLenum, 6> blend_names{GL_BLEND_SRC_RGB,      GL_BLEND_DST_RGB,
                                              GL_BLEND_SRC_ALPHA,    GL_BLEND_DST_ALPHA,
                                              GL_BLEND_EQUATION_RGB, GL_BLEND_EQUATION_ALPHA};
  for (std::size_t i = 0; i < blend_names.size(); ++i) glGetIntegerv(blend_names[i], &blend_[i]);
  glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &draw_framebuffer_);
  glGetIntegerv(GL_READ_FRAMEBUFFER_BINDING, &read_framebuffer_);
  glGetIntegerv(GL_RENDERBUFFER_BINDING, &renderbuffer_);
  glGetIntegerv(GL_CURRENT_PROGRAM, &program_);
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertex_array_);
  glGetIntegerv(GL_ARRAY_BUFFER_BINDING, &array_buffer_);
  glGetIntegerv(GL_CULL_FACE_MODE, &cull_face_);
  glGetIntegerv(GL_FRONT_FACE, &front_face_);
  glGetIntegerv(GL_DEPTH_FUNC, &depth_function_);
  glGetIntegerv(GL_POLYGON_MODE, polygon_mode_.data());
  glGetIntegerv(GL_UNPACK_ALIGNMENT, &unpack_alignment_);
  glGetIntegerv(GL_PACK_ALIGNMENT, &pack_alignment_);
  glGetIntegerv(GL_UNPACK_ROW_LENGTH, &unpack_row_length_);
  for (const GLenum off : kSwitches) glDisable(off);
  glEnable(GL_MULTISAMPLE);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glFrontFace(GL_CCW);
  glCullFace(GL_BACK);
}

SavedState::~SavedState() {
  for (int i = 0; i < kTextureUnits; ++i) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(i));
    const Unit& unit = units_[static_cast<std::size_t>(i)];
    glBindTexture(GL_TEXTURE_2D, name(unit.texture_2d));
    glBindTexture(GL_TEXTURE_2D_ARRAY, name(unit.texture_array));
    glBindTexture(GL_TEXTURE_2D_MULTISAMPLE, name(unit.texture_samples));
    glBindSampler(static_cast<GLuint>(i), name(unit.sampler));
  }
  glActiveTexture(symbol(active_texture_));
  for (const Switch& each : switches_) each.on == GL_TRUE ? glEnable(each.name) : glDisable(each.name);
  glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
  glScissor(scissor_[0], scissor_[1], scissor_[2], scissor_[3]);
  glClearColor(clear_color_[0], clear_color_[1], clear_color_[2], clear_color_[3]);
  glColorMask(color_mask_[0], color_mask_[1], color_mask_[2], color_mask_[3]);
  glDepthMask(depth_mask_);
  glBlendFuncSeparate(symbol(blend_[0]), symbol(blend_[1]), symbol(blend_[2]), symbol(blend_[3]));
  glBlendEquationSeparate(symbol(blend_[4]), symbol(blend_[5]));
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, name(draw_framebuffer_));
  glBindFramebuffer(GL_READ_FRAMEBUFFER, name(read_framebuffer_));
  glBindRenderbuffer(GL_RENDERBUFFER, name(renderbuffer_));
  glUseProgram(name(program_));
  glBindVertexArray(name(vertex_array_));
  glBindBuffer(GL_ARRAY_BUFFER, name(array_buffer_));
  glCullFace(symbol(cull_face_));
  glFrontFace(symbol(front_face_));
  glDepthFunc(symbol(depth_function_));
  glPolygonMode(GL_FRONT_AND_BACK, symbol(polygon_mode_[0]));
  glPixelStorei(GL_UNPACK_ALIGNMENT, unpack_alignment_);
  glPixelStorei(GL_PACK_ALIGNMENT, pack_alignment_);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, unpack_row_length_);
}

}  // namespace renderer::gl
