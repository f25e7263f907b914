// Where the picture is taken from. Angles in degrees, lengths in mm.
#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec3.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "renderer/scene.h"

namespace renderer {

/// An orbit camera: looks at `target` from `distance_mm`, `azimuth_deg` round the y axis (0 = from +z, 90 =
/// from +x) and `elevation_deg` above the horizon.
struct Camera {
  glm::vec3 target{0.0f};
  float distance_mm = 1500.0f;
  float azimuth_deg = 35.0f;
  float elevation_deg = 12.0f;
  float field_of_view_deg = 25.0f;
};

/// `Worn` looks over a shoulder of the body that wears the scene, from behind: higher than ThreeQuarter.
/// `Night` stands low, so that the horizon is in the picture.
/// `Section` looks slantwise at what cutOpen cut.
enum class StandardView { Front, Back, Left, Right, Top, ThreeQuarter, Worn, Night, Section };

/// "front", "back", "left", "right", "top", "three-quarter", "worn", "night" or "section".
std::optional<StandardView> parseStandardView(std::string_view name);

/// The camera of a standard view with the bounds filling about 70 % of the picture's height (or width, where
/// that binds). `aspect` = width / height, > 0.
Camera frameView(StandardView view, const Bounds& bounds, float aspect);

/// Cameras all round a scene, as many as `frames`: from the view's own direction on, the scene turning to the
/// right in front of the onlooker, at one distance that holds it from everywhere.
std::vector<Camera> turntable(StandardView view, const Bounds& bounds, float aspect, int frames);

glm::mat4 viewMatrix(const Camera& camera);
glm::mat4 projectionMatrix(const Camera& camera, float aspect, const Bounds& bounds);

}  // namespace renderer
