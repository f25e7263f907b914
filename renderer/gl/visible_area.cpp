// One picture per direction, of the rectangle round the retroreflective parts only.
#include "renderer/gl/visible_area.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <vector>

#include "renderer/gl/shader_text.h"
#include "renderer/require.h"

namespace renderer::gl {
namespace {

constexpr float kPixel_mm = 0.5f;
constexpr float kMostPixels = 4096.0f;

/// The box `bounds` as seen along the view: x to the right, y up, z towards the eye.
Bounds seen(const Bounds& bounds, const glm::mat4& view) {
  Bounds box;
  for (int i = 0; i < 8; ++i) {
    const glm::vec3 corner((i & 1) ? bounds.max.x : bounds.min.x, (i & 2) ? bounds.max.y : bounds.min.y,
                           (i & 4) ? bounds.max.z : bounds.min.z);
    const glm::vec3 at(view * glm::vec4(corner, 1.0f));
    box.min = i == 0 ? at : glm::min(box.min, at);
    box.max = i == 0 ? at : glm::max(box.max, at);
  }
  return box;
}

/// Part numbers of width x height pixels, and the buffers they are drawn into.
struct IdPicture {
  int width, height;
  Framebuffer target = Framebuffer::make();
  Renderbuffer ids = Renderbuffer::make(), depth = Renderbuffer::make();

  IdPicture(int wide, int high) : width(wide), height(high) {
    glBindFramebuffer(GL_FRAMEBUFFER, target.name());
    attach(ids, GL_R32UI, GL_COLOR_ATTACHMENT0);
    attach(depth, GL_DEPTH_COMPONENT24, GL_DEPTH_ATTACHMENT);
    require(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE,
            "a driver that picks parts measures them, too");
    glViewport(0, 0, width, height);
    constexpr std::array<GLuint, 4> nothing{0, 0, 0, 0};
    glDepthMask(GL_TRUE);
    glClearBufferuiv(GL_COLOR, 0, nothing.data());
    glClear(GL_DEPTH_BUFFER_BIT);
  }

  void attach(const Renderbuffer& buffer, GLenum format, GLenum point) const {
    glBindRenderbuffer(GL_RENDERBUFFER, buffer.name());
    glRenderbufferStorage(GL_RENDERBUFFER, format, width, height);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, point, GL_RENDERBUFFER, buffer.name());
  }

  std::vector<std::uint32_t> read() const {
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    glReadPixels(0, 0, width, height, GL_RED_INTEGER, GL_UNSIGNED_INT, pixels.data());
    return pixels;
  }
};

int pixelsOf(float size_mm, float pixel_mm) {
  return std::max(1, static_cast<int>(std::ceil(size_mm / pixel_mm)));
}

}  // namespace

Result<void> VisibleArea::make() {
  auto linked = Program::link("visible area", kVisibleVertex, kVisibleFragment);
  if (!linked) return tl::unexpected(linked.error());
  program_ = std::move(*linked);
  return {};
}

std::map<std::string, double> VisibleArea::measure(const SceneBuffers& scene, const MaterialTable& materials,
                                                   float azimuth_deg) const {
  const Bounds reflective = scene.retroreflectiveExtent(materials);
  if (reflective.min.x > reflective.max.x) return {};
  const float azimuth = glm::radians(azimuth_deg);
  const glm::mat4 view = glm::lookAt(glm::vec3(std::sin(azimuth), 0.0f, std::cos(azimuth)), glm::vec3(0.0f),
                                     glm::vec3(0.0f, 1.0f, 0.0f));
  const Bounds frame = seen(reflective, view);
  const Bounds all = seen(scene.extent(), view);
  const glm::vec2 size(frame.max - frame.min);
  const float pixel = std::max(kPixel_mm, std::max(size.x, size.y) / kMostPixels);
  const IdPicture picture(pixelsOf(size.x, pixel), pixelsOf(size.y, pixel));
  const glm::mat4 projection = glm::ortho(
      frame.min.x, frame.min.x + pixel * static_cast<float>(picture.width), frame.min.y,
      frame.min.y + pixel * static_cast<float>(picture.height), -all.max.z - 1.0f, -all.min.z + 1.0f);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LEQUAL);
  program_.use();
  program_.set("uViewProjection", projection * view);
  program_.bind("uMaterials", 0, GL_TEXTURE_2D, materials.rows());
  scene.draw(scene.everything());
  std::map<std::uint32_t, std::size_t> counts;
  for (const std::uint32_t id : picture.read()) ++counts[id];
  std::map<std::string, double> areas;
  for (const auto& [id, count] : counts) {
    if (id > 0)
      areas[scene.partId(id - 1)] += static_cast<double>(count) * static_cast<double>(pixel * pixel);
  }
  return areas;
}

}  // namespace renderer::gl
