// Shadow map and ground shade.
#include "renderer/gl/key_light.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "renderer/gl/shader_text.h"

namespace renderer::gl {
namespace {

constexpr int kLeastShadowSize = 512, kMostShadowSize = 2048;
constexpr int kShadeSize = 256;
constexpr float kSoftness_mm = 3.2f;
constexpr float kGroundShadow = 0.42f;
constexpr float kLagInMotion_deg = 5;

void setFilter(GLenum filter) {
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, static_cast<GLint>(filter));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, static_cast<GLint>(filter));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_BORDER);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_BORDER);
}

/// Two texels of the shadow map for a pixel of the picture's longer side: finer ones do not show.
int shadowSizeFor(int picture_side) {
  int size = kLeastShadowSize;
  while (size < 2 * picture_side && size < kMostShadowSize) size *= 2;
  return size;
}

bool attach(const Framebuffer& target, GLenum point, const Texture& texture) {
  glBindFramebuffer(GL_FRAMEBUFFER, target.name());
  glFramebufferTexture2D(GL_FRAMEBUFFER, point, GL_TEXTURE_2D, texture.name(), 0);
  if (point == GL_DEPTH_ATTACHMENT) {
    glDrawBuffer(GL_NONE);
    glReadBuffer(GL_NONE);
  }
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

}  // namespace

LightDirections lightDirections(float camera_azimuth_deg) {
  const float azimuth = glm::radians(camera_azimuth_deg);
  const glm::vec3 right{std::cos(azimuth), 0.0f, -std::sin(azimuth)};
  const glm::vec3 towards{std::sin(azimuth), 0.0f, std::cos(azimuth)};
  const auto direction = [&](float x, float y, float z) {
    return glm::normalize(right * x + glm::vec3(0.0f, y, 0.0f) + towards * z);
  };
  return {direction(-0.62f, 0.86f, 0.66f), direction(0.85f, 0.22f, 0.55f), direction(0.62f, 0.42f, -0.80f)};
}

Result<void> KeyLight::make() {
  struct Wanted {
    Program* program;
    const char *name, *vertex, *fragment;
  };
  const std::array<Wanted, 6> programs{
      {{&depth_, "shadow depth", kPlaceVertex, kNothingFragment},
       {&cover_, "shadow of what is see-through", kDepthVertex, kDepthFragment},
       {&contact_, "contact", kContactVertex, kContactFragment},
       {&ground_shadow_, "ground shadow", kScreenVertex, kGroundShadowFragment},
       {&blur_, "blur", kScreenVertex, kBlurFragment},
       {&ground_, "ground", kGroundVertex, kGroundFragment}}};
  for (const Wanted& wanted : programs) {
    auto linked = Program::link(wanted.name, wanted.vertex, wanted.fragment);
    if (!linked) return tl::unexpected(linked.error());
    *wanted.program = std::move(*linked);
  }
  no_vertices_ = VertexArray::make();
  shadow_map_ = Texture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, shadow_map_.name());
  allocateShadowMap(kMostShadowSize);
  setFilter(GL_LINEAR);
  constexpr std::array<float, 4> far{1.0f, 1.0f, 1.0f, 1.0f};
  glTexParameterfv(GL_TEXTURE_2D, GL_TEXTURE_BORDER_COLOR, far.data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
  shadow_target_ = Framebuffer::make();
  bool complete = attach(shadow_target_, GL_DEPTH_ATTACHMENT, shadow_map_);
  for (const auto& [texture, target] :
       {std::pair(&shade_[0], &shade_target_[0]), std::pair(&shade_[1], &shade_target_[1]),
        std::pair(&contact_shade_, &contact_target_)}) {
    *texture = Texture::make();
    glBindTexture(GL_TEXTURE_2D, texture->name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, kShadeSize, kShadeSize, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    setFilter(GL_LINEAR);
    *target = Framebuffer::make();
    complete = attach(*target, GL_COLOR_ATTACHMENT0, *texture) && complete;
  }
  if (!complete) return failure("the graphics driver cannot draw shadows (no 32-bit depth texture)");
  return {};
}

void KeyLight::allocateShadowMap(int size) {
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, shadow_map_.name());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_DEPTH_COMPONENT32F, size, size, 0, GL_DEPTH_COMPONENT, GL_FLOAT, nullptr);
  shadow_size_ = size;
}

// The light sees a sphere around the scene: its texels are as fine as they can be without depending on the
// view.
void KeyLight::fit(const Bounds& extent, const glm::vec3& key) {
  const bool empty = extent.min.x > extent.max.x;
  const glm::vec3 low = empty ? glm::vec3(-1.0f) : extent.min;
  const glm::vec3 high = empty ? glm::vec3(1.0f) : extent.max;
  const glm::vec3 middle = 0.5f * (low + high);
  radius_ = std::max(0.5f * glm::length(high - low), 1.0f) * 1.02f;
  const glm::vec3 eye = middle + key * radius_ * 2.0f;
  matrix_ = glm::ortho(-radius_, radius_, -radius_, radius_, radius_ * 0.5f, radius_ * 6.0f) *
            glm::lookAt(eye, middle, glm::vec3(0.0f, 1.0f, 0.0f));
  const float height = high.y - low.y;
  centre_ = {middle.x, low.y - 0.5f, middle.z};
  reach_ = 0.5f * std::hypot(high.x - low.x, high.z - low.z) + height * 1.1f + 60.0f;
}

void KeyLight::update(const SceneBuffers& scene, const MaterialTable& materials, float camera_azimuth_deg,
                      int picture_side, bool in_motion) {
  const int size = shadowSizeFor(picture_side);
  const float turned = std::abs(std::remainder(camera_azimuth_deg - azimuth_deg_, 360.0f));
  if (drawn_ && turned <= (in_motion ? kLagInMotion_deg : 0.0f) && shadow_size_ == size) return;
  if (shadow_size_ != size) allocateShadowMap(size);
  fit(scene.extent(), lightDirections(camera_azimuth_deg).key);
  drawShadowMap(scene, materials);
  if (!touched_) drawContact(scene);
  drawGroundShade();
  touched_ = true;
  azimuth_deg_ = camera_azimuth_deg;
  drawn_ = true;
}

void KeyLight::drawShadowMap(const SceneBuffers& scene, const MaterialTable& materials) const {
  glBindFramebuffer(GL_FRAMEBUFFER, shadow_target_.name());
  glViewport(0, 0, shadow_size_, shadow_size_);
  glEnable(GL_DEPTH_TEST);
  glDepthFunc(GL_LESS);
  glDepthMask(GL_TRUE);
  glClear(GL_DEPTH_BUFFER_BIT);
  glEnable(GL_POLYGON_OFFSET_FILL);
  glPolygonOffset(1.5f, 2.0f);
  depth_.use();
  depth_.set("uViewProjection", matrix_);
  scene.draw(scene.opaque(materials));
  cover_.use();
  cover_.set("uViewProjection", matrix_);
  cover_.bind("uMaterials", 0, GL_TEXTURE_2D, materials.rows());
  scene.draw(scene.seeThrough(materials));
  glDisable(GL_POLYGON_OFFSET_FILL);
  glDisable(GL_DEPTH_TEST);
}

// How near the scene is to the ground above each of its points: no matter from where the light comes.
void KeyLight::drawContact(const SceneBuffers& scene) const {
  glBindFramebuffer(GL_FRAMEBUFFER, contact_target_.name());
  glViewport(0, 0, kShadeSize, kShadeSize);
  glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE);
  glBlendEquation(GL_MAX);
  // From below, x to the right and z upwards in the texture.
  glm::mat4 from_below(0.0f);
  from_below[0][0] = 1.0f / reach_;
  from_below[2][1] = 1.0f / reach_;
  from_below[3] = {-centre_.x / reach_, -centre_.z / reach_, 0.0f, 1.0f};
  contact_.use();
  contact_.set("uViewProjection", from_below);
  contact_.set("uGround", centre_.y);
  scene.draw(scene.everything());
  glBlendEquation(GL_FUNC_ADD);
  glDisable(GL_BLEND);
}

void KeyLight::drawGroundShade() const {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, contact_target_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, shade_target_[0].name());
  glBlitFramebuffer(0, 0, kShadeSize, kShadeSize, 0, 0, kShadeSize, kShadeSize, GL_COLOR_BUFFER_BIT,
                    GL_NEAREST);
  glViewport(0, 0, kShadeSize, kShadeSize);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE);
  glBindVertexArray(no_vertices_.name());
  ground_shadow_.use();
  ground_shadow_.set("uLight", matrix_);
  ground_shadow_.set("uCentre", centre_);
  ground_shadow_.set("uReach", reach_);
  ground_shadow_.bind("uShadowMap", 0, GL_TEXTURE_2D, shadow_map_.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glDisable(GL_BLEND);
  blur_.use();
  const float mm = 0.5f / reach_;
  blur_.set("uRadius", glm::vec3(16.0f, 75.0f, 26.0f) * mm);
  for (int i = 0; i < 2; ++i) {
    glBindFramebuffer(GL_FRAMEBUFFER, shade_target_[1 - i].name());
    blur_.bind("uSource", 0, GL_TEXTURE_2D, shade_[i].name());
    blur_.set("uAlong", i == 0 ? glm::vec2(1.0f, 0.0f) : glm::vec2(0.0f, 1.0f));
    glDrawArrays(GL_TRIANGLES, 0, 3);
  }
}

void KeyLight::apply(const Program& surface, int unit) const {
  surface.bind("uShadowMap", unit, GL_TEXTURE_2D, shadow_map_.name());
  surface.set("uLight", matrix_);
  surface.set("uShadowOffset", kSoftness_mm * 0.6f + radius_ * 3.0f / static_cast<float>(shadow_size_));
  surface.set("uShadowSpread", glm::vec2(kSoftness_mm / (2.0f * radius_)));
}

void KeyLight::drawGround(const glm::mat4& view_projection, bool shadow) const {
  glBindVertexArray(no_vertices_.name());
  ground_.use();
  ground_.set("uViewProjection", view_projection);
  ground_.set("uCentre", centre_);
  ground_.set("uReach", reach_);
  ground_.set("uShadowStrength", shadow ? kGroundShadow : 0.0f);
  ground_.bind("uShade", 0, GL_TEXTURE_2D, shade_[0].name());
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace renderer::gl
