#include "renderer/gl/pixel_box.h"

#include <algorithm>
#include <glm/common.hpp>
#include <glm/vec4.hpp>

namespace renderer::gl {

PixelBox pixelBoxOf(const Bounds& bounds, const glm::mat4& view_projection, glm::vec2 size, float margin) {
  if (bounds.min.x > bounds.max.x) return {};
  glm::vec2 low = size;
  glm::vec2 high(0.0f);
  for (int i = 0; i < 8; ++i) {
    const glm::vec4 corner((i & 1) ? bounds.max.x : bounds.min.x, (i & 2) ? bounds.max.y : bounds.min.y,
                           (i & 4) ? bounds.max.z : bounds.min.z, 1.0f);
    const glm::vec4 clip = view_projection * corner;
    if (clip.w <= 0.0f) return {0, 0, static_cast<int>(size.x), static_cast<int>(size.y)};
    const glm::vec2 pixel = (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * size;
    low = glm::min(low, pixel - margin);
    high = glm::max(high, pixel + margin);
  }
  low = glm::max(low, glm::vec2(0.0f));
  high = glm::min(high, size);
  const glm::ivec2 first(low);
  const glm::ivec2 last(glm::ceil(high));
  return {first.x, first.y, std::max(last.x - first.x, 0), std::max(last.y - first.y, 0)};
}

}  // namespace renderer::gl
