// A picture by night: the program of its surfaces, the street behind them, and the glow that dazzles.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>

#include "renderer/gl/handles.h"
#include "renderer/gl/picture_target.h"
#include "renderer/gl/program.h"

namespace renderer::gl {

/// Where the eye, which carries the lamp, looks from and at; `ground` is the point of it below the scene.
struct Outlook {
  glm::mat4 view_projection;
  glm::vec3 eye, target, ground;
  bool headlamp;
};

class Night {
 public:
  Result<void> make();
  const Program& surface() const { return surface_; }
  /// For a program in use.
  static void setLamp(const Program& program, const Outlook& outlook);
  /// Fills the bound framebuffer, colour only.
  void drawStreet(const Outlook& outlook) const;
  /// Lays a glow round what is bright in the finished picture.
  void addGlow(const PictureTarget& target, int width, int height);

 private:
  void resize(int width, int height);

  Program surface_, street_, dazzle_, glow_;
  VertexArray no_vertices_;
  Texture bright_[2];
  Framebuffer bright_target_[2];
  int width_ = 0, height_ = 0;
};

}  // namespace renderer::gl
