// Depth at half size, obscurance, blur.
#include "renderer/gl/ambient_occlusion.h"

#include <array>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

constexpr float kRadius_mm = 26.0f;

void allocate(Texture& texture, Framebuffer& target, bool depth, int width, int height) {
  texture = Texture::make();
  target = Framebuffer::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture.name());
  if (depth) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT24, width, height, 0, GL_DEPTH_COMPONENT,
                 GL_UNSIGNED_INT, nullptr);
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
  }
  const GLint filter = depth ? GL_NEAREST : GL_LINEAR;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glBindFramebuffer(GL_FRAMEBUFFER, target.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, depth ? GL_DEPTH_ATTACHMENT : GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D,
                         texture.name(), 0);
  if (depth) {
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);
  }
}

}  // namespace

Result<void> AmbientOcclusion::make() {
  struct Wanted {
    Program* program;
    const char *name, *vertex, *fragment;
  };
  const std::array<Wanted, 3> programs{{{&depth_, "depth", kDepthVertex, kDepthFragment},
                                        {&occlusion_, "occlusion", kScreenVertex, kOcclusionFragment},
                                        {&blur_, "occlusion blur", kScreenVertex, kOcclusionBlurFragment}}};
  for (const Wanted& wanted : programs) {
    auto linked = Program::link(wanted.name, wanted.vertex, wanted.fragment);
    if (!linked) return tl::unexpected(linked.error());
    *wanted.program = std::move(*linked);
  }
  no_vertices_ = VertexArray::make();
  return {};
}

void AmbientOcclusion::resize(int width, int height) {
  if (width == width_ && height == height_) return;
  allocate(depth_map_, depth_target_, true, width, height);
  for (int i = 0; i < 2; ++i) allocate(results_[i], result_targets_[i], false, width, height);
  width_ = width;
  height_ = height;
}

void AmbientOcclusion::update(const SceneBuffers& scene, const MaterialTable& materials,
                              const PictureView& picture) {
  resize((picture.width + 1) / 2, (picture.height + 1) / 2);
  glViewport(0, 0, width_, height_);
  glBindFramebuffer(GL_FRAMEBUFFER, depth_target_.name());
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  depth_.use();
  depth_.set("uViewProjection", picture.projection * picture.view);
  depth_.bind("uMaterials", 0, GL_TEXTURE_2D, materials.rows());
  scene.draw(scene.opaque(materials, true));
  scene.draw(scene.opaque(materials, false));
  glDisable(GL_DEPTH_TEST);
  glBindVertexArray(no_vertices_.name());
  glBindFramebuffer(GL_FRAMEBUFFER, result_targets_[0].name());
  occlusion_.use();
  occlusion_.bind("uDepth", 0, GL_TEXTURE_2D, depth_map_.name());
  occlusion_.set("uProjection", picture.projection);
  occlusion_.set("uSize", glm::vec2(static_cast<float>(width_), static_cast<float>(height_)));
  occlusion_.set("uRadius", kRadius_mm);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glBindFramebuffer(GL_FRAMEBUFFER, result_targets_[1].name());
  blur_.use();
  blur_.bind("uSource", 0, GL_TEXTURE_2D, results_[0].name());
  blur_.bind("uDepth", 1, GL_TEXTURE_2D, depth_map_.name());
  blur_.set("uProjection", picture.projection);
  blur_.set("uRadius", kRadius_mm);
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace renderer::gl
