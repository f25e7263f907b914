// Depth at half size, obscurance, blur.
#include "renderer/gl/ambient_occlusion.h"

#include <array>
#include <utility>
#include <vector>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

constexpr float kRadius_mm = 26.0f;

struct Texels {
  GLint stored;
  GLenum format, type;
};
constexpr Texels kDepths{GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT};
constexpr Texels kOpennessAndDistance{GL_RG32F, GL_RG, GL_FLOAT};
constexpr Texels kOpenness{GL_R8, GL_RED, GL_UNSIGNED_BYTE};

void allocate(Texture& texture, Framebuffer& target, const Texels& texels, int width, int height) {
  texture = Texture::make();
  target = Framebuffer::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture.name());
  glTexImage2D(GL_TEXTURE_2D, 0, texels.stored, width, height, 0, texels.format, texels.type, nullptr);
  const bool depth = texels.format == GL_DEPTH_COMPONENT;
  const GLint filter = texels.stored == GL_R8 ? GL_LINEAR : GL_NEAREST;
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
  const std::array<Wanted, 3> programs{{{&depth_, "depth", kPlaceVertex, kNothingFragment},
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
  allocate(depth_map_, depth_target_, kDepths, width, height);
  allocate(results_[0], result_targets_[0], kOpennessAndDistance, width, height);
  allocate(results_[1], result_targets_[1], kOpenness, width, height);
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
  scene.draw(scene.opaque(materials));
  glDisable(GL_DEPTH_TEST);
  glEnable(GL_SCISSOR_TEST);
  const PixelBox& box = picture.box;
  glScissor(box.x / 2, box.y / 2, box.width / 2 + 2, box.height / 2 + 2);
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
  blur_.set("uRadius", kRadius_mm);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glDisable(GL_SCISSOR_TEST);
}

FarthestDepths AmbientOcclusion::depths() const {
  std::vector<float> depths(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  glBindFramebuffer(GL_FRAMEBUFFER, depth_target_.name());
  glReadPixels(0, 0, width_, height_, GL_DEPTH_COMPONENT, GL_FLOAT, depths.data());
  return {{width_, height_}, std::move(depths)};
}

}  // namespace renderer::gl
