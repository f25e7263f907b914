// What is drawn: geometry (meshes and where they stand) apart from appearance (what they are made of).
// A colorway replaces the appearance only. Millimetres, right-handed: x right, y up, z towards the viewer of
// the front view (away from the wearer). Plain data; knows no packs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <string>
#include <vector>

#include "renderer/image.h"

namespace renderer {

/// A triangle mesh. `positions`, `normals` and `uvs` have the same length; `indices` come in threes, wound
/// counter-clockwise seen from outside. `uvs` are flat millimetres on the cloth, so weave has true scale.
struct Mesh {
  std::vector<glm::vec3> positions;
  std::vector<glm::vec3> normals;
  std::vector<glm::vec2> uvs;
  std::vector<std::uint32_t> indices;
};

/// The surface structure a material shows; `weave_scale_mm` is its repeat (Ripstop: the distance of the thick
/// yarns; StretchMesh, HexMesh, SpacerMesh: of the holes; Coil: of the teeth; Stitch: of the
/// stitches; XPly: of the diamonds, across the warp; else of the yarns). On Webbing, Grosgrain, Coil, Cord
/// and Stitch u runs along the strip and v across it.
enum class Weave {
  None,
  Plain,
  Ripstop,
  Oxford,
  Canvas,
  StretchMesh,
  HexMesh,
  SpacerMesh,
  Webbing,
  Coil,
  Foam,
  Film,
  Grosgrain,
  Cord,
  Stitch,
  XPly
};

struct Material {
  std::string name;
  glm::vec3 color{0.5f, 0.5f, 0.5f};  ///< sRGB, 0..1 (the shader linearises)
  float roughness = 0.85f;            ///< 0..1
  float metallic = 0.0f;              ///< 0..1
  float sheen = 0.0f;                 ///< 0..1, textile rim light
  float opacity = 1.0f;               ///< 0..1; meshes are see-through
  bool two_sided = true;
  bool retroreflective = false;
  Weave weave = Weave::None;
  float weave_scale_mm = 1.0f;  ///< the repeat of the weave
  /// Shown instead of the colour, upright over uv (0, 0) to picture_mm; what of it is clear is see-through.
  std::shared_ptr<const Image> picture = nullptr;
  glm::vec2 picture_mm{1.0f};
};

/// One part in its place. Many nodes may show one mesh (component models).
struct Node {
  std::string part_id;     ///< what picking returns, and the GLB node's name
  std::uint32_t mesh = 0;  ///< index into Geometry::meshes
  std::uint32_t slot = 0;  ///< index into Appearance::materials
  glm::mat4 transform{1.0f};
  bool ghost = false;  ///< a body that wears the pack: not exported, not picked, not framed
  bool decal = false;  ///< lies on the part of the same id, which has a node of its own: thread on cloth
};

struct Geometry {
  std::vector<Mesh> meshes;
  std::vector<Node> nodes;
};

/// Materials by slot. Geometry never changes when a colour does.
struct Appearance {
  std::vector<Material> materials;
};

struct Scene {
  Geometry geometry;
  Appearance appearance;
};

/// An axis-aligned box around all nodes that are not ghosts; min > max when there are none.
struct Bounds {
  glm::vec3 min{1.0f};
  glm::vec3 max{-1.0f};
};

Bounds boundsOf(const Geometry& geometry);
/// The same, ghosts included: what a picture of a worn pack frames.
Bounds boundsWithGhosts(const Geometry& geometry);

/// Triangles of all nodes that are not ghosts, each shown mesh counted as often as it is shown.
std::size_t triangleCount(const Geometry& geometry);

/// Without what only lies on other parts.
Geometry withoutDecals(Geometry geometry);

/// True where what lies behind shows through: opacity below 1, or a weave with holes.
bool isSeeThrough(const Material& material);

}  // namespace renderer
