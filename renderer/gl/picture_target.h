// The framebuffers a picture passes through: the multisampled scene, the mask of the outlined part, the
// finished sRGB picture.
#pragma once

#include "renderer/gl/handles.h"

namespace renderer::gl {

class PictureTarget {
 public:
  /// Makes the buffers for a size; false when the driver cannot. Does nothing when they are there already.
  bool resize(int width, int height, int samples);

  void bindScene() const { glBindFramebuffer(GL_FRAMEBUFFER, scene_target_.name()); }
  void bindMask() const { glBindFramebuffer(GL_FRAMEBUFFER, mask_target_.name()); }
  void bindPicture() const { glBindFramebuffer(GL_FRAMEBUFFER, picture_target_.name()); }
  GLuint scene() const { return scene_.name(); }
  GLenum sceneTarget() const { return samples_ > 1 ? GL_TEXTURE_2D_MULTISAMPLE : GL_TEXTURE_2D; }
  GLuint mask() const { return mask_.name(); }
  GLuint picture() const { return picture_.name(); }

 private:
  bool allocate();

  Texture scene_, mask_, picture_;
  Renderbuffer depth_;
  Framebuffer scene_target_, mask_target_, picture_target_;
  int width_ = 0, height_ = 0, samples_ = 0;
};

}  // namespace renderer::gl
