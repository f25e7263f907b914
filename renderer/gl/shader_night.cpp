// The night: surfaces that a lamp at the eye lights, the street behind them, and the glow round what is
// bright. Linear light, world space, mm; the lamp's light is 1 at uLampReach. RETURN_* come
// from retroreflection.h.
#include "renderer/gl/shader_text.h"

namespace renderer::gl {

const char* const kNightFragment = R"(
in vec3 vPosition;
in vec3 vNormal;
in vec4 vTangent;
in vec2 vUv;
flat in vec4 vBase;
flat in vec4 vSurface;
flat in vec4 vWeave;
flat in vec4 vShow;
flat in vec4 vPicture;
uniform vec3 uEye;
uniform vec3 uKeyDirection;
uniform vec3 uRimDirection;
uniform float uHeadlamp;
uniform float uLampReach;
uniform vec2 uPixel;
uniform sampler2DArray uWeaves;
uniform sampler2DArray uPictures;
uniform sampler2D uOcclusion;
out vec4 oColor;

float returnedShare(float n_v) {
  float angle = degrees(acos(clamp(n_v, 0.0, 1.0)));
  return (1.0 - smoothstep(RETURN_FADE, RETURN_END, angle)) / (1.0 + pow(angle / RETURN_HALF, 5.0));
}

void main() {
  vec3 v = normalize(uEye - vPosition);
  float facing = gl_FrontFacing ? 1.0 : -1.0;
  vec3 flat_n = normalize(vNormal) * facing;
  vec4 tile = texture(uWeaves, vec3(vUv * vWeave.y, vWeave.x), 0.6);
  vec2 slow = texture(uWeaves, vec3(vUv / 190.0, WRINKLES)).rg;
  vec2 slope = (tile.rg - 0.5019608) * vWeave.z + (slow - 0.5019608) * vWeave.w;
  vec3 n = wovenNormal(flat_n, vTangent, facing, slope, v);

  float alpha = vShow.x > 0.5 ? tile.a * vBase.a : 1.0;
  vec3 base = vBase.rgb * tile.b * 1.15;
  if (vPicture.x > 0.5) {
    vec4 picture = pictureAt(uPictures, vPicture, vUv);
    base = picture.rgb * tile.b * 1.15;
    alpha *= picture.a;
  }
  float occlusion = texture(uOcclusion, gl_FragCoord.xy * uPixel).r;
  float n_v = max(dot(n, v), 0.0);
  float reach = uLampReach / length(uEye - vPosition);
  float lamp = uHeadlamp * reach * reach;

  // The sky, a street lamp over the shoulder and one behind, which draws a thin edge.
  vec3 light = vec3(0.016, 0.020, 0.031) * mix(0.3, 1.0, 0.5 + 0.5 * n.y) * occlusion;
  light += vec3(1.0, 0.72, 0.45) * 0.010 * max(dot(n, uKeyDirection), 0.0) * occlusion;
  light += vec3(1.0, 0.70, 0.42) * 0.085 * max(dot(n, uRimDirection), 0.0);
  light += vec3(0.93, 0.97, 1.0) * 0.022 * lamp * n_v;
  float edge = pow(1.0 - n_v, 3.0) * max(0.35 + 0.65 * dot(n, uRimDirection), 0.0);
  vec3 color = base * light + (0.3 * base + 0.05) * vec3(1.0, 0.74, 0.5) * edge * 0.9;
  // Even black cloth shines a little at the lamp.
  color += vec3(0.0030, 0.0032, 0.0034) * (lamp * n_v * n_v + 0.35 * occlusion);

  // Beads in metal send the lamp's own light back, whatever the tape's colour by day.
  if (vSurface.w > 0.5 && gl_FrontFacing) {
    vec3 silver = mix(vBase.rgb, vec3(0.93, 0.97, 1.0), 0.6);
    color += silver * 3.2 * lamp * returnedShare(dot(flat_n, v));
  }
  color = bentHighlights(color);
  oColor = vec4(color * (vShow.x > 0.5 ? mix(alpha, 1.0, vShow.y * 0.4) : 1.0), alpha);
}
)";

// A street at night, by the ray through each pixel: asphalt that the headlamp reaches, a painted line, lamps
// out of focus, houses against a sky that a town lights.
const char* const kStreetFragment = R"(
in vec2 vUv;
uniform mat4 uUnproject;
uniform vec3 uEye;
uniform vec3 uAim;
uniform vec3 uGround;
uniform float uHeadlamp;
uniform float uLampReach;
out vec4 oColor;

const vec3 kAlong = vec3(-0.2588, 0.0, -0.9659);  // the street runs off behind the pack, a little to the left
const vec3 kAcross = vec3(0.9659, 0.0, -0.2588);
const float kLamps[6] = float[](34000.0, 52000.0, 76000.0, 108000.0, 150000.0, 205000.0);
const vec3 kSodium = vec3(1.0, 0.66, 0.34);

float hash(vec2 p) {
  vec3 q = fract(vec3(p.xyx) * 0.1031);
  q += dot(q, q.yzx + 33.33);
  return fract((q.x + q.y) * q.z);
}

float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3.0 - 2.0 * f);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y);
}

// A stripe with soft edges, `blur` wide.
float stripe(float at, float half_width, float blur) {
  return 1.0 - smoothstep(half_width - blur, half_width + blur, abs(at));
}

vec3 sky(vec3 d) {
  float around = atan(dot(d, kAcross), dot(d, kAlong));
  float off = abs(around);
  vec3 glow = vec3(0.030, 0.026, 0.030) * exp(-d.y * 14.0) * (0.45 + 0.55 * exp(-off * 3.0));
  vec3 air = vec3(0.0040, 0.0052, 0.0085) + glow;
  // Roofs on both sides, higher the nearer they stand; out of focus.
  float house = log(0.02 + off) * 4.0;
  float cell = floor(house);
  float side = around < 0.0 ? 3.0 : 7.0;
  float near = exp((cell + 0.5) / 4.0);
  float roof = min(near * (0.24 + 0.26 * hash(vec2(cell, side))), 0.10 + 0.06 * hash(vec2(cell, 1.0))) * smoothstep(0.03, 0.09, near);
  return mix(air, vec3(0.0034, 0.0038, 0.0052), 1.0 - smoothstep(roof - 0.005, roof + 0.005, d.y));
}

vec3 lampDiscs(vec3 d, float side) {
  vec3 sum = vec3(0.0);
  for (int i = 0; i < 6; ++i) {
    vec3 at = uGround + kAlong * kLamps[i] + kAcross * side * 5200.0 + vec3(0.0, 5600.0, 0.0);
    float away = degrees(acos(clamp(dot(normalize(at - uEye), d), -1.0, 1.0)));
    float radius = 0.34 - 0.025 * float(i);
    float disc = 1.0 - smoothstep(radius * 0.86, radius, away);
    float rim = smoothstep(radius * 0.55, radius * 0.9, away);
    sum += kSodium * (disc * (0.20 + 0.10 * rim) + 0.020 * exp(-away * away * 1.1)) * (1.0 - 0.1 * float(i));
  }
  return sum;
}

vec3 asphalt(vec3 p, float away, vec3 d) {
  vec2 on = vec2(dot(p - uGround, kAcross), dot(p - uGround, kAlong));
  vec2 step = fwidth(on);
  float blur = max(step.x, step.y);
  float grain = mix(noise(on / 5.0) * 0.6 + noise(on / 1.9 + 17.0) * 0.4, 0.5, smoothstep(1.0, 6.0, blur));
  float patches = noise(on / 420.0) * 0.5 + noise(on / 130.0) * 0.3;
  float albedo = 0.030 + 0.055 * grain * grain + 0.022 * patches;
  float line = stripe(on.x + 820.0, 60.0, 1.5 + blur) + stripe(on.x - 3300.0, 60.0, 1.5 + blur);
  float worn = line * (0.75 + 0.25 * patches) * mix(0.7 + 0.6 * grain, 1.0, 0.5);
  float reach = uLampReach / away;
  float aimed = smoothstep(0.955, 0.999, dot(d, uAim));
  float lamp = uHeadlamp * reach * reach * mix(0.18, 1.0, aimed);
  vec3 light = vec3(0.011, 0.014, 0.022) + vec3(0.93, 0.97, 1.0) * 0.42 * lamp;
  float pools = 0.0;
  for (int i = 0; i < 6; ++i) {
    for (float side = -1.0; side < 2.0; side += 2.0) {
      vec2 from = on - vec2(side * 5200.0, kLamps[i]);
      float h = 5600.0 * 5600.0 / (dot(from, from) + 5600.0 * 5600.0);
      pools += h * h;
    }
  }
  light += kSodium * 0.10 * pools;
  vec3 color = albedo * light + worn * (0.30 * light + vec3(0.93, 0.97, 1.0) * 0.035 * lamp);
  // At a grazing angle the wet air and the road itself mirror the lit horizon.
  float graze = pow(1.0 - abs(d.y), 14.0);
  color += vec3(0.0048, 0.0044, 0.0048) * graze;
  return mix(color, vec3(0.012, 0.0112, 0.0125), 1.0 - exp(-away / 60000.0));
}

void main() {
  vec4 far = uUnproject * vec4(vUv * 2.0 - 1.0, 1.0, 1.0);
  vec3 d = normalize(far.xyz / far.w - uEye);
  float away = (uGround.y - uEye.y) / min(d.y, -1e-5);
  vec3 up = sky(vec3(d.x, max(d.y, 0.0), d.z));
  vec3 down = asphalt(uEye + d * min(away, 4e5), min(away, 4e5), d);
  vec3 color = mix(down, up, smoothstep(-0.0015, 0.0015, d.y)) + lampDiscs(d, -1.0) + lampDiscs(d, 1.0);
  // Dark ramps must not show bands: half a step of noise in the encoded picture.
  vec3 coded = 1.055 * pow(max(color, vec3(0.0)), vec3(1.0 / 2.4)) - 0.055;
  coded = mix(coded, color * 12.92, lessThan(color, vec3(0.0031308)));
  coded += (hash(gl_FragCoord.xy) - 0.5) / 255.0;
  vec3 plain = pow((max(coded, vec3(0.0)) + 0.055) / 1.055, vec3(2.4));
  oColor = vec4(mix(plain, coded / 12.92, lessThan(coded, vec3(0.04045))), 1.0);
}
)";

// What is bright enough to dazzle, at a quarter of the picture's size.
const char* const kDazzleFragment = R"(
in vec2 vUv;
uniform sampler2D uPicture;
out vec4 oColor;
void main() {
  vec2 step = 1.0 / vec2(textureSize(uPicture, 0));
  vec3 sum = vec3(0.0);
  for (int j = 0; j < 2; ++j)
    for (int i = 0; i < 2; ++i) sum += texture(uPicture, vUv + (vec2(i, j) * 2.0 - 1.0) * step).rgb * 0.25;
  oColor = vec4(sum * smoothstep(0.45, 0.85, max(sum.r, max(sum.g, sum.b))), 1.0);
}
)";

const char* const kGlowFragment = R"(
in vec2 vUv;
uniform sampler2D uSource;
uniform vec2 uAlong;
uniform float uStrength;
out vec4 oColor;
void main() {
  vec3 sum = vec3(0.0);
  float weight = 0.0;
  for (int i = -12; i <= 12; ++i) {
    float t = float(i) / 12.0;
    float w = exp(-t * t * 4.0);
    sum += w * texture(uSource, vUv + uAlong * t).rgb;
    weight += w;
  }
  oColor = vec4(sum / weight * uStrength, 0.0);
}
)";

}  // namespace renderer::gl
