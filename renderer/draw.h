// Drawing a scene: with no display (OffscreenContext) or inside a window's own GL context; the same code and
// the same pixels. Needs OpenGL 3.3 core. One Renderer belongs to one GL context and one thread.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "renderer/camera.h"
#include "renderer/image.h"
#include "renderer/result.h"
#include "renderer/scene.h"

namespace renderer {

enum class Background { Studio, Dark, Transparent };

/// Studio: soft light from the top left. Night: a dark street (where the background is Studio) and a lamp at
/// the eye, which retroreflective materials send back. Glass: the studio, and what is see-through is glass of
/// its colour, with bright rims.
enum class Light { Studio, Night, Glass };

struct DrawSettings {
  int width = 1600;  ///< pixels, 16..16384
  int height = 1200;
  int samples = 4;  ///< MSAA, clamped to what the driver has; 1 while moving
  bool shadow = true;
  bool ground = true;  ///< what the scene shades of it
  Background background = Background::Studio;
  Light light = Light::Studio;
  bool headlamp = true;          ///< of Light::Night
  bool leave_out_hidden = true;  ///< the same picture sooner, where a driver does not do it itself
  std::vector<std::string> highlighted_parts;  ///< outlined
};

/// A GL context with no window: EGL surfaceless. Current on the creating thread until destroyed.
class OffscreenContext {
 public:
  static Result<std::unique_ptr<OffscreenContext>> make();
  ~OffscreenContext();
  OffscreenContext(const OffscreenContext&) = delete;
  OffscreenContext& operator=(const OffscreenContext&) = delete;

 private:
  OffscreenContext();
  struct State;
  std::unique_ptr<State> state_;
};

/// What a Renderer has done so far, for tests and measurements.
struct DrawCounters {
  std::uint64_t geometry_uploads = 0;
  std::uint64_t pictures = 0;
};

/// Owns the GPU side of one scene. Geometry is uploaded once per setGeometry, appearance is cheap to replace.
class Renderer {
 public:
  /// REQUIRES: a GL 3.3 context is current. `load` is the context's function loader (glfwGetProcAddress), or
  /// null with an OffscreenContext.
  static Result<std::unique_ptr<Renderer>> make(void* (*load)(const char*) = nullptr);
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  void setGeometry(const Geometry& geometry);
  /// What pictures in motion (of one sample) show in its place: the same slots with fewer triangles. Picking
  /// and outlines stay with the geometry. Gone with the next setGeometry or moveNodes.
  void setGeometryInMotion(const Geometry& geometry);
  /// Shifts every node of the geometry, by node, from where it was set: nothing is uploaded again.
  void moveNodes(const std::vector<glm::vec3>& moves);
  void setAppearance(const Appearance& appearance);

  /// Draws into the renderer's own framebuffer and returns its colour texture (GL name, sRGB-encoded RGBA8,
  /// bottom row first) for a window to show, or 0 when the driver cannot make a picture of that size. Valid
  /// until the next call. Restores the GL state that ImGui relies on. REQUIRES: a material for every slot of
  /// the geometry.
  unsigned drawToTexture(const Camera& camera, const DrawSettings& settings);

  /// A line round parts, as one shape, on a clear sheet of the last picture's size to lay over it: a texture
  /// as drawToTexture gives it (alpha not multiplied in), or 0 where there is none. The picture stays.
  unsigned outlinesToTexture(const Camera& camera, const std::vector<std::string>& parts);
  /// Around the nodes of a part; min > max when there is no such part.
  Bounds partExtent(const std::string& part_id) const;

  /// Draws and reads the picture back.
  Result<Image> drawToImage(const Camera& camera, const DrawSettings& settings);

  /// The part id under a pixel of a width x height picture (origin top left); empty where there is none.
  std::string partAt(const Camera& camera, int width, int height, int x, int y);

  /// What somebody far off at `azimuth_deg`, level with the scene, sees of the outside of the retroreflective
  /// parts: mm2 by part id, counted in an id buffer. All parts hide, ghosts too. REQUIRES: a material for
  /// every slot of the geometry.
  std::map<std::string, double> retroreflectiveAreas(float azimuth_deg);

  const DrawCounters& counters() const;
  /// Whether the driver draws with the processor.
  bool drawsInSoftware() const;

 private:
  Renderer();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace renderer
