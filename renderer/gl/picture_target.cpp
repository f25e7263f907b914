// Allocating the framebuffers of a picture.
#include "renderer/gl/picture_target.h"

namespace renderer::gl {
namespace {

void clampToEdge(GLint filter) {
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

bool attachColor(const Framebuffer& target, GLenum kind, const Texture& texture) {
  glBindFramebuffer(GL_FRAMEBUFFER, target.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, kind, texture.name(), 0);
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

}  // namespace

bool PictureTarget::resize(int width, int height, int samples) {
  if (width == width_ && height == height_ && samples == samples_) return true;
  *this = PictureTarget{};
  width_ = width;
  height_ = height;
  samples_ = samples;
  while (glGetError() != GL_NO_ERROR) {
  }
  fresh_ = allocate() && glGetError() == GL_NO_ERROR;
  if (fresh_) return true;
  *this = PictureTarget{};
  return false;
}

void PictureTarget::resolve() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, scene_target_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, picture_target_.name());
  glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

bool PictureTarget::allocate() {
  backdrop_ = Texture::make();
  scene_ = Texture::make();
  mask_ = Texture::make();
  picture_ = Texture::make();
  depth_ = Renderbuffer::make();
  backdrop_target_ = Framebuffer::make();
  scene_target_ = Framebuffer::make();
  mask_target_ = Framebuffer::make();
  picture_target_ = Framebuffer::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(sceneTarget(), scene_.name());
  glBindRenderbuffer(GL_RENDERBUFFER, depth_.name());
  if (samples_ > 1) {
    glTexImage2DMultisample(GL_TEXTURE_2D_MULTISAMPLE, samples_, GL_SRGB8_ALPHA8, width_, height_, GL_TRUE);
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples_, GL_DEPTH_COMPONENT24, width_, height_);
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_SRGB8_ALPHA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    clampToEdge(GL_NEAREST);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, width_, height_);
  }
  glBindTexture(GL_TEXTURE_2D, backdrop_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_SRGB8_ALPHA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  clampToEdge(GL_NEAREST);
  glBindTexture(GL_TEXTURE_2D, mask_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width_, height_, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
  clampToEdge(GL_LINEAR);
  glBindTexture(GL_TEXTURE_2D, picture_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_, height_, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  clampToEdge(GL_LINEAR);
  glBindFramebuffer(GL_FRAMEBUFFER, scene_target_.name());
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_.name());
  bool complete = attachColor(scene_target_, sceneTarget(), scene_);
  complete = attachColor(backdrop_target_, GL_TEXTURE_2D, backdrop_) && complete;
  complete = attachColor(mask_target_, GL_TEXTURE_2D, mask_) && complete;
  return attachColor(picture_target_, GL_TEXTURE_2D, picture_) && complete;
}

}  // namespace renderer::gl
