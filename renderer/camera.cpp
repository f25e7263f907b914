// The orbit camera and the framing of the standard views. Angles in degrees, lengths in mm.
#include "renderer/camera.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <glm/trigonometric.hpp>
#include <utility>

#include "renderer/require.h"

namespace renderer {
namespace {

constexpr float kFill = 0.70f;
constexpr float kWornFill = 0.80f;  // a body leaves the corners of its box empty
constexpr int kBisections = 48;

struct Axes {
  glm::vec3 right, up, back;  // back points from the target to the eye
};

Axes axesOf(float azimuth_deg, float elevation_deg) {
  const float azimuth = glm::radians(azimuth_deg);
  const float elevation = glm::radians(elevation_deg);
  const float c = std::cos(elevation);
  Axes axes{};
  axes.back = {std::sin(azimuth) * c, std::sin(elevation), std::cos(azimuth) * c};
  axes.right = {std::cos(azimuth), 0.0f, -std::sin(azimuth)};
  axes.up = glm::cross(axes.back, axes.right);
  return axes;
}

Camera orientation(StandardView view) {
  Camera camera;
  switch (view) {
    case StandardView::Front:
      camera.azimuth_deg = 0.0f, camera.elevation_deg = 4.0f;
      break;
    case StandardView::Back:
      camera.azimuth_deg = 180.0f, camera.elevation_deg = 4.0f;
      break;
    case StandardView::Left:
      camera.azimuth_deg = 270.0f, camera.elevation_deg = 4.0f;
      break;
    case StandardView::Right:
      camera.azimuth_deg = 90.0f, camera.elevation_deg = 4.0f;
      break;
    case StandardView::Top:
      camera.azimuth_deg = 0.0f, camera.elevation_deg = 89.0f;
      break;
    case StandardView::Worn:
      camera.azimuth_deg = 46.0f, camera.elevation_deg = 20.0f;
      break;
    case StandardView::Night:
      camera.azimuth_deg = 24.0f, camera.elevation_deg = 5.0f;
      break;
    case StandardView::Section:
      camera.azimuth_deg = 62.0f, camera.elevation_deg = 9.0f;
      break;
    case StandardView::ThreeQuarter:
      break;
  }
  return camera;
}

// A box corner as the camera sees it: sideways (or upwards) and towards the eye.
struct SeenCorner {
  float across;
  float towards;
};
using SeenCorners = std::array<SeenCorner, 8>;

// The shift that centres the corners on one screen axis at a distance, and the half extent they then have, as
// the tangent of an angle.
struct Centred {
  float shift;
  float half_tangent;
};

Centred centre(const SeenCorners& corners, float distance) {
  float low = corners[0].across;
  float high = low;
  for (const SeenCorner& corner : corners) {
    low = std::min(low, corner.across);
    high = std::max(high, corner.across);
  }
  Centred result{};
  for (int i = 0; i < kBisections; ++i) {
    result.shift = 0.5f * (low + high);
    float above = -1e30f;
    float below = -1e30f;
    for (const SeenCorner& corner : corners) {
      const float tangent = (corner.across - result.shift) / (distance - corner.towards);
      above = std::max(above, tangent);
      below = std::max(below, -tangent);
    }
    result.half_tangent = std::max(above, below);
    (above > below ? low : high) = result.shift;
  }
  return result;
}

std::pair<SeenCorners, SeenCorners> seenCorners(const Bounds& bounds, const Axes& axes) {
  const glm::vec3 middle = 0.5f * (bounds.min + bounds.max);
  std::pair<SeenCorners, SeenCorners> seen;
  for (int i = 0; i < 8; ++i) {
    const glm::vec3 corner{(i & 1) ? bounds.max.x : bounds.min.x, (i & 2) ? bounds.max.y : bounds.min.y,
                           (i & 4) ? bounds.max.z : bounds.min.z};
    const glm::vec3 offset = corner - middle;
    const float towards = glm::dot(offset, axes.back);
    seen.first[static_cast<std::size_t>(i)] = {glm::dot(offset, axes.right), towards};
    seen.second[static_cast<std::size_t>(i)] = {glm::dot(offset, axes.up), towards};
  }
  return seen;
}

}  // namespace

std::optional<StandardView> parseStandardView(std::string_view name) {
  if (name == "front") return StandardView::Front;
  if (name == "back") return StandardView::Back;
  if (name == "left") return StandardView::Left;
  if (name == "right") return StandardView::Right;
  if (name == "top") return StandardView::Top;
  if (name == "three-quarter") return StandardView::ThreeQuarter;
  if (name == "worn") return StandardView::Worn;
  if (name == "night") return StandardView::Night;
  if (name == "section") return StandardView::Section;
  return std::nullopt;
}

// The extent on screen falls as the distance grows, so the distance is found by bisection; the picture is
// centred on what is seen, not on the box's middle, which perspective moves.
namespace {

/// The same direction, so far off that the bounds fill `wanted` of the picture, and in its middle.
Camera framed(Camera camera, const Bounds& bounds, float aspect, float wanted) {
  if (bounds.min.x > bounds.max.x) return camera;
  const Axes axes = axesOf(camera.azimuth_deg, camera.elevation_deg);
  const auto [wide, high] = seenCorners(bounds, axes);
  const float tangent = std::tan(glm::radians(camera.field_of_view_deg) * 0.5f);
  const float radius = std::max(0.5f * glm::length(bounds.max - bounds.min), 1.0f);
  float near = radius * 1.05f;
  float far = radius * 400.0f;
  for (int i = 0; i < kBisections; ++i) {
    camera.distance_mm = 0.5f * (near + far);
    const float fill = std::max(centre(wide, camera.distance_mm).half_tangent / (tangent * aspect),
                                centre(high, camera.distance_mm).half_tangent / tangent);
    (fill > wanted ? near : far) = camera.distance_mm;
  }
  camera.target = 0.5f * (bounds.min + bounds.max) + axes.right * centre(wide, camera.distance_mm).shift +
                  axes.up * centre(high, camera.distance_mm).shift;
  return camera;
}

float fillOf(StandardView view) {
  return view == StandardView::Worn ? kWornFill : kFill;
}

}  // namespace

Camera frameView(StandardView view, const Bounds& bounds, float aspect) {
  require(aspect > 0.0f, "a picture's aspect is above zero");
  return framed(orientation(view), bounds, aspect, fillOf(view));
}

std::vector<Camera> turntable(StandardView view, const Bounds& bounds, float aspect, int frames) {
  require(aspect > 0.0f && frames > 0, "a turntable has pictures");
  std::vector<Camera> cameras;
  float furthest = 0.0f;
  for (int i = 0; i < frames; ++i) {
    Camera camera = orientation(view);
    camera.azimuth_deg -= 360.0f * static_cast<float>(i) / static_cast<float>(frames);
    cameras.push_back(framed(camera, bounds, aspect, fillOf(view)));
    furthest = std::max(furthest, cameras.back().distance_mm);
  }
  const bool empty = bounds.min.x > bounds.max.x;
  for (Camera& camera : cameras) {
    camera.distance_mm = furthest;
    if (!empty) camera.target = 0.5f * (bounds.min + bounds.max);
  }
  return cameras;
}

glm::mat4 viewMatrix(const Camera& camera) {
  const Axes axes = axesOf(camera.azimuth_deg, camera.elevation_deg);
  const glm::vec3 eye = camera.target + axes.back * camera.distance_mm;
  glm::mat4 view(1.0f);
  for (int i = 0; i < 3; ++i) view[i] = {axes.right[i], axes.up[i], axes.back[i], 0.0f};
  view[3] = {-glm::dot(axes.right, eye), -glm::dot(axes.up, eye), -glm::dot(axes.back, eye), 1.0f};
  return view;
}

// The near plane lies at a twentieth of the distance: with 24 bits that still tells 0.01 mm apart at arm's
// length, and a body wearing the pack is not cut.
glm::mat4 projectionMatrix(const Camera& camera, float aspect, const Bounds& bounds) {
  require(aspect > 0.0f, "a picture's aspect is above zero");
  const float distance = std::max(camera.distance_mm, 1.0f);
  const float reach = bounds.min.x > bounds.max.x ? 0.0f : glm::length(bounds.max - bounds.min);
  return glm::perspective(glm::radians(camera.field_of_view_deg), aspect, distance * 0.05f,
                          distance + reach * 8.0f + 4000.0f);
}

}  // namespace renderer
