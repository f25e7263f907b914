// What the lamp sends falls with the square of the distance. It is 1 at 2 m, where a pack fills the picture;
// from nearer by, the eye gets used to what it looks at.
#include "renderer/gl/night.h"

#include <algorithm>
#include <array>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <string>

#include "renderer/gl/shader_text.h"
#include "renderer/retroreflection.h"
#include "renderer/weave_tile.h"

namespace renderer::gl {
namespace {

std::string definesOfNight() {
  return "#define WRINKLES " + std::to_string(kWeaveCount) + ".0\n" + "#define RETURN_HALF " +
         std::to_string(kReturnHalf_deg) + "\n#define RETURN_FADE " + std::to_string(kReturnFade_deg) +
         "\n#define RETURN_END " + std::to_string(kReturnEnd_deg) + "\n" + kClothFunctions;
}

constexpr float kLampReach_mm = 2000.0f;

void fillScreen(const VertexArray& none) {
  glBindVertexArray(none.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace

Result<void> Night::make() {
  struct Wanted {
    Program* program;
    const char *name, *vertex, *fragment;
  };
  const std::array<Wanted, 4> programs{{{&surface_, "night", kSurfaceVertex, kNightFragment},
                                        {&street_, "street", kScreenVertex, kStreetFragment},
                                        {&dazzle_, "dazzle", kScreenVertex, kDazzleFragment},
                                        {&glow_, "glow", kScreenVertex, kGlowFragment}}};
  for (const Wanted& wanted : programs) {
    auto linked = Program::link(wanted.name, wanted.vertex, wanted.fragment, definesOfNight());
    if (!linked) return tl::unexpected(linked.error());
    *wanted.program = std::move(*linked);
  }
  no_vertices_ = VertexArray::make();
  return {};
}

void Night::setLamp(const Program& program, const Outlook& outlook) {
  program.set("uHeadlamp", outlook.headlamp ? 1.0f : 0.0f);
  program.set("uLampReach", std::min(kLampReach_mm, glm::distance(outlook.eye, outlook.target)));
}

void Night::drawStreet(const Outlook& outlook) const {
  street_.use();
  street_.set("uUnproject", glm::inverse(outlook.view_projection));
  street_.set("uEye", outlook.eye);
  street_.set("uAim", glm::normalize(outlook.target - outlook.eye));
  street_.set("uGround", outlook.ground);
  setLamp(street_, outlook);
  fillScreen(no_vertices_);
}

void Night::resize(int width, int height) {
  if (width == width_ && height == height_) return;
  for (int i = 0; i < 2; ++i) {
    bright_[i] = Texture::make();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, bright_[i].name());
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    for (const GLenum filter : {GL_TEXTURE_MIN_FILTER, GL_TEXTURE_MAG_FILTER})
      glTexParameteri(GL_TEXTURE_2D, filter, GL_LINEAR);
    for (const GLenum wrap : {GL_TEXTURE_WRAP_S, GL_TEXTURE_WRAP_T})
      glTexParameteri(GL_TEXTURE_2D, wrap, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    bright_target_[i] = Framebuffer::make();
    glBindFramebuffer(GL_FRAMEBUFFER, bright_target_[i].name());
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, bright_[i].name(), 0);
  }
  width_ = width;
  height_ = height;
}

// Two widths of glow, the narrow one first: each is blurred across from what the one before left.
void Night::addGlow(const PictureTarget& target, int width, int height) {
  struct Halo {
    float reach, strength;
  };
  constexpr std::array<Halo, 2> kHalos{{{0.016f, 0.34f}, {0.06f, 0.26f}}};
  resize((width + 3) / 4, (height + 3) / 4);
  glDisable(GL_BLEND);
  glViewport(0, 0, width_, height_);
  glBindFramebuffer(GL_FRAMEBUFFER, bright_target_[0].name());
  dazzle_.use();
  dazzle_.bind("uPicture", 0, GL_TEXTURE_2D, target.picture());
  fillScreen(no_vertices_);
  const float aspect = static_cast<float>(height) / static_cast<float>(width);
  for (const Halo& halo : kHalos) {
    glViewport(0, 0, width_, height_);
    glBindFramebuffer(GL_FRAMEBUFFER, bright_target_[1].name());
    glow_.use();
    glow_.bind("uSource", 0, GL_TEXTURE_2D, bright_[0].name());
    glow_.set("uAlong", glm::vec2(halo.reach * aspect, 0.0f));
    glow_.set("uStrength", 1.0f);
    fillScreen(no_vertices_);
    glViewport(0, 0, width, height);
    target.bindPicture();
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE);
    glBlendEquation(GL_FUNC_ADD);
    glow_.bind("uSource", 0, GL_TEXTURE_2D, bright_[1].name());
    glow_.set("uAlong", glm::vec2(0.0f, halo.reach));
    glow_.set("uStrength", halo.strength);
    fillScreen(no_vertices_);
    glDisable(GL_BLEND);
  }
}

}  // namespace renderer::gl
