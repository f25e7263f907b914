#include "renderer/image_texture.h"

#include "renderer/gl/handles.h"
#include "renderer/gl/saved_state.h"

namespace renderer {

struct ImageTexture::State {
  gl::Texture texture;

  /// Leaves the texture bound.
  void setPixels(int width, int height, const void* pixels) {
    if (texture.name() == 0) texture = gl::Texture::make();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  }
};

ImageTexture::ImageTexture() : state_(std::make_unique<State>()) {}
ImageTexture::~ImageTexture() = default;

void ImageTexture::set(const Image& image) {
  const gl::SavedState saved;
  state_->setPixels(image.width, image.height, image.rgba.data());
}

void ImageTexture::copy(unsigned texture, int width, int height) {
  const gl::SavedState saved;
  const gl::Framebuffer source = gl::Framebuffer::make();
  glBindFramebuffer(GL_READ_FRAMEBUFFER, source.name());
  glFramebufferTexture2D(GL_READ_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
  state_->setPixels(width, height, nullptr);
  glCopyTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
}

unsigned ImageTexture::name() const {
  return state_->texture.name();
}

}  // namespace renderer
