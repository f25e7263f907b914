// Which stretches of a line the surfaces before it hide: a depth picture, and what a draughtsman makes of it
// where layers of cloth are nearer to each other than their triangles are to the cloth.
#pragma once

#include <array>
#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <limits>
#include <vector>

#include "renderer/scene.h"
#include "renderer/visible_lines.h"

namespace renderer {

// Coordinates are seen ones: right, up, towards the eye; millimetres.

inline constexpr float kBehind_mm = 0.5f;  ///< nearer to a surface a line lies on it

struct Corner {
  glm::vec3 at{0.0f}, normal{0.0f};
};
using Triangle = std::array<Corner, 3>;

/// What one node shows.
struct Surface {
  std::uint32_t node = 0;
  std::vector<Triangle> triangles;
};

/// A line on a node's surface, or on none.
struct LineOn {
  std::uint32_t node = kNoNode;
  Line3 points;
  int reach = 1;                 ///< cells round a point that are looked at
  float behind_mm = kBehind_mm;  ///< another part's surface that is so much nearer hides it

  static constexpr std::uint32_t kNoNode = std::numeric_limits<std::uint32_t>::max();
};

/// How near the nearest surface is, cell by cell, and whose.
class Depth {
 public:
  Depth(const std::vector<Surface>& surfaces, const Bounds& bounds);
  /// How far behind the nearest surfaces a point of a line is; 0: it is seen. Hidden where everything round
  /// it is nearer: so no surface hides its own border.
  float over(const glm::vec3& p, const LineOn& line) const;

 private:
  struct Cell {
    float z = std::numeric_limits<float>::lowest();
    std::uint32_t node = LineOn::kNoNode;
  };
  glm::ivec2 cellOf(const glm::vec2& p) const;
  Cell at(int x, int y) const;
  void add(const Triangle& triangle, std::uint32_t node);

  glm::vec2 low_;
  int width_, height_;
  std::vector<Cell> nearest_;
};

/// Adds the stretches of a line that nothing hides.
void addShown(const LineOn& line, const Depth& depth, std::vector<Line2>& out);

}  // namespace renderer
