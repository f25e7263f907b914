// The pyramid, and triangles against it.
#include "renderer/gl/hidden_triangles.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <glm/common.hpp>
#include <glm/vec4.hpp>
#include <utility>

#include "renderer/require.h"

namespace renderer::gl {
namespace {

// More than a 24-bit depth's step, far less than the gap between two layers of cloth.
constexpr float kBehind = 1e-6f;
// Texels on each side of a triangle: the map has one depth for several pixels of the picture.
constexpr int kMargin = 1;
// A rectangle is looked up in the level where it has at most so many texels a side.
constexpr int kLookedAt = 4;

std::size_t indexIn(glm::ivec2 size, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(size.x) + static_cast<std::size_t>(x);
}

/// A corner in texels of the map, and its depth; w is not positive behind the eye.
struct Corner {
  glm::vec2 at{0.0f};
  float depth = 0.0f;
  float w = 0.0f;
};

std::vector<Corner> projected(const std::vector<glm::vec3>& positions, const glm::mat4& view_projection,
                              glm::vec2 size) {
  std::vector<Corner> corners;
  corners.reserve(positions.size());
  for (const glm::vec3& position : positions) {
    const glm::vec4 clip = view_projection * glm::vec4(position, 1.0f);
    const float scale = clip.w > 0.0f ? 0.5f / clip.w : 0.0f;
    corners.push_back({(glm::vec2(clip) * scale + 0.5f) * size, clip.z * scale + 0.5f, clip.w});
  }
  return corners;
}

bool isHidden(const Corner& a, const Corner& b, const Corner& c, const FarthestDepths& depths) {
  if (a.w <= 0.0f || b.w <= 0.0f || c.w <= 0.0f) return false;
  const glm::vec2 margin(kMargin);
  // Kept within what an int holds, however far outside of the picture a corner lies.
  const glm::vec2 edge = glm::vec2(depths.size()) + 2.0f * margin;
  const glm::vec2 low = glm::clamp(glm::min(glm::min(a.at, b.at), c.at) - margin, -edge, edge);
  const glm::vec2 high = glm::clamp(glm::max(glm::max(a.at, b.at), c.at) + margin, -edge, edge);
  const float nearest = std::min({a.depth, b.depth, c.depth});
  return nearest > depths.within(glm::ivec2(glm::floor(low)), glm::ivec2(glm::floor(high))) + kBehind;
}

}  // namespace

FarthestDepths::FarthestDepths(glm::ivec2 size, std::vector<float> depths) {
  require(size.x > 0 && size.y > 0 && depths.size() == indexIn(size, 0, size.y),
          "a depth map has a depth for each of its texels");
  levels_.push_back({size, std::move(depths)});
  while (size.x > 1 || size.y > 1) {
    const glm::ivec2 half = (size + 1) / 2;
    Level level{half, {}};
    level.depths.reserve(indexIn(half, 0, half.y));
    const std::vector<float>& finer = levels_.back().depths;
    for (int y = 0; y < half.y; ++y) {
      const int top = 2 * y, bottom = std::min(2 * y + 1, size.y - 1);
      for (int x = 0; x < half.x; ++x) {
        const int left = 2 * x, right = std::min(2 * x + 1, size.x - 1);
        level.depths.push_back(
            std::max({finer[indexIn(size, left, top)], finer[indexIn(size, right, top)],
                      finer[indexIn(size, left, bottom)], finer[indexIn(size, right, bottom)]}));
      }
    }
    levels_.push_back(std::move(level));
    size = half;
  }
}

float FarthestDepths::within(glm::ivec2 low, glm::ivec2 high) const {
  low = glm::max(low, 0);
  high = glm::min(high, size() - 1);
  float farthest = -1.0f;
  if (low.x > high.x || low.y > high.y) return farthest;
  std::size_t level = 0;
  while (high.x - low.x >= kLookedAt || high.y - low.y >= kLookedAt) {
    low /= 2;
    high /= 2;
    ++level;
  }
  const Level& looked_at = levels_[level];
  for (int y = low.y; y <= high.y; ++y) {
    for (int x = low.x; x <= high.x; ++x)
      farthest = std::max(farthest, looked_at.depths[indexIn(looked_at.size, x, y)]);
  }
  return farthest;
}

std::vector<bool> hiddenTriangles(const std::vector<glm::vec3>& positions,
                                  const std::vector<std::uint32_t>& indices, const glm::mat4& view_projection,
                                  const FarthestDepths& depths) {
  const std::vector<Corner> corners = projected(positions, view_projection, glm::vec2(depths.size()));
  std::vector<bool> hidden;
  hidden.reserve(indices.size() / 3);
  for (std::size_t k = 0; k + 2 < indices.size(); k += 3) {
    hidden.push_back(isHidden(corners[indices[k]], corners[indices[k + 1]], corners[indices[k + 2]], depths));
  }
  return hidden;
}

}  // namespace renderer::gl
