// Component models in: a GLB file becomes meshes in mm. Pure: no GL, no global state, no file but the one
// named.
#pragma once

#include <filesystem>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

#include "renderer/result.h"
#include "renderer/scene.h"

namespace renderer {

struct ModelPart {
  std::string name;
  Mesh mesh;                          ///< already in the model's own frame, millimetres, y up
  glm::vec3 color{0.5f, 0.5f, 0.5f};  ///< the file's base colour, sRGB
  float roughness = 0.5f;
  float metallic = 0.0f;
  float opacity = 1.0f;
};

struct Model {
  std::vector<ModelPart> parts;
};

struct ModelLimits {
  std::size_t file_bytes = 64u << 20;
  std::size_t triangles = 2'000'000;
};

/// Refuses, before Assimp sees a byte: files that are not GLB 2.0, over the limits, with malformed JSON, with
/// any URI that is not a GLB chunk, or with a mime type Assimp 5.2 cannot bear.
Result<Model> loadModel(const std::filesystem::path& path, const ModelLimits& limits = {});

}  // namespace renderer
