#include "renderer/gl/outline.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/vec2.hpp>

#include "renderer/gl/pixel_box.h"
#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

Bounds extentOf(const Outlined& outlined) {
  Bounds all;
  for (const std::string& part : outlined.parts) {
    const Bounds extent = outlined.scene.partExtent(part);
    if (extent.min.x > extent.max.x) continue;
    const bool first = all.min.x > all.max.x;
    all.min = first ? extent.min : glm::min(all.min, extent.min);
    all.max = first ? extent.max : glm::max(all.max, extent.max);
  }
  return all;
}

}  // namespace

Result<void> Outline::make() {
  auto mask = Program::link("mask", kContactVertex, kMaskFragment);
  if (!mask) return tl::unexpected(mask.error());
  auto line = Program::link("outline", kScreenVertex, kOutlineFragment);
  if (!line) return tl::unexpected(line.error());
  mask_ = std::move(*mask);
  line_ = std::move(*line);
  no_vertices_ = VertexArray::make();
  return {};
}

bool Outline::resize(int width, int height) {
  if (width == width_ && height == height_) return true;
  while (glGetError() != GL_NO_ERROR) {
  }
  sheet_ = Texture::make();
  sheet_target_ = Framebuffer::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, sheet_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glBindFramebuffer(GL_FRAMEBUFFER, sheet_target_.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, sheet_.name(), 0);
  const bool made =
      glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE && glGetError() == GL_NO_ERROR;
  width_ = made ? width : 0;
  height_ = made ? height : 0;
  return made;
}

// Only the rectangle round the parts is worked on.
void Outline::draw(const PictureTarget& target, const Outlined& outlined, GLuint framebuffer,
                   bool straight) const {
  const glm::vec2 size(static_cast<float>(target.width()), static_cast<float>(target.height()));
  const float width = std::max(2.0f, size.y / 360.0f);
  const PixelBox box = pixelBoxOf(extentOf(outlined), outlined.view_projection, size, width + 2.0f);
  if (box.width <= 0 || box.height <= 0) return;
  glViewport(0, 0, target.width(), target.height());
  glEnable(GL_SCISSOR_TEST);
  glScissor(box.x, box.y, box.width, box.height);
  target.bindMask();
  glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  mask_.use();
  mask_.set("uViewProjection", outlined.view_projection);
  for (const std::string& part : outlined.parts) outlined.scene.draw(outlined.scene.part(part));
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  if (!straight) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glBlendEquation(GL_FUNC_ADD);
  }
  glBindVertexArray(no_vertices_.name());
  line_.use();
  line_.bind("uMask", 0, GL_TEXTURE_2D, target.mask());
  line_.set("uSize", size);
  line_.set("uWidth", width);
  line_.set("uStraight", straight ? 1.0f : 0.0f);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glDisable(GL_BLEND);
  glDisable(GL_SCISSOR_TEST);
}

void Outline::drawOver(const PictureTarget& target, const Outlined& outlined) const {
  draw(target, outlined, target.pictureFramebuffer(), false);
}

GLuint Outline::drawApart(const PictureTarget& target, const Outlined& outlined) {
  if (!resize(target.width(), target.height())) return 0;
  glBindFramebuffer(GL_FRAMEBUFFER, sheet_target_.name());
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  draw(target, outlined, sheet_target_.name(), true);
  return sheet_.name();
}

}  // namespace renderer::gl
