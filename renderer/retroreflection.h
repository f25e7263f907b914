// What beaded and prismatic tape sends back to a lamp beside the eye.
#pragma once

namespace renderer {

/// The share of its best return, 0..1, at an entrance angle (between the surface's normal and the lamp), in
/// degrees from 0. Nothing comes back from beyond kReturnEnd_deg.
float returnedShare(float entrance_deg);

/// The curve's constants, which the shader of the night shares.
inline constexpr float kReturnHalf_deg = 31.0f;  ///< where half comes back
inline constexpr float kReturnFade_deg = 55.0f;  ///< from here on it fades out
inline constexpr float kReturnEnd_deg = 75.0f;

}  // namespace renderer
