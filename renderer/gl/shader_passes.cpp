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

// Where the surface shader puts the same vertex, to the bit.
const char* const kPlaceVertex = R"(
layout(location = 0) in vec3 aPosition;
uniform mat4 uViewProjection;
invariant gl_Position;
void main() { gl_Position = uViewProjection * vec4(aPosition, 1.0); }
)";

const char* const kNothingFragment = R"(
void main() {}
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

// Retroreflective parts by number where their outside shows, 0 for all that hides them. What is see-through
// hides its share, in the pattern of kDepthFragment.
const char* const kVisibleVertex = R"(
layout(location = 0) in vec3 aPosition;
layout(location = 4) in uvec2 aIds;
uniform mat4 uViewProjection;
uniform sampler2D uMaterials;
flat out uint vId;
flat out float vCover;
void main() {
  bool reflective = texelFetch(uMaterials, ivec2(1, int(aIds.y)), 0).w > 0.5;
  vec4 show = texelFetch(uMaterials, ivec2(3, int(aIds.y)), 0);
  vId = reflective ? aIds.x + 1u : 0u;
  vCover = show.x > 0.5 ? show.z : 2.0;
  gl_Position = uViewProjection * vec4(aPosition, 1.0);
}
)";

const char* const kVisibleFragment = R"(
flat in uint vId;
flat in float vCover;
out uint oId;
void main() {
  ivec2 p = ivec2(gl_FragCoord.xy) & 3;
  int order = ((p.x ^ p.y) & 1) * 8 + (p.y & 1) * 4 + (((p.x ^ p.y) >> 1) & 1) * 2 + ((p.y >> 1) & 1);
  if ((float(order) + 0.5) / 16.0 > vCover) discard;
  oId = gl_FrontFacing ? vId : 0u;
}
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
  oColor = vec4(0.0, 0.0, 1.0 - texture(uShadowMap, vec3(at.xy, at.z - 0.0005)), 0.0);
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
  for (int i = -4; i <= 4; ++i) {
    float t = float(i) / 4.0;
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

// Scalable ambient obscurance (McGuire, Mara, Luebke 2012) from depth alone: how open a place is, and how far
// from the eye.
const char* const kOcclusionFragment = R"(
in vec2 vUv;
uniform sampler2D uDepth;
uniform mat4 uProjection;
uniform vec2 uSize;
uniform float uRadius;
out vec4 oColor;
// A spiral of three turns, in shares of the radius.
const vec2 kSpiral[10] = vec2[](
  vec2(0.0294, 0.0405), vec2(-0.1427, 0.0464), vec2(0.0000, -0.2500), vec2(0.3329, 0.1082), vec2(-0.2645, 0.3641),
  vec2(-0.3233, -0.4450), vec2(0.6182, -0.2008), vec2(-0.0000, 0.7500), vec2(-0.8084, -0.2627), vec2(0.5584, -0.7685));
vec3 positionAt(vec2 uv) {
  float depth = texture(uDepth, uv).r * 2.0 - 1.0;
  float z = -uProjection[3][2] / (depth + uProjection[2][2]);
  return vec3((uv * 2.0 - 1.0) * -z / vec2(uProjection[0][0], uProjection[1][1]), z);
}
void main() {
  float depth = texture(uDepth, vUv).r;
  vec3 p = positionAt(vUv);
  if (depth >= 1.0) {
    oColor = vec4(1.0, -p.z, 0.0, 1.0);
    return;
  }
  vec2 step = 1.0 / uSize;
  vec3 l = p - positionAt(vUv - vec2(step.x, 0.0)), r = positionAt(vUv + vec2(step.x, 0.0)) - p;
  vec3 d = p - positionAt(vUv - vec2(0.0, step.y)), u = positionAt(vUv + vec2(0.0, step.y)) - p;
  vec3 n = normalize(cross(abs(l.z) < abs(r.z) ? l : r, abs(d.z) < abs(u.z) ? d : u));
  float reach = uRadius * uProjection[1][1] * 0.5 / -p.z;
  ivec2 pixel = ivec2(gl_FragCoord.xy) & 3;
  float turn = float(pixel.x * 4 + pixel.y + (pixel.x & 1) * 7) * 0.392699;
  mat2 turned = mat2(cos(turn), sin(turn), -sin(turn), cos(turn));
  vec2 scale = vec2(uSize.y / uSize.x, 1.0) * reach;
  float sum = 0.0;
  for (int i = 0; i < 10; ++i) {
    vec2 offset = turned * kSpiral[i] * scale;
    vec3 w = positionAt(vUv + offset) - p;
    float away = dot(w, w);
    float fall = max(1.0 - away / (uRadius * uRadius), 0.0);
    sum += fall * fall * max(dot(w, n) * inversesqrt(away + 0.01) - 0.12, 0.0);
  }
  oColor = vec4(clamp(1.0 - sum * 0.26, 0.0, 1.0), -p.z, 0.0, 1.0);
}
)";

// Averages the 4 x 4 turning pattern away, not across edges of depth.
const char* const kOcclusionBlurFragment = R"(
uniform sampler2D uSource;
uniform float uRadius;
out vec4 oColor;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  ivec2 last = textureSize(uSource, 0) - 1;
  float here = texelFetch(uSource, at, 0).g;
  float sum = 0.0, weight = 0.0;
  for (int j = -2; j < 2; ++j) {
    for (int i = -2; i < 2; ++i) {
      vec2 seen = texelFetch(uSource, clamp(at + ivec2(i, j), ivec2(0), last), 0).rg;
      float w = max(1.0 - abs(seen.g - here) / (uRadius * 0.5), 0.0) + 1e-4;
      sum += w * seen.r;
      weight += w;
    }
  }
  oColor = vec4(vec3(sum / weight), 1.0);
}
)";

// The studio wall: a soft pool of light. Written as encoded sRGB; the linear copy is taken when it is drawn.
const char* const kBackdropFragment = R"(
uniform vec2 uSize;
in vec2 vUv;
out vec4 oColor;
const vec3 kInner = vec3(43.0, 48.0, 56.0) / 255.0;
const vec3 kOuter = vec3(21.0, 23.0, 27.0) / 255.0;
void main() {
  vec2 d = (vUv - vec2(0.5, 0.54)) * vec2(min(uSize.x / uSize.y, 1.6), 1.0);
  vec3 back = mix(kInner, kOuter, smoothstep(0.0, 0.95, length(d)));
  // Less than one step of an 8-bit channel, in a fixed 4 x 4 order: the dark ramp must not show bands.
  int x = int(gl_FragCoord.x), y = int(gl_FragCoord.y), q = x ^ y;
  int order = ((q & 1) << 3) | ((y & 1) << 2) | (q & 2) | ((y & 2) >> 1);
  oColor = vec4(back + ((float(order) + 0.5) / 16.0 - 0.5) / 255.0, 1.0);
}
)";

const char* const kCopyFragment = R"(
uniform sampler2D uSource;
out vec4 oColor;
void main() { oColor = texelFetch(uSource, ivec2(gl_FragCoord.xy), 0); }
)";

// A lime line round the mask, as wide as uWidth pixels.
const char* const kOutlineFragment = R"(
uniform sampler2D uMask;
uniform vec2 uSize;
uniform float uWidth;
uniform float uStraight;
out vec4 oColor;
void main() {
  vec2 at = gl_FragCoord.xy / uSize;
  float near = 0.0;
  for (int i = 0; i < 16; ++i) {
    float angle = float(i) * 0.3926991;
    vec2 d = vec2(cos(angle), sin(angle)) * uWidth / uSize;
    near += texture(uMask, at + d).r + 0.5 * texture(uMask, at + d * 0.5).r;
  }
  float line = smoothstep(0.0, 2.0, near) * (1.0 - texture(uMask, at).r);
  oColor = vec4(vec3(200.0, 240.0, 49.0) / 255.0 * mix(line, 1.0, uStraight), line);
}
)";

// Joins the samples of a transparent picture in linear light and divides the colour by its cover, as PNG
// wants it.
const char* const kUnmultiplyFragment = R"(
#if SAMPLES > 1
uniform sampler2DMS uScene;
#else
uniform sampler2D uScene;
#endif
out vec4 oColor;
void main() {
  vec4 sum = vec4(0.0);
#if SAMPLES > 1
  for (int i = 0; i < SAMPLES; ++i) sum += texelFetch(uScene, ivec2(gl_FragCoord.xy), i) / float(SAMPLES);
#else
  sum = texelFetch(uScene, ivec2(gl_FragCoord.xy), 0);
#endif
  vec3 c = sum.a > 0.0 ? clamp(sum.rgb / sum.a, 0.0, 1.0) : vec3(0.0);
  oColor = vec4(mix(1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, c * 12.92, lessThan(c, vec3(0.0031308))), sum.a);
}
)";

}  // namespace renderer::gl
