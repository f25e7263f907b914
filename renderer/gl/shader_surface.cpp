// The shader of every visible surface: cloth, webbing, plastic, metal. Lit in linear light, world space, mm.
#include "renderer/gl/shader_text.h"

namespace renderer::gl {

const char* const kVersion = "#version 330 core\n";

// The tone curve is Khronos' PBR Neutral, which leaves the base colours of a product as they are below 0.76
// and bends only the highlights.
const char* const kClothFunctions = R"(
// A material's picture at a place: its colour, and how much it covers.
vec4 pictureAt(sampler2DArray pictures, vec4 picture, vec2 uv) {
  vec4 seen = texture(pictures, vec3(uv * picture.yz, picture.x - 1.0));
  return vec4(seen.rgb / max(seen.a, 0.002), seen.a);
}

vec3 bentHighlights(vec3 color) {
  float peak = max(color.r, max(color.g, color.b));
  if (peak < 0.76) return color;
  float bent = 1.0 - 0.0576 / (peak + 0.24 - 0.76);
  color *= bent / peak;
  return mix(color, vec3(bent), 1.0 - 1.0 / (0.15 * (peak - bent) + 1.0));
}

// The normal of yarns whose slopes along u and v these are, on cloth seen from v; facing: 1 or -1.
vec3 wovenNormal(vec3 n, vec4 tangent, float facing, vec2 slope, vec3 v) {
  vec3 t = normalize(tangent.xyz - n * dot(n, tangent.xyz));
  vec3 b = cross(n, t) * tangent.w * facing;
  n = normalize(n + 2.0 * (t * slope.x + b * slope.y));
  // A normal bent away from the eye would make black specks at silhouettes.
  return normalize(n + v * max(0.02 - dot(n, v), 0.0));
}
)";

// A material is one row of five texels: see material_table.cpp.
const char* const kSurfaceVertex = R"(
layout(location = 0) in vec3 aPosition;
layout(location = 1) in vec3 aNormal;
layout(location = 2) in vec4 aTangent;
layout(location = 3) in vec2 aUv;
layout(location = 4) in uvec2 aIds;
uniform mat4 uViewProjection;
uniform mat4 uLight;
uniform vec3 uKeyDirection;
uniform float uShadowOffset;
uniform sampler2D uMaterials;
out vec3 vPosition;
out vec3 vNormal;
out vec4 vTangent;
out vec2 vUv;
out vec3 vShadow;
flat out vec4 vBase;
flat out vec4 vSurface;
flat out vec4 vWeave;
flat out vec4 vShow;
flat out vec4 vPicture;
invariant gl_Position;
void main() {
  int row = int(aIds.y);
  vBase = texelFetch(uMaterials, ivec2(0, row), 0);
  vSurface = texelFetch(uMaterials, ivec2(1, row), 0);
  vWeave = texelFetch(uMaterials, ivec2(2, row), 0);
  vShow = texelFetch(uMaterials, ivec2(3, row), 0);
  vPicture = texelFetch(uMaterials, ivec2(4, row), 0);
  vPosition = aPosition;
  vNormal = aNormal;
  vTangent = aTangent;
  vUv = aUv;
  // Away from the surface, on the lit side: a slanted surface must not shadow itself.
  float side = dot(aNormal, uKeyDirection) < 0.0 ? -1.0 : 1.0;
  vec4 lit = uLight * vec4(aPosition + aNormal * side * uShadowOffset, 1.0);
  vShadow = lit.xyz * 0.5 + 0.5;
  gl_Position = uViewProjection * vec4(aPosition, 1.0);
}
)";

// Sources: GGX and Smith terms after Walter et al. 2007 in Hammon's short form; the analytic environment term
// after Karis, "Physically Based Shading on Mobile" (2014).
const char* const kSurfaceFragment = R"(
in vec3 vPosition;
in vec3 vNormal;
in vec4 vTangent;
in vec2 vUv;
in vec3 vShadow;
flat in vec4 vBase;
flat in vec4 vSurface;
flat in vec4 vWeave;
flat in vec4 vShow;
flat in vec4 vPicture;
uniform vec3 uEye;
uniform vec3 uKeyDirection;
uniform vec3 uFillDirection;
uniform vec3 uRimDirection;
uniform vec2 uShadowSpread;
uniform int uShadowTaps;
uniform float uShadowed;
uniform vec2 uPixel;
uniform sampler2DArray uWeaves;
uniform sampler2DArray uPictures;
uniform sampler2DShadow uShadowMap;
uniform sampler2D uOcclusion;
out vec4 oColor;

// The first four alone spread over the disc, too.
const vec2 kDisc[12] = vec2[](
  vec2(0.38, 0.40), vec2(-0.28, 0.58), vec2(-0.52, -0.35), vec2(0.15, -0.42), vec2(0.13, 0.10), vec2(-0.35, 0.12),
  vec2(0.65, -0.20), vec2(-0.05, -0.78), vec2(0.10, 0.86), vec2(-0.86, 0.20), vec2(0.62, -0.68), vec2(0.88, 0.32));

float litByKey() {
  float sum = 0.0;
  for (int i = 0; i < uShadowTaps; ++i) {
    sum += texture(uShadowMap, vec3(vShadow.xy + kDisc[i] * uShadowSpread, vShadow.z));
  }
  return sum / float(uShadowTaps);
}

// The studio as a smooth function of direction: floor to ceiling, a soft box at the key, a strip at the rim.
vec3 studio(vec3 d, float roughness) {
  float spread = mix(48.0, 2.0, sqrt(roughness));
  float level = mix(0.06, 0.42, smoothstep(-0.5, 0.9, d.y));
  float box = pow(max(dot(d, uKeyDirection), 0.0), spread) * mix(1.5, 0.5, roughness);
  float strip = pow(max(dot(d, uRimDirection), 0.0), spread) * mix(1.1, 0.4, roughness);
  float window = pow(max(dot(d, uFillDirection), 0.0), spread) * mix(0.5, 0.2, roughness);
  return vec3(level) + vec3(1.0, 0.98, 0.95) * box + vec3(0.92, 0.96, 1.0) * (strip + window);
}

vec2 environmentTerm(float roughness, float n_v) {
  vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
  float a = min(r.x * r.x, exp2(-9.28 * n_v)) * r.x + r.y;
  return vec2(-1.04, 1.04) * a + r.zw;
}

float ggx(vec3 n, vec3 v, vec3 l, float roughness) {
  vec3 h = normalize(v + l);
  float n_h = max(dot(n, h), 0.0);
  float n_l = max(dot(n, l), 0.0);
  float n_v = max(dot(n, v), 0.05);
  float a = max(roughness * roughness, 0.02);
  float d = n_h * n_h * (a * a - 1.0) + 1.0;
  return a * a / (d * d) / (2.0 * mix(2.0 * n_l * n_v, n_l + n_v, a)) * n_l;
}

vec3 toneMap(vec3 color) {
  float x = min(color.r, min(color.g, color.b));
  color -= 0.5 * (x < 0.08 ? x - 6.25 * x * x : 0.04);
  return bentHighlights(color);
}

void main() {
  vec3 v = normalize(uEye - vPosition);
  float facing = gl_FrontFacing ? 1.0 : -1.0;
  // The bias takes the next coarser average: a weave near the size of a pixel would make moire.
  vec4 tile = texture(uWeaves, vec3(vUv * vWeave.y, vWeave.x), 0.6);
  vec2 slow = texture(uWeaves, vec3(vUv / 190.0, WRINKLES)).rg;
  vec2 slope = (tile.rg - 0.5019608) * vWeave.z + (slow - 0.5019608) * vWeave.w;
  vec3 n = wovenNormal(normalize(vNormal) * facing, vTangent, facing, slope, v);

  float tone = tile.b * 1.25;
  float alpha = vShow.x > 0.5 ? tile.a * vBase.a : 1.0;
  // No cloth returns all light: white keeps room for its folds.
  vec3 base = vBase.rgb * tone * 0.92;
  if (vPicture.x > 0.5) {
    vec4 picture = pictureAt(uPictures, vPicture, vUv);
    base = picture.rgb * tone * 0.92;
    alpha *= picture.a;
  }
  float roughness = vSurface.x;
  float metallic = vSurface.y;
  float occlusion = texture(uOcclusion, gl_FragCoord.xy * uPixel).r;
  float lit = mix(1.0, litByKey(), uShadowed);
  float n_v = max(dot(n, v), 0.0);

  float key = max(dot(n, uKeyDirection), 0.0) * lit * 0.84;
  float fill = (0.5 + 0.5 * dot(n, uFillDirection)) * 0.22 * occlusion;
  float rim = max(dot(n, uRimDirection), 0.0) * 0.30;
  float sky = mix(0.14, 0.38, 0.5 + 0.5 * n.y) * occlusion;
  vec3 light = vec3(1.0, 0.98, 0.95) * key + vec3(0.94, 0.97, 1.0) * (fill + rim + sky);
  // Light that bounces inside folds keeps the colour of the cloth.
  light += base * (1.0 - occlusion) * 0.16;
  vec3 diffuse = base * (1.0 - metallic) * light;

  vec3 f0 = mix(vec3(0.04), base, metallic);
  vec2 term = environmentTerm(roughness, n_v);
  vec3 around = studio(reflect(-v, n), roughness) * (f0 * term.x + term.y) * mix(1.0, occlusion * occlusion, 0.85);
  vec3 glint = (f0 + (1.0 - f0) * pow(1.0 - n_v, 5.0) * (1.0 - roughness)) * ggx(n, v, uKeyDirection, roughness);
  glint += f0 * ggx(n, v, uRimDirection, roughness) * 0.4;
  vec3 specular = around + glint * 0.9 * lit;

  vec3 nap = mix(base, vec3(dot(base, vec3(0.33))), 0.3) + 0.02;
  vec3 sheen = nap * vSurface.z * pow(1.0 - n_v, 3.0) * (0.35 + 0.9 * light) * occlusion;
  float toward = pow(n_v, 6.0) * vSurface.w;
  vec3 color = diffuse + specular * mix(1.0, 0.35, vSurface.z) + sheen + base * toward * 0.35;
  color = toneMap(color);
  oColor = vec4(color * (vShow.x > 0.5 ? mix(alpha, 1.0, vShow.y * 0.4) : 1.0), alpha);
}
)";

}  // namespace renderer::gl
