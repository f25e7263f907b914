// Models in, through Assimp and only after they were checked. Their units become millimetres, node transforms
// are applied. The only file that knows Assimp.
#include <assimp/material.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <assimp/IOSystem.hpp>
#include <assimp/Importer.hpp>
#include <cmath>
#include <cstring>
#include <fstream>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/vec4.hpp>

#include "renderer/check_glb.h"
#include "renderer/check_obj_stl.h"
#include "renderer/model.h"
#include "renderer/srgb.h"

namespace renderer {
namespace {

constexpr float kMillimetresPerMetre = 1000.0f;

// Opens nothing: all that a model needs is in the bytes that were checked.
class ClosedFiles : public Assimp::IOSystem {
 public:
  bool Exists(const char*) const override { return false; }
  char getOsSeparator() const override { return '/'; }
  Assimp::IOStream* Open(const char*, const char*) override { return nullptr; }
  void Close(Assimp::IOStream*) override {}
};

/// Within 0..1, also what is no number.
float factorOf(float value) {
  return value > 0 ? std::min(value, 1.0f) : 0.0f;
}

float toSrgb(float linear) {
  return srgbOf(factorOf(linear));
}

glm::mat4 matrixOf(const aiMatrix4x4& m) {
  return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

glm::vec3 vectorOf(const aiVector3D& v) {
  return {v.x, v.y, v.z};
}

// Assimp's names of the glTF factors, as its own macros spell them.
void readMaterial(const aiMaterial& material, ModelPart& part) {
  aiColor4D color(0.5f, 0.5f, 0.5f, 1.0f);
  if (aiGetMaterialColor(&material, "$clr.base", 0, 0, &color) != AI_SUCCESS) {
    aiGetMaterialColor(&material, "$clr.diffuse", 0, 0, &color);
  }
  part.color = {toSrgb(color.r), toSrgb(color.g), toSrgb(color.b)};
  part.opacity = factorOf(color.a);
  const auto factor = [&](const char* key, float& value) {
    ai_real read = value;
    if (material.Get(key, 0, 0, read) == AI_SUCCESS) value = factorOf(read);
  };
  factor("$mat.roughnessFactor", part.roughness);
  factor("$mat.metallicFactor", part.metallic);
}

// Assimp turns v upside down on import; it is turned back. A mirroring transform turns the winding round.
Mesh meshOf(const aiMesh& source, const glm::mat4& transform, float mm_per_unit) {
  Mesh mesh;
  const glm::mat3 linear(transform);
  const float determinant = glm::determinant(linear);
  const glm::mat3 normals = determinant != 0.0f ? glm::transpose(glm::inverse(linear)) : linear;
  for (unsigned i = 0; i < source.mNumVertices; ++i) {
    mesh.positions.push_back(glm::vec3(transform * glm::vec4(vectorOf(source.mVertices[i]), 1.0f)) *
                             mm_per_unit);
    const glm::vec3 normal = source.HasNormals() ? normals * vectorOf(source.mNormals[i]) : glm::vec3(0.0f);
    const float length = glm::length(normal);
    mesh.normals.push_back(length > 0.0f ? normal / length : glm::vec3(0.0f, 1.0f, 0.0f));
    const aiVector3D uv =
        source.HasTextureCoords(0) ? source.mTextureCoords[0][i] : aiVector3D(0.0f, 1.0f, 0.0f);
    mesh.uvs.emplace_back(uv.x * kMillimetresPerMetre, (1.0f - uv.y) * kMillimetresPerMetre);
  }
  for (unsigned i = 0; i < source.mNumFaces; ++i) {
    const aiFace& face = source.mFaces[i];
    if (face.mNumIndices != 3) continue;
    const unsigned last = determinant < 0.0f ? 1u : 2u;
    mesh.indices.insert(mesh.indices.end(), {face.mIndices[0], face.mIndices[3 - last], face.mIndices[last]});
  }
  return mesh;
}

bool isFinite(const Mesh& mesh) {
  return std::all_of(mesh.positions.begin(), mesh.positions.end(), [](const glm::vec3& p) {
    return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z);
  });
}

struct Walk {
  const aiScene& scene;
  std::size_t triangles_left;
  float mm_per_unit;
  Model model;
  bool over_limit = false;
  bool broken = false;
};

void visit(const aiNode& node, const glm::mat4& above, Walk& walk) {
  const glm::mat4 transform = above * matrixOf(node.mTransformation);
  for (unsigned i = 0; i < node.mNumMeshes && !walk.over_limit; ++i) {
    const aiMesh& source = *walk.scene.mMeshes[node.mMeshes[i]];
    if (source.mNumFaces > walk.triangles_left) {
      walk.over_limit = true;
      return;
    }
    walk.triangles_left -= source.mNumFaces;
    Mesh mesh = meshOf(source, transform, walk.mm_per_unit);
    if (mesh.indices.empty()) continue;
    walk.broken = walk.broken || !isFinite(mesh);
    ModelPart part;
    part.name = node.mName.length > 0 ? node.mName.C_Str() : source.mName.C_Str();
    part.mesh = std::move(mesh);
    readMaterial(*walk.scene.mMaterials[source.mMaterialIndex], part);
    walk.model.parts.push_back(std::move(part));
  }
  for (unsigned i = 0; i < node.mNumChildren; ++i) visit(*node.mChildren[i], transform, walk);
}

Result<std::vector<std::uint8_t>> readBytes(const std::filesystem::path& path, const ModelLimits& limits) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) return failure(path.string() + ": cannot be opened");
  if (size > limits.file_bytes) {
    return failure(path.string() + ": has " + std::to_string(size) + " bytes; the limit is " +
                   std::to_string(limits.file_bytes));
  }
  std::ifstream file(path, std::ios::binary);
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
  file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
  if (!file) return failure(path.string() + ": cannot be read");
  return bytes;
}

std::optional<std::string> objectionTo(const std::vector<std::uint8_t>& bytes, ModelFormat format,
                                       const ModelLimits& limits) {
  if (bytes.size() > limits.file_bytes) {
    return "has " + std::to_string(bytes.size()) + " bytes; the limit is " +
           std::to_string(limits.file_bytes);
  }
  switch (format) {
    case ModelFormat::Glb:
      return checkGlb(bytes, limits);
    case ModelFormat::Obj:
      return checkObj(bytes, limits);
    case ModelFormat::Stl:
      return checkStl(bytes, limits);
  }
  return "is of no known kind";
}

/// The ending by which Assimp picks its reader: with a known one it asks no other.
const char* hintOf(ModelFormat format) {
  if (format == ModelFormat::Obj) return "obj";
  return format == ModelFormat::Stl ? "stl" : "glb";
}

}  // namespace

std::optional<ModelFormat> modelFormatOf(const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (ending == ".glb") return ModelFormat::Glb;
  if (ending == ".obj") return ModelFormat::Obj;
  if (ending == ".stl") return ModelFormat::Stl;
  return std::nullopt;
}

Result<Model> parseModel(const std::vector<std::uint8_t>& bytes, const ModelKind& kind,
                         const ModelLimits& limits) {
  if (const auto objection = objectionTo(bytes, kind.format, limits)) return failure(*objection);
  Assimp::Importer importer;
  importer.SetIOHandler(new ClosedFiles);  // the importer owns it
  const unsigned steps = aiProcess_Triangulate | aiProcess_GenSmoothNormals | aiProcess_ValidateDataStructure;
  const aiScene* scene = importer.ReadFileFromMemory(bytes.data(), bytes.size(), steps, hintOf(kind.format));
  if (scene == nullptr || scene->mRootNode == nullptr) {
    return failure(std::string("cannot be read as a model (") + importer.GetErrorString() + ")");
  }
  const bool metres = kind.format == ModelFormat::Glb;
  Walk walk{*scene, limits.triangles, metres ? kMillimetresPerMetre : kind.mm_per_unit, {}};
  visit(*scene->mRootNode, glm::mat4(1.0f), walk);
  if (walk.over_limit)
    return failure("has more triangles than the limit of " + std::to_string(limits.triangles));
  if (walk.broken) return failure("has vertices that are not finite numbers");
  if (walk.model.parts.empty()) return failure("holds no triangles");
  return std::move(walk.model);
}

Result<Model> loadModel(const std::filesystem::path& path, const ModelLimits& limits) {
  const auto format = modelFormatOf(path);
  if (!format) return failure(path.string() + ": is neither a .glb nor an .obj nor an .stl file");
  const auto bytes = readBytes(path, limits);
  if (!bytes) return tl::unexpected(bytes.error());
  auto model = parseModel(*bytes, {*format}, limits);
  if (!model) return failure(path.string() + ": " + model.error().message);
  return model;
}

std::size_t triangleCount(const Model& model) {
  std::size_t sum = 0;
  for (const ModelPart& part : model.parts) sum += part.mesh.indices.size() / 3;
  return sum;
}

}  // namespace renderer
