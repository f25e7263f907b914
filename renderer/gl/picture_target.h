// The framebuffers a picture passes through: the multisampled scene, the mask of the outlined part, the
// finished sRGB picture.
#pragma once

#include <utility>

#include "renderer/gl/handles.h"

namespace renderer::gl {

class PictureTarget {
 public:
  /// Makes the buffers for a size; false when the driver cannot. Does nothing when they are there already.
  bool resize(int width, int height, int samples);
  /// True once after the buffers were made anew.
  bool takeFresh() { return std::exchange(fresh_, false); }

  /// Joins the samples of the scene into the picture, as encoded.
  void resolve() const;

  void bindBackdrop() const { glBindFramebuffer(GL_FRAMEBUFFER, backdrop_target_.name()); }
  void bindScene() const { glBindFramebuffer(GL_FRAMEBUFFER, scene_target_.name()); }
  void bindMask() const { glBindFramebuffer(GL_FRAMEBUFFER, mask_target_.name()); }
  void bindPicture() const { glBindFramebuffer(GL_FRAMEBUFFER, picture_target_.name()); }
  GLuint backdrop() const { return backdrop_.name(); }
  GLuint scene() const { return scene_.name(); }
  GLenum sceneTarget() const { return samples_ > 1 ? GL_TEXTURE_2D_MULTISAMPLE : GL_TEXTURE_2D; }
  int width() const { return width_; }
  int height() const { return height_; }
  int samples() const { return samples_; }
  GLuint pictureFramebuffer() const { return picture_target_.name(); }
  GLuint mask() const { return mask_.name(); }
  GLuint picture() const { return picture_.name(); }

 private:
  bool allocate();

  Texture backdrop_, scene_, mask_, picture_;
  Renderbuffer depth_;
  Framebuffer backdrop_target_, scene_target_, mask_target_, picture_target_;
  int width_ = 0, height_ = 0, samples_ = 0;
  bool fresh_ = false;
};

}  // namespace renderer::gl
