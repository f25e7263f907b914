#include "renderer/gl/behind.h"

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <utility>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

// #14161a in linear light.
constexpr glm::vec3 kDark{0.0069954f, 0.0080232f, 0.0103298f};

}  // namespace

Result<void> Behind::make() {
  auto wall = Program::link("backdrop", kScreenVertex, kBackdropFragment);
  if (!wall) return tl::unexpected(wall.error());
  auto copied = Program::link("copy", kScreenVertex, kCopyFragment);
  if (!copied) return tl::unexpected(copied.error());
  wall_ = std::move(*wall);
  copy_ = std::move(*copied);
  no_vertices_ = VertexArray::make();
  return {};
}

// The gradient is computed once per size, as encoded, and copied from then on.
void Behind::drawWall(PictureTarget& target) const {
  glBindVertexArray(no_vertices_.name());
  if (target.takeFresh()) {
    glDisable(GL_FRAMEBUFFER_SRGB);
    target.bindBackdrop();
    wall_.use();
    wall_.set("uSize", glm::vec2(static_cast<float>(target.width()), static_cast<float>(target.height())));
    glDrawArrays(GL_TRIANGLES, 0, 3);
    target.bindScene();
    glEnable(GL_FRAMEBUFFER_SRGB);
  }
  copy_.use();
  copy_.bind("uSource", 0, GL_TEXTURE_2D, target.backdrop());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

// All of the scene stands on the ground, and is nearer to an eye above it.
void Behind::draw(PictureTarget& target, const Surroundings& around, const DrawSettings& settings) const {
  const bool by_night = settings.light == Light::Night;
  const bool plain = settings.background == Background::Dark;
  glEnable(GL_FRAMEBUFFER_SRGB);
  glClearColor(plain ? kDark.x : 0.0f, plain ? kDark.y : 0.0f, plain ? kDark.z : 0.0f, plain ? 1.0f : 0.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  if (settings.background == Background::Studio) {
    if (by_night)
      around.night.drawStreet(around.outlook);
    else
      drawWall(target);
  }
  if (!around.from_above || !settings.ground) return;
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBlendEquation(GL_FUNC_ADD);
  // By night nothing casts the key light's shadow; the shade below the scene stays.
  around.key_light.drawGround(around.outlook.view_projection, settings.shadow && !by_night);
  glDisable(GL_BLEND);
}

}  // namespace renderer::gl
