// Weaves as height, tone and coverage over one tile. u, v in 0..1 over the tile; x, y count repeats.
#include "renderer/weave_tile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace renderer {
namespace {

constexpr float kPi = 3.14159265f;

struct Point {
  float height = 0.0f;    // in repeats
  float tone = 1.0f;      // multiplies the colour
  float coverage = 1.0f;  // 0 = hole
};

float fraction(float x) {
  return x - std::floor(x);
}

float smooth(float low, float high, float x) {
  const float t = std::clamp((x - low) / (high - low), 0.0f, 1.0f);
  return t * t * (3.0f - 2.0f * t);
}

// A whole-number hash, so that the noise is the same on every machine.
float hash(int x, int y, unsigned seed) {
  unsigned h =
      static_cast<unsigned>(x) * 374761393u + static_cast<unsigned>(y) * 668265263u + seed * 2246822519u;
  h = (h ^ (h >> 13)) * 1274126177u;
  h ^= h >> 16;
  return static_cast<float>(h & 0xffffu) / 65535.0f;
}

int wrap(int i, int period) {
  return ((i % period) + period) % period;
}

// Noise of `period` cells over the tile that joins itself at the borders.
float valueNoise(float u, float v, int period, unsigned seed) {
  const float x = u * static_cast<float>(period);
  const float y = v * static_cast<float>(period);
  const int ix = static_cast<int>(std::floor(x));
  const int iy = static_cast<int>(std::floor(y));
  const float fx = smooth(0.0f, 1.0f, x - static_cast<float>(ix));
  const float fy = smooth(0.0f, 1.0f, y - static_cast<float>(iy));
  const auto at = [&](int dx, int dy) { return hash(wrap(ix + dx, period), wrap(iy + dy, period), seed); };
  const float low = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const float high = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return low + (high - low) * fy;
}

// Over-and-under of two yarn sets, `group` yarns side by side (1 = plain, 2 = basket). Repeat = one yarn.
Point wovenAt(float x, float y, int group) {
  const int ix = static_cast<int>(std::floor(x));
  const int iy = static_cast<int>(std::floor(y));
  const bool warp_on_top = ((ix / group) + iy) % 2 == 0;
  const float across = warp_on_top ? fraction(x) : fraction(y);
  const float along = warp_on_top ? fraction(y) : fraction(x);
  const float round = std::sqrt(std::max(0.0f, 1.0f - (2.0f * across - 1.0f) * (2.0f * across - 1.0f)));
  const float arch = std::sin(kPi * along);
  Point point;
  point.height = 0.22f * round + 0.14f * arch;
  point.tone = 0.78f + 0.20f * round + 0.06f * arch;
  return point;
}

Point ripstopAt(float x, float y) {
  constexpr float kYarns = 14.0f;
  Point point = wovenAt(x * kYarns, y * kYarns, 1);
  point.height /= kYarns;
  const float edge = 1.6f / kYarns;
  const float line_x = 1.0f - smooth(edge * 0.5f, edge, std::abs(fraction(x + 0.5f) - 0.5f));
  const float line_y = 1.0f - smooth(edge * 0.5f, edge, std::abs(fraction(y + 0.5f) - 0.5f));
  const float line = std::max(line_x, line_y);
  point.height += 0.045f * line;
  point.tone *= 1.0f + 0.16f * line;
  return point;
}

// Round holes in rows shifted by half, as in knitted power mesh and air mesh. `hole` = radius in repeats.
Point holesAt(float x, float y, float hole, bool through) {
  const float row = y * 2.0f;
  const int index = static_cast<int>(std::floor(row));
  const float dx = fraction(x + (index % 2 == 0 ? 0.0f : 0.5f)) - 0.5f;
  const float dy = (fraction(row) - 0.5f) * 0.5f;
  const float distance = std::sqrt(dx * dx + dy * dy * 2.2f);
  const float solid = smooth(hole - 0.07f, hole + 0.05f, distance);
  Point point;
  point.height = 0.16f * smooth(hole - 0.08f, hole + 0.22f, distance);
  point.height += 0.012f * std::sin(2.0f * kPi * 6.0f * x) * solid;
  point.tone = through ? 0.86f + 0.14f * smooth(hole, hole + 0.25f, distance) : 0.34f + 0.66f * solid;
  point.coverage = through ? solid : 1.0f;
  return point;
}

// Distance to the border of a pointy-topped hexagon cell; x in cells, y in cells of height sqrt(3).
Point honeycombAt(float x, float y) {
  const float root = std::sqrt(3.0f);
  const auto border = [&](float cx, float cy) {
    const float ax = std::abs(cx);
    const float ay = std::abs(cy);
    return 0.5f - std::max(ax, ax * 0.5f + ay * root * 0.5f);
  };
  const float ax = fraction(x) - 0.5f;
  const float ay = (fraction(y) - 0.5f) * root;
  const float bx = fraction(x + 0.5f) - 0.5f;
  const float by = (fraction(y + 0.5f) - 0.5f) * root;
  const float distance = std::max(border(ax, ay), border(bx, by));
  Point point;
  point.coverage = 1.0f - smooth(0.09f, 0.16f, distance);
  point.height = 0.10f * std::cos(std::min(distance / 0.16f, 1.0f) * kPi * 0.5f);
  point.tone = 0.82f + 0.18f * point.coverage;
  return point;
}

// Webbing: columns of slanted floats, mirrored from column to column, along u.
Point webbingAt(float x, float y) {
  const int column = static_cast<int>(std::floor(y));
  const float slant = (column % 2 == 0 ? 1.0f : -1.0f) * (fraction(y) - 0.5f);
  const float across = std::sin(kPi * fraction(y));
  const float twill = 0.5f + 0.5f * std::cos(2.0f * kPi * (x + slant * 0.6f));
  Point point;
  point.height = 0.16f * across + 0.12f * twill;
  point.tone = 0.66f + 0.20f * across + 0.18f * twill;
  return point;
}

Point ribsAt(float x, float height, float depth) {
  const float rib = std::sqrt(std::abs(std::sin(kPi * x)));
  Point point;
  point.height = height * rib;
  point.tone = 1.0f - depth + depth * rib;
  return point;
}

Point braidAt(float x, float y) {
  const float a = 0.5f + 0.5f * std::cos(2.0f * kPi * (x + y));
  const float b = 0.5f + 0.5f * std::cos(2.0f * kPi * (x - y));
  Point point;
  point.height = 0.20f * std::max(a, b);
  point.tone = 0.70f + 0.32f * std::max(a, b);
  return point;
}

// A row of lockstitch about y = 1, thread from hole to hole; a bartack's dense threads about y = 3.
Point stitchAt(float x, float y) {
  constexpr float kHalf = 0.33f / kStitch_mm;  // of the thread's width
  constexpr int kDense = 7;                    // threads of a bartack to a stitch
  if (y >= 2.0f) return ribsAt(x * static_cast<float>(kDense), 0.05f, 0.45f);
  const float across = std::min(1.0f, std::abs(y - 1.0f) / kHalf);
  const float along = std::abs(fraction(x) - 0.5f) * 2.0f;  // 1 at a hole
  const float dip = 1.0f - smooth(0.72f, 0.96f, along);
  const float ply = 0.5f + 0.5f * std::cos(2.0f * kPi * (9.0f * x + 1.2f * (y - 1.0f) / kHalf));
  Point point;
  point.height = kHalf * std::sqrt(1.0f - across * across) * (0.35f + 0.65f * dip) + 0.008f * ply * dip;
  point.tone = (0.30f + 0.70f * dip) * (1.02f - 0.25f * across * across) + 0.07f * (ply - 0.5f) * dip;
  return point;
}

// A plain face, and under its film a grid of thick dark yarns, 22 degrees from the warp to either side: five
// diamonds across the tile, two along the warp. Repeat = one diamond's width.
Point xPlyAt(float u, float v) {
  constexpr float kAcross = 5.0f, kAlong = 2.0f, kFaceYarns = 64.0f;
  constexpr float kHalf = 0.05f;  // of a yarn's width, in repeats across
  Point point = wovenAt(u * kFaceYarns, v * kFaceYarns, 1);
  point.height /= kFaceYarns / kAcross;
  point.tone = 0.94f + 0.06f * point.tone;  // the film and its finish even the face out
  const auto yarn = [&](float slanted) {
    return 1.0f - smooth(kHalf * 0.6f, kHalf * 1.6f, std::abs(fraction(slanted + 0.5f) - 0.5f));
  };
  const float grid = std::max(yarn(kAcross * u + kAlong * v), yarn(kAcross * u - kAlong * v));
  point.height += 0.035f * grid;
  point.tone *= 1.0f - 0.30f * grid;
  return point;
}

// Open cells: distance to the nearest of scattered points.
Point cellsAt(float x, float y, int period) {
  const int ix = static_cast<int>(std::floor(x));
  const int iy = static_cast<int>(std::floor(y));
  float nearest = 2.0f;
  for (int j = -1; j <= 1; ++j) {
    for (int i = -1; i <= 1; ++i) {
      const int cx = wrap(ix + i, period);
      const int cy = wrap(iy + j, period);
      const float dx = static_cast<float>(ix + i) + hash(cx, cy, 11) - x;
      const float dy = static_cast<float>(iy + j) + hash(cx, cy, 12) - y;
      nearest = std::min(nearest, std::sqrt(dx * dx + dy * dy));
    }
  }
  Point point;
  point.height = 0.10f * smooth(0.1f, 0.7f, nearest);
  point.tone = 0.80f + 0.24f * smooth(0.05f, 0.6f, nearest);
  return point;
}

Point pointAt(Weave weave, float u, float v) {
  const float repeats = lookOf(weave).repeats_per_tile;
  const float x = u * repeats;
  const float y = v * repeats;
  const float uneven = 0.94f + 0.12f * valueNoise(u, v, 64, 3);
  Point point;
  switch (weave) {
    case Weave::None:
      break;
    case Weave::Film:
      break;
    case Weave::Plain:
      point = wovenAt(x, y, 1);
      break;
    case Weave::Ripstop:
      point = ripstopAt(x, y);
      break;
    case Weave::Oxford:
      point = wovenAt(x, y, 2);
      break;
    case Weave::Canvas:
      point = wovenAt(x, y, 1), point.tone *= uneven * uneven;
      break;
    case Weave::StretchMesh:
      point = holesAt(x, y, 0.27f, true);
      break;
    case Weave::HexMesh:
      point = honeycombAt(x, y * 4.0f / 7.0f);
      break;
    case Weave::SpacerMesh:
      point = holesAt(x, y, 0.24f, false);
      break;
    case Weave::Webbing:
      point = webbingAt(x, y);
      break;
    case Weave::Coil:
      point = ribsAt(x + 0.10f * std::sin(2.0f * kPi * y), 0.34f, 0.55f);
      break;
    case Weave::Foam:
      point = cellsAt(x, y, static_cast<int>(repeats));
      break;
    case Weave::Grosgrain:
      point = ribsAt(x, 0.18f, 0.26f);
      break;
    case Weave::Cord:
      point = braidAt(x, y);
      break;
    case Weave::Stitch:
      point = stitchAt(x, y);
      break;
    case Weave::XPly:
      point = xPlyAt(u, v);
      break;
  }
  return point;
}

std::uint8_t byteOf(float value) {
  return static_cast<std::uint8_t>(std::clamp(value * 255.0f + 0.5f, 0.0f, 255.0f));
}

// Slopes by central differences over the wrapped tile; `per_pixel` = pixels per unit of height.
std::vector<std::uint8_t> encode(const std::vector<Point>& points, float per_pixel) {
  const auto at = [&](int x, int y) -> const Point& {
    return points[static_cast<std::size_t>(wrap(y, kWeaveTileSize) * kWeaveTileSize +
                                           wrap(x, kWeaveTileSize))];
  };
  std::vector<std::uint8_t> pixels;
  pixels.reserve(points.size() * 4);
  for (int y = 0; y < kWeaveTileSize; ++y) {
    for (int x = 0; x < kWeaveTileSize; ++x) {
      const float slope_u = (at(x + 1, y).height - at(x - 1, y).height) * 0.5f * per_pixel;
      const float slope_v = (at(x, y + 1).height - at(x, y - 1).height) * 0.5f * per_pixel;
      const float length = std::sqrt(slope_u * slope_u + slope_v * slope_v + 1.0f);
      pixels.push_back(byteOf(0.5019608f - 0.5f * slope_u / length));
      pixels.push_back(byteOf(0.5019608f - 0.5f * slope_v / length));
      pixels.push_back(byteOf(at(x, y).tone * 0.8f));
      pixels.push_back(byteOf(at(x, y).coverage));
    }
  }
  return pixels;
}

template <typename F>
std::vector<Point> sample(F pointOf) {
  std::vector<Point> points;
  points.reserve(static_cast<std::size_t>(kWeaveTileSize * kWeaveTileSize));
  for (int y = 0; y < kWeaveTileSize; ++y) {
    for (int x = 0; x < kWeaveTileSize; ++x) {
      points.push_back(pointOf((static_cast<float>(x) + 0.5f) / kWeaveTileSize,
                               (static_cast<float>(y) + 0.5f) / kWeaveTileSize));
    }
  }
  return points;
}

}  // namespace

WeaveLook lookOf(Weave weave) {
  switch (weave) {
    case Weave::None:
      return {1.0f, 0.0f, 0.0f, 1.0f};
    case Weave::Plain:
      return {16.0f, 0.8f, 0.5f, 1.0f};
    case Weave::Ripstop:
      return {4.0f, 1.0f, 0.6f, 1.0f};
    case Weave::Oxford:
      return {16.0f, 0.9f, 0.4f, 1.0f};
    case Weave::Canvas:
      return {16.0f, 0.9f, 0.4f, 1.0f};
    case Weave::StretchMesh:
      return {8.0f, 0.9f, 0.3f, 0.71f};
    case Weave::HexMesh:
      return {7.0f, 0.8f, 0.2f, 0.45f};
    case Weave::SpacerMesh:
      return {8.0f, 1.0f, 0.25f, 1.0f};
    case Weave::Webbing:
      return {8.0f, 0.9f, 0.1f, 1.0f};
    case Weave::Coil:
      return {8.0f, 1.0f, 0.0f, 1.0f};
    case Weave::Foam:
      return {16.0f, 0.6f, 0.2f, 1.0f};
    case Weave::Film:
      return {1.0f, 0.0f, 0.35f, 1.0f};
    case Weave::Grosgrain:
      return {16.0f, 0.9f, 0.1f, 1.0f};
    case Weave::Cord:
      return {4.0f, 1.0f, 0.0f, 1.0f};
    case Weave::Stitch:
      return {4.0f, 1.0f, 0.0f, 1.0f};
    case Weave::XPly:
      return {5.0f, 0.8f, 0.35f, 1.0f};
  }
  return {1.0f, 0.0f, 0.0f, 1.0f};
}

std::vector<std::uint8_t> makeWeaveTile(Weave weave) {
  const float per_pixel = static_cast<float>(kWeaveTileSize) / lookOf(weave).repeats_per_tile;
  return encode(sample([&](float u, float v) { return pointAt(weave, u, v); }), per_pixel);
}

std::vector<std::uint8_t> makeWrinkleTile() {
  const auto pointOf = [](float u, float v) {
    Point point;
    float size = 1.0f;
    for (int octave = 0; octave < 3; ++octave) {
      const auto seed = static_cast<unsigned>(21 + octave);
      point.height += size * valueNoise(u, v, 5 << octave, seed);
      size *= 0.42f;
    }
    return point;
  };
  return encode(sample(pointOf), 8.0f);
}

}  // namespace renderer
