// sRGB and linear light (IEC 61966-2-1), 0..1 each.
#pragma once

#include <algorithm>
#include <cmath>

namespace renderer {

/// `srgb` is clamped to 0..1.
inline float linearOf(float srgb) {
  const float c = std::clamp(srgb, 0.0f, 1.0f);
  return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

/// `light` is 0..1.
inline float srgbOf(float light) {
  return light <= 0.0031308f ? 12.92f * light : 1.055f * std::pow(light, 1 / 2.4f) - 0.055f;
}

}  // namespace renderer
