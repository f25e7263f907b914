// Which triangles cannot show in a picture: those outside of it, and those wholly behind opaque surfaces. A
// graphics card skips what is hidden by itself; Mesa's software driver lights all of it when a picture has
// several samples, and a pack is many layers of cloth.
#pragma once

#include <cstdint>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <vector>

namespace renderer::gl {

/// A depth map (0 = near, 1 = far or nothing there) that knows the farthest depth within any rectangle: a
/// pyramid of maxima, after Greene, Kass, Miller, "Hierarchical Z-Buffer Visibility" (1993).
class FarthestDepths {
 public:
  /// REQUIRES: size.x * size.y depths, row by row, as many as 1 at least.
  FarthestDepths(glm::ivec2 size, std::vector<float> depths);
  glm::ivec2 size() const { return levels_.front().size; }
  /// Of the texels from `low` to `high`, both included; what is outside of the map does not count. -1 where
  /// the rectangle has nothing of the map. May be that of a somewhat larger rectangle.
  float within(glm::ivec2 low, glm::ivec2 high) const;

 private:
  struct Level {
    glm::ivec2 size;
    std::vector<float> depths;
  };
  std::vector<Level> levels_;
};

/// By triangle, three indices each: true where it cannot show. Those that reach behind the eye count as
/// shown. `depths` covers the same picture as `view_projection`, and may be coarser than it.
std::vector<bool> hiddenTriangles(const std::vector<glm::vec3>& positions,
                                  const std::vector<std::uint32_t>& indices, const glm::mat4& view_projection,
                                  const FarthestDepths& depths);

}  // namespace renderer::gl
