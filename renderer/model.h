// Component models in: a GLB, OBJ or STL file becomes meshes in mm. Pure: no GL, no global state, no file but
// the one named.
#pragma once

#include <cstdint>
#include <filesystem>
#include <glm/vec3.hpp>
#include <optional>
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

enum class ModelFormat { Glb, Obj, Stl };
/// `mm_per_unit` counts for OBJ and STL, which have no unit of their own; GLB is always metres.
struct ModelKind {
  ModelFormat format = ModelFormat::Glb;
  float mm_per_unit = 1;
};

/// By the ending of a file's name: glb, obj or stl, small or capital.
std::optional<ModelFormat> modelFormatOf(const std::filesystem::path& path);

/// Refuses, before Assimp sees a byte: files over the limits; GLB files that are not version 2.0, with
/// malformed JSON, with any URI that is not a GLB chunk, or with a mime type Assimp 5.2 cannot bear; OBJ
/// files that are not text; STL files cut short. The materials that an OBJ file names are not looked for: its
/// parts are grey. The message is a sentence without the file's name.
Result<Model> parseModel(const std::vector<std::uint8_t>& bytes, const ModelKind& kind,
                         const ModelLimits& limits = {});
/// The same of a file; OBJ and STL are taken for millimetres. The message begins with the file's name.
Result<Model> loadModel(const std::filesystem::path& path, const ModelLimits& limits = {});

std::size_t triangleCount(const Model& model);

}  // namespace renderer
