#include "renderer/image_texture.h"

#include "renderer/gl/handles.h"
#include "renderer/gl/saved_state.h"

namespace renderer {

struct ImageTexture::State {
  gl::Texture texture;
};

ImageTexture::ImageTexture() : state_(std::make_unique<State>()) {}
ImageTexture::~ImageTexture() = default;

void ImageTexture::set(const Image& image) {
  const gl::SavedState saved;
  if (state_->texture.name() == 0) state_->texture = gl::Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, state_->texture.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, image.width, image.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               image.rgba.data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

unsigned ImageTexture::name() const {
  return state_->texture.name();
}

}  // namespace renderer
