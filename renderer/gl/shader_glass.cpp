// Glass: what is see-through shows as a tint and, where it turns away from the eye, as a bright rim.
#include "renderer/gl/shader_text.h"

namespace renderer::gl {

// Nearly all of what lies behind comes through, and the rims add to it: so it hardly matters in which order
// the layers are drawn.
const char* const kGlassFragment = R"(
in vec3 vPosition;
in vec3 vNormal;
flat in vec4 vBase;
uniform vec3 uEye;
uniform vec3 uKeyDirection;
uniform vec3 uRimDirection;
out vec4 oColor;

void main() {
  vec3 v = normalize(uEye - vPosition);
  vec3 n = normalize(vNormal) * (gl_FrontFacing ? 1.0 : -1.0);
  float n_v = max(dot(n, v), 0.0);
  float rim = pow(1.0 - n_v, 2.6);
  vec3 h = normalize(v + uKeyDirection);
  float glint = pow(max(dot(n, h), 0.0), 60.0) * 0.10 + pow(max(dot(n, normalize(v + uRimDirection)), 0.0), 40.0) * 0.06;
  float alpha = vBase.a * (0.75 + 0.25 * rim);
  // Dark cloth as glass is light all the same.
  vec3 tint = mix(vBase.rgb, vec3(0.52, 0.60, 0.68), 0.45);
  float lit = 0.55 + 0.35 * max(dot(n, uKeyDirection), 0.0);
  vec3 color = tint * lit * alpha + mix(vec3(0.55, 0.74, 0.92), tint, 0.25) * rim * 0.26 + vec3(glint);
  oColor = vec4(color, clamp(alpha + rim * 0.10, 0.0, 1.0));
}
)";

}  // namespace renderer::gl
