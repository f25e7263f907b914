#include "renderer/gl/picker.h"

#include <array>
#include <utility>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {

Result<void> Picker::make() {
  auto linked = Program::link("id", kIdVertex, kIdFragment);
  if (!linked) return tl::unexpected(linked.error());
  program_ = std::move(*linked);
  target_ = Framebuffer::make();
  id_ = Renderbuffer::make();
  depth_ = Renderbuffer::make();
  glBindFramebuffer(GL_FRAMEBUFFER, target_.name());
  glBindRenderbuffer(GL_RENDERBUFFER, id_.name());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_R32UI, 1, 1);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, id_.name());
  glBindRenderbuffer(GL_RENDERBUFFER, depth_.name());
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, 1, 1);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_.name());
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) return {};
  return failure("the graphics driver cannot draw part numbers (no whole-number framebuffer)");
}

std::optional<std::size_t> Picker::nodeAt(const SceneBuffers& scene, const glm::mat4& view_projection) const {
  glBindFramebuffer(GL_FRAMEBUFFER, target_.name());
  glViewport(0, 0, 1, 1);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(GL_TRUE);
  constexpr std::array<GLuint, 4> nothing{0, 0, 0, 0};
  glClearBufferuiv(GL_COLOR, 0, nothing.data());
  glClear(GL_DEPTH_BUFFER_BIT);
  program_.use();
  program_.set("uViewProjection", view_projection);
  scene.draw(scene.pickable());
  GLuint found = 0;
  glReadPixels(0, 0, 1, 1, GL_RED_INTEGER, GL_UNSIGNED_INT, &found);
  if (found == 0) return std::nullopt;
  return found - 1;
}

}  // namespace renderer::gl
