// The key light: its shadow map, and the shade that the scene lays on the ground. The lights turn with the
// camera, so that every view is lit from the top left; all of this is drawn again only when it turned or the
// scene changed.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "renderer/gl/handles.h"
#include "renderer/gl/material_table.h"
#include "renderer/gl/program.h"
#include "renderer/gl/scene_buffers.h"

namespace renderer::gl {

/// Unit vectors towards the lights.
struct LightDirections {
  glm::vec3 key, fill, rim;
};

LightDirections lightDirections(float camera_azimuth_deg);

class KeyLight {
 public:
  Result<void> make();
  /// Forgets what was drawn.
  void invalidate() { drawn_ = touched_ = false; }
  /// `picture_side`: the longer one, in pixels. In motion the shadow stays behind the light by a few degrees.
  void update(const SceneBuffers& scene, const MaterialTable& materials, float camera_azimuth_deg,
              int picture_side, bool in_motion);

  /// For the surface program in use: texture unit `unit`, matrix, softness.
  void apply(const Program& surface, int unit) const;
  /// The point of the ground below the scene's middle.
  const glm::vec3& ground() const { return centre_; }
  /// Draws the shade on the ground into the bound framebuffer; no depth is written.
  void drawGround(const glm::mat4& view_projection, bool shadow) const;

 private:
  void allocateShadowMap(int size);
  void fit(const Bounds& extent, const glm::vec3& key);
  void drawShadowMap(const SceneBuffers& scene, const MaterialTable& materials) const;
  void drawContact(const SceneBuffers& scene) const;
  void drawGroundShade() const;

  Program depth_, cover_, contact_, ground_shadow_, blur_, ground_;
  Texture shadow_map_;
  Framebuffer shadow_target_;
  Texture shade_[2], contact_shade_;
  Framebuffer shade_target_[2], contact_target_;
  VertexArray no_vertices_;
  glm::mat4 matrix_{1.0f};
  glm::vec3 centre_{0.0f};  // of the shaded ground
  float reach_ = 1.0f;      // half its side, mm
  float radius_ = 1.0f;     // of the lit sphere, mm
  float azimuth_deg_ = 0.0f;
  int shadow_size_ = 0;   // of the shadow map's side, texels
  bool drawn_ = false;    // from this azimuth
  bool touched_ = false;  // the contact shade is drawn
};

}  // namespace renderer::gl
