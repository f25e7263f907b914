// The shaders of the smaller passes: shadow depth, picking, ground, ambient occlusion and the final picture.
#include "renderer/gl/shader_text.h"

namespace renderer::gl {

const char* const kDepthVertex = R"(
layout(location = 0) in vec3 aPosition;
layout(location = 4) in uvec2 aIds;
uniform mat4 uViewProjection;
uniform sampler2D uMaterials;
flat out float vCover;
void main() {
  vec4 show = texelFetch(uMaterials, ivec2(3, int(aIds.y)), 0);
  vCover = show.x > 0.5 ? show.z : 2.0;
  gl_Position = uViewProjection * vec4(aPosition, 1.0);
}
)";

// A see-through part blocks its share of the light: an ordered pattern, which the soft shadow blurs.
const char* const kDepthFragment = R"(
flat in float vCover;
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) & 3;
  int order = ((p.x ^ p.y) & 1) * 8 + (p.y & 1) * 4 + (((p.x ^ p.y) >> 1) & 1) * 2 + ((p.y >> 1) & 1);
  if ((float(order) + 0.5) / 16.0 > vCover) discard;
}
)";

const char* const kIdVertex = R"(
layout(location = 0) in vec3 aPosition;
layout(location = 4) in uvec2 aIds;
uniform mat4 uViewProjection;
flat out uint vId;
void main() {
  vId = aIds.x + 1u;
  gl_Position = uViewProjection * vec4(aPosition, 1.0);
}
)";

const char* const kIdFragment = R"(
flat in uint vId;
out uint oId;
void main() { oId = vId; }
)";

// Seen from below: how near the ground a surface hangs. Red fades within a hand's breadth, green within an
// arm's.
const char* const kContactVertex = R"(
layout(location = 0) in vec3 aPosition;
uniform mat4 uViewProjection;
uniform float uGround;
out float vHeight;
void main() {
  vHeight = aPosition.y - uGround;
  gl_Position = uViewProjection * vec4(aPosition, 1.0);
}
)";

const char* const kContactFragment = R"(
in float vHeight;
out vec4 oColor;
void main() {
  float near = clamp(1.0 - vHeight / 45.0, 0.0, 1.0);
  float wide = clamp(1.0 - vHeight / 420.0, 0.0, 1.0);
  oColor = vec4(near * near, wide * wide, 0.0, 1.0);
}
)";

const char* const kMaskFragment = R"(
out vec4 oColor;
void main() { oColor = vec4(1.0); }
)";

const char* const kScreenVertex = R"(
out vec2 vUv;
void main() {
  vUv = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(vUv * 2.0 - 1.0, 0.0, 1.0);
}
)";

// The key light's shadow as it lies on the ground.
const char* const kGroundShadowFragment = R"(
in vec2 vUv;
uniform mat4 uLight;
uniform vec3 uCentre;
uniform float uReach;
uniform sampler2DShadow uShadowMap;
out vec4 oColor;
void main() {
  vec3 p = uCentre + vec3((vUv.x * 2.0 - 1.0) * uReach, 0.0, (vUv.y * 2.0 - 1.0) * uReach);
  vec3 at = (uLight * vec4(p, 1.0)).xyz * 0.5 + 0.5;
  vec2 texel = 1.5 / vec2(textureSize(uShadowMap, 0));
  float lit = 0.0;
  for (int j = -1; j <= 1; ++j)
    for (int i = -1; i <= 1; ++i) lit += texture(uShadowMap, vec3(at.xy + vec2(i, j) * texel, at.z - 0.0005));
  oColor = vec4(0.0, 0.0, 1.0 - lit / 9.0, 0.0);
}
)";

const char* const kBlurFragment = R"(
in vec2 vUv;
uniform sampler2D uSource;
uniform vec2 uAlong;
uniform vec3 uRadius;
out vec4 oColor;
void main() {
  vec3 sum = vec3(0.0);
  float weight = 0.0;
  for (int i = -8; i <= 8; ++i) {
    float t = float(i) / 8.0;
    float w = exp(-t * t * 2.5);
    sum.r += w * texture(uSource, vUv + uAlong * t * uRadius.x).r;
    sum.g += w * texture(uSource, vUv + uAlong * t * uRadius.y).g;
    sum.b += w * texture(uSource, vUv + uAlong * t * uRadius.z).b;
    weight += w;
  }
  oColor = vec4(sum / weight, 1.0);
}
)";

const char* const kGroundVertex = R"(
uniform mat4 uViewProjection;
uniform vec3 uCentre;
uniform float uReach;
out vec2 vUv;
void main() {
  vUv = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec3 p = uCentre + vec3((vUv.x * 2.0 - 1.0) * uReach, 0.0, (vUv.y * 2.0 - 1.0) * uReach);
  gl_Position = uViewProjection * vec4(p, 1.0);
}
)";

const char* const kGroundFragment = R"(
in vec2 vUv;
uniform sampler2D uShade;
uniform float uShadowStrength;
out vec4 oColor;
void main() {
  vec3 shade = texture(uShade, vUv).rgb;
  float open = (1.0 - 0.62 * shade.r) * (1.0 - 0.50 * shade.g) * (1.0 - uShadowStrength * shade.b);
  float edge = smoothstep(1.0, 0.7, length(vUv * 2.0 - 1.0));
  oColor = vec4(0.0, 0.0, 0.0, (1.0 - open) * edge);
}
)";

// Scalable ambient obscurance (McGuire, Mara, Luebke 2012) from depth alone.
const char* const kOcclusionFragment = R"(
in vec2 vUv;
uniform sampler2D uDepth;
uniform mat4 uProjection;
uniform vec2 uSize;
uniform float uRadius;
out vec4 oColor;
vec3 positionAt(vec2 uv) {
  float depth = texture(uDepth, uv).r * 2.0 - 1.0;
  float z = -uProjection[3][2] / (depth + uProjection[2][2]);
  return vec3((uv * 2.0 - 1.0) * -z / vec2(uProjection[0][0], uProjection[1][1]), z);
}
void main() {
  float depth = texture(uDepth, vUv).r;
  if (depth >= 1.0) {
    oColor = vec4(1.0);
    return;
  }
  vec2 step = 1.0 / uSize;
  vec3 p = positionAt(vUv);
  vec3 l = p - positionAt(vUv - vec2(step.x, 0.0)), r = positionAt(vUv + vec2(step.x, 0.0)) - p;
  vec3 d = p - positionAt(vUv - vec2(0.0, step.y)), u = positionAt(vUv + vec2(0.0, step.y)) - p;
  vec3 n = normalize(cross(abs(l.z) < abs(r.z) ? l : r, abs(d.z) < abs(u.z) ? d : u));
  float reach = uRadius * uProjection[1][1] * 0.5 / -p.z;
  ivec2 pixel = ivec2(gl_FragCoord.xy) & 3;
  float turn = float(pixel.x * 4 + pixel.y + (pixel.x & 1) * 7) * 0.392699;
  float sum = 0.0;
  for (int i = 0; i < 10; ++i) {
    float t = (float(i) + 0.5) / 10.0;
    float angle = t * 18.8496 + turn;
    vec2 offset = vec2(cos(angle) * uSize.y / uSize.x, sin(angle)) * reach * t;
    vec3 w = positionAt(vUv + offset) - p;
    float away = dot(w, w);
    float fall = max(1.0 - away / (uRadius * uRadius), 0.0);
    sum += fall * fall * max(dot(w, n) * inversesqrt(away + 0.01) - 0.12, 0.0);
  }
  oColor = vec4(vec3(clamp(1.0 - sum * 0.26, 0.0, 1.0)), 1.0);
}
)";

// Averages the 4 x 4 turning pattern away, not across edges of depth.
const char* const kOcclusionBlurFragment = R"(
uniform sampler2D uSource;
uniform sampler2D uDepth;
uniform mat4 uProjection;
uniform float uRadius;
out vec4 oColor;
float distanceAt(ivec2 p) { return uProjection[3][2] / (texelFetch(uDepth, p, 0).r * 2.0 - 1.0 + uProjection[2][2]); }
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(uSource, 0) - 1;
  float here = distanceAt(at);
  float sum = 0.0, weight = 0.0;
  for (int j = -2; j < 2; ++j) {
    for (int i = -2; i < 2; ++i) {
      ivec2 p = clamp(at + ivec2(i, j), ivec2(0), last);
      float w = max(1.0 - abs(distanceAt(p) - here) / (uRadius * 0.5), 0.0) + 1e-4;
      sum += w * texelFetch(uSource, p, 0).r;
      weight += w;
    }
  }
  oColor = vec4(vec3(sum / weight), 1.0);
}
)";

// Joins the samples of a pixel in linear light, lays them over the backdrop, draws the outline, encodes to
// sRGB. uBackdrop: 0 studio, 1 dark, 2 transparent.
const char* const kPictureFragment = R"(
#if SAMPLES > 1
uniform sampler2DMS uScene;
#else
uniform sampler2D uScene;
#endif
uniform sampler2D uMask;
uniform int uBackdrop;
uniform int uOutlined;
uniform vec2 uSize;
uniform float uOutlineWidth;
in vec2 vUv;
out vec4 oColor;
vec3 encoded(vec3 c) { return mix(1.055 * pow(max(c, 0.0), vec3(1.0 / 2.4)) - 0.055, c * 12.92, lessThan(c, vec3(0.0031308))); }
vec3 linear(vec3 c) { return mix(pow((c + 0.055) / 1.055, vec3(2.4)), c / 12.92, lessThan(c, vec3(0.04045))); }
const vec3 kInner = vec3(43.0, 48.0, 56.0) / 255.0;
const vec3 kOuter = vec3(21.0, 23.0, 27.0) / 255.0;
const vec3 kDark = vec3(20.0, 22.0, 26.0) / 255.0;
const vec3 kLime = vec3(200.0, 240.0, 49.0) / 255.0;
float outline() {
  float inside = texture(uMask, vUv).r;
  float near = 0.0;
  for (int i = 0; i < 16; ++i) {
    float angle = float(i) * 0.3926991;
    vec2 d = vec2(cos(angle), sin(angle)) * uOutlineWidth / uSize;
    near += texture(uMask, vUv + d).r + 0.5 * texture(uMask, vUv + d * 0.5).r;
  }
  return smoothstep(0.0, 2.0, near) * (1.0 - inside);
}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
#if SAMPLES > 1
  vec4 scene = vec4(0.0);
  for (int i = 0; i < SAMPLES; ++i) scene += texelFetch(uScene, at, i);
  scene /= float(SAMPLES);
#else
  vec4 scene = texelFetch(uScene, at, 0);
#endif
  vec4 result;
  if (uBackdrop == 2) {
    result = vec4(scene.a > 0.0 ? encoded(min(scene.rgb / scene.a, 1.0)) : vec3(0.0), scene.a);
  } else {
    vec3 back = kDark;
    float grain = 0.0;
    if (uBackdrop == 0) {
      vec2 d = (vUv - vec2(0.5, 0.54)) * vec2(min(uSize.x / uSize.y, 1.6), 1.0);
      back = mix(kInner, kOuter, smoothstep(0.0, 0.95, length(d)));
      // Less than one step of an 8-bit channel, in a fixed 8 x 8 order: the dark ramp must not show bands.
      int x = at.x, y = at.y, q = x ^ y;
      int order = ((q & 1) << 5) | ((y & 1) << 4) | ((q & 2) << 2) | ((y & 2) << 1) | ((q & 4) >> 1) | ((y & 4) >> 2);
      grain = (float(order) + 0.5) / 64.0 - 0.5;
    }
    vec3 color = encoded(linear(back) * (1.0 - scene.a) + scene.rgb);
    result = vec4(color + grain / 255.0 * (1.0 - scene.a), 1.0);
  }
  if (uOutlined != 0) {
    float line = outline();
    result.rgb = mix(result.rgb, kLime, line);
    result.a = max(result.a, line);
  }
  oColor = result;
}
)";

}  // namespace renderer::gl
