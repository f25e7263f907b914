// GLB out: three buffer views (vertices, 16-bit and 32-bit indices) and accessors into them, then pictures.
// Meshes that several nodes show are written once. Written as text by hand: the few keys of glTF that are
// needed, in a fixed order.
#include "renderer/write_glb.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/quaternion.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/vec4.hpp>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "renderer/glb_materials.h"
#include "renderer/glb_text.h"
#include "renderer/require.h"

namespace renderer {
namespace {

constexpr float kMetres = 0.001f;
constexpr std::uint32_t kSmallest32BitMesh = 65535;  // 0xFFFF itself is the restart index

using glb::joined;
using glb::listText;
using glb::quoted;
using glb::text;

// A mesh ready to be written: metres, unit normals, no triangle without area, no vertex without triangle.
struct Ready {
  std::vector<glm::vec3> positions, normals;
  std::vector<glm::vec2> uvs;
  std::vector<glm::vec4> tangents;  // along u, and the sense of the upward v; of textured meshes alone
  std::vector<std::uint32_t> indices;
};

glm::vec3 faceNormal(const std::vector<glm::vec3>& p, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  return glm::cross(p[b] - p[a], p[c] - p[a]);
}

bool isFinite(const glm::vec3& v) {
  return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

glm::vec3 anyAcross(const glm::vec3& normal) {
  const glm::vec3 away = std::abs(normal.x) < 0.7f ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
  return glm::normalize(glm::cross(normal, away));
}

// Lengyel's way: the sum over a vertex's triangles, made square to its normal. glTF's v runs down a picture,
// its green up.
void addTangents(Ready& ready) {
  const std::size_t count = ready.positions.size();
  std::vector<glm::vec3> along_u(count, glm::vec3(0.0f)), along_v(count, glm::vec3(0.0f));
  for (std::size_t i = 0; i + 2 < ready.indices.size(); i += 3) {
    const std::uint32_t a = ready.indices[i], b = ready.indices[i + 1], c = ready.indices[i + 2];
    const glm::vec3 p = ready.positions[b] - ready.positions[a], q = ready.positions[c] - ready.positions[a];
    const glm::vec2 s = ready.uvs[b] - ready.uvs[a], t = ready.uvs[c] - ready.uvs[a];
    const float area = s.x * t.y - t.x * s.y;
    if (!(std::abs(area) > 0.0f)) continue;
    const float sign = area > 0 ? 1.0f : -1.0f;
    for (const std::uint32_t corner : {a, b, c}) {
      along_u[corner] += sign * (t.y * p - s.y * q);
      along_v[corner] += sign * (s.x * q - t.x * p);
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    const glm::vec3& normal = ready.normals[i];
    const glm::vec3 u = along_u[i] - glm::dot(along_u[i], normal) * normal;
    const float size = glm::length(u);
    const glm::vec3 tangent = size > 1e-12f ? u / size : anyAcross(normal);
    const bool up = glm::dot(glm::cross(normal, tangent), along_v[i]) < 0.0f;
    ready.tangents.emplace_back(glm::normalize(tangent), up ? 1.0f : -1.0f);
  }
}

// How a mesh's flat millimetres become repeats of its material's texture, and whether that has slopes.
struct Tiling {
  glm::vec2 per_mm{0.0f};
  bool slopes = false;
};

Ready prepare(const Mesh& mesh, const glm::mat4& bake, const Tiling& tiling) {
  require(mesh.normals.size() == mesh.positions.size() && mesh.uvs.size() == mesh.positions.size(),
          "a mesh has a normal and a uv for every position");
  const glm::mat3 linear(bake);
  const bool mirrored = glm::determinant(linear) < 0.0f;
  const glm::mat3 turn = glm::determinant(linear) != 0.0f ? glm::transpose(glm::inverse(linear)) : linear;
  std::vector<glm::vec3> placed;
  for (const glm::vec3& position : mesh.positions) {
    placed.push_back(glm::vec3(bake * glm::vec4(position, 1.0f)) * kMetres);
    require(isFinite(placed.back()), "a mesh's positions are finite numbers");
  }
  Ready ready;
  std::vector<std::int64_t> number(placed.size(), -1);
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const std::uint32_t a = mesh.indices[i];
    const std::uint32_t b = mesh.indices[i + (mirrored ? 2 : 1)];
    const std::uint32_t c = mesh.indices[i + (mirrored ? 1 : 2)];
    const glm::vec3 normal = faceNormal(placed, a, b, c);
    if (!(glm::dot(normal, normal) > 0.0f)) continue;
    for (const std::uint32_t corner : {a, b, c}) {
      if (number[corner] < 0) {
        number[corner] = static_cast<std::int64_t>(ready.positions.size());
        const glm::vec3 given = turn * mesh.normals[corner];
        const bool usable = isFinite(given) && glm::dot(given, given) > 0.0f;
        ready.positions.push_back(placed[corner]);
        ready.normals.push_back(glm::normalize(usable ? glm::normalize(given) : normal));
        ready.uvs.push_back(mesh.uvs[corner] * (tiling.per_mm.x > 0 ? tiling.per_mm : glm::vec2(kMetres)));
      }
      ready.indices.push_back(static_cast<std::uint32_t>(number[corner]));
    }
  }
  if (tiling.slopes) addTangents(ready);
  return ready;
}

// Translation, rotation and scale of a transform, where it is one: no shear.
struct Placement {
  glm::vec3 translation{0.0f};
  glm::quat rotation{1.0f, 0.0f, 0.0f, 0.0f};
  glm::vec3 scale{1.0f};
};

std::optional<Placement> placementOf(const glm::mat4& transform) {
  glm::mat3 linear(transform);
  Placement placement;
  placement.translation = glm::vec3(transform[3]) * kMetres;
  for (int i = 0; i < 3; ++i) {
    placement.scale[i] = glm::length(linear[i]);
    if (!(placement.scale[i] > 1e-9f)) return std::nullopt;
    linear[i] /= placement.scale[i];
  }
  const float skew =
      std::max({std::abs(glm::dot(linear[0], linear[1])), std::abs(glm::dot(linear[1], linear[2])),
                std::abs(glm::dot(linear[0], linear[2]))});
  if (skew > 1e-4f) return std::nullopt;
  if (glm::determinant(linear) < 0.0f) {
    placement.scale.x = -placement.scale.x;
    linear[0] = -linear[0];
  }
  placement.rotation = glm::normalize(glm::quat_cast(linear));
  return placement;
}

class Writer {
 public:
  Writer(const Scene& scene, const std::vector<Variant>& variants) : scene_(scene), variants_(variants) {}

  std::vector<std::uint8_t> write(const std::string& generator) {
    for (const Node& node : scene_.geometry.nodes) {
      if (!node.ghost) addNode(node);
    }
    return assemble(generator);
  }

 private:
  struct Accessors {
    std::size_t positions = 0;  // normals and uvs follow it
    std::size_t indices = 0;
    std::size_t tangents = 0;
    bool empty = true, has_tangents = false;
  };

  void addNode(const Node& node) {
    require(node.mesh < scene_.geometry.meshes.size(), "a node names a mesh that does not exist");
    require(node.slot < scene_.appearance.materials.size(), "every slot of the geometry has a material");
    const auto placement = placementOf(node.transform);
    const Material& material = scene_.appearance.materials[node.slot];
    const Tiling tiling{glb::tilesPerMm(material), glb::hasSlopes(material)};
    const Accessors accessors = placement
                                    ? shared(node.mesh, tiling)
                                    : add(prepare(scene_.geometry.meshes[node.mesh], node.transform, tiling));
    if (accessors.empty) return;
    std::string json =
        "{\"name\":" + quoted(node.part_id) + ",\"mesh\":" + text(meshWith(accessors, node.slot));
    const Placement still;
    const Placement at = placement.value_or(still);
    if (at.translation != still.translation) json += ",\"translation\":" + listText(at.translation);
    const glm::vec4 rotation(at.rotation.x, at.rotation.y, at.rotation.z, at.rotation.w);
    if (rotation != glm::vec4(0.0f, 0.0f, 0.0f, 1.0f)) json += ",\"rotation\":" + listText(rotation);
    if (at.scale != still.scale) json += ",\"scale\":" + listText(at.scale);
    nodes_.push_back(json + "}");
  }

  Accessors shared(std::uint32_t mesh, const Tiling& tiling) {
    const auto key = std::make_tuple(mesh, tiling.per_mm.x, tiling.per_mm.y);
    const auto found = by_mesh_.find(key);
    if (found != by_mesh_.end()) return found->second;
    return by_mesh_[key] = add(prepare(scene_.geometry.meshes[mesh], glm::mat4(1.0f), tiling));
  }

  Accessors add(const Ready& ready) {
    if (ready.indices.empty()) return {};
    const std::size_t base = vertices_.size() * sizeof(float);
    glm::vec3 low = ready.positions[0];
    glm::vec3 high = low;
    for (std::size_t i = 0; i < ready.positions.size(); ++i) {
      low = glm::min(low, ready.positions[i]);
      high = glm::max(high, ready.positions[i]);
      for (int c = 0; c < 3; ++c) vertices_.push_back(ready.positions[i][c]);
      for (int c = 0; c < 3; ++c) vertices_.push_back(ready.normals[i][c]);
      for (int c = 0; c < 2; ++c) vertices_.push_back(ready.uvs[i][c]);
    }
    Accessors accessors;
    accessors.positions = accessors_.size();
    accessors.empty = false;
    const std::string count = ",\"componentType\":5126,\"count\":" + text(ready.positions.size());
    const auto vertexAccessor = [&](std::size_t offset, const std::string& rest) {
      accessors_.push_back("{\"bufferView\":0,\"byteOffset\":" + text(base + offset) + count + rest + "}");
    };
    vertexAccessor(0, ",\"type\":\"VEC3\",\"min\":" + listText(low) + ",\"max\":" + listText(high));
    vertexAccessor(12, ",\"type\":\"VEC3\"");
    vertexAccessor(24, ",\"type\":\"VEC2\"");
    accessors.indices = accessors_.size();
    const bool small = ready.positions.size() < kSmallest32BitMesh;
    const std::size_t offset = small ? indices16_.size() * 2 : indices32_.size() * 4;
    for (const std::uint32_t index : ready.indices) {
      if (small) {
        indices16_.push_back(static_cast<std::uint16_t>(index));
      } else {
        indices32_.push_back(index);
      }
    }
    index_views_.push_back({accessors_.size(), small});
    accessors_.push_back("\"byteOffset\":" + text(offset) +
                         ",\"componentType\":" + (small ? "5123" : "5125") +
                         ",\"count\":" + text(ready.indices.size()) + ",\"type\":\"SCALAR\"}");
    if (!ready.tangents.empty()) addTangents(ready, accessors);
    return accessors;
  }

  void addTangents(const Ready& ready, Accessors& accessors) {
    accessors.has_tangents = true;
    accessors.tangents = accessors_.size();
    tangent_views_.push_back(accessors_.size());
    accessors_.push_back("\"byteOffset\":" + text(tangents_.size() * sizeof(float)) +
                         ",\"componentType\":5126,\"count\":" + text(ready.tangents.size()) +
                         ",\"type\":\"VEC4\"}");
    for (const glm::vec4& tangent : ready.tangents)
      for (int c = 0; c < 4; ++c) tangents_.push_back(tangent[c]);
  }

  std::size_t meshWith(const Accessors& accessors, std::uint32_t slot) {
    const auto key = std::make_pair(accessors.positions, slot);
    const auto found = mesh_of_.find(key);
    if (found != mesh_of_.end()) return found->second;
    const std::size_t p = accessors.positions;
    meshes_.push_back("{\"primitives\":[{\"attributes\":{\"POSITION\":" + text(p) +
                      ",\"NORMAL\":" + text(p + 1) + ",\"TEXCOORD_0\":" + text(p + 2) +
                      (accessors.has_tangents ? ",\"TANGENT\":" + text(accessors.tangents) : "") +
                      "},\"indices\":" + text(accessors.indices) + ",\"material\":" + text(materialOf(slot)) +
                      variantsOf(slot) + "}]}");
    return mesh_of_[key] = meshes_.size() - 1;
  }

  std::size_t materialOf(std::uint32_t slot) { return materials_.indexOf(scene_.appearance.materials[slot]); }

  /// A primitive's materials by variant.
  std::string variantsOf(std::uint32_t slot) {
    if (variants_.empty()) return {};
    std::map<std::size_t, std::vector<std::string>> by_material;
    for (std::size_t i = 0; i < variants_.size(); ++i) {
      const std::vector<Material>& materials = variants_[i].appearance.materials;
      require(slot < materials.size(), "every variant has a material for every slot");
      by_material[materials_.indexOf(materials[slot])].push_back(text(i));
    }
    std::vector<std::string> mappings;
    for (const auto& [material, variants] : by_material)
      mappings.push_back("{\"material\":" + text(material) + ",\"variants\":[" + joined(variants) + "]}");
    return ",\"extensions\":{\"KHR_materials_variants\":{\"mappings\":[" + joined(mappings) + "]}}";
  }

  std::string bufferViews(std::size_t& bytes) {
    std::vector<std::string> views;
    const auto view = [&](std::size_t size, const std::string& rest) {
      views.push_back("{\"buffer\":0,\"byteOffset\":" + text(bytes) + ",\"byteLength\":" + text(size) + rest +
                      "}");
      bytes += (size + 3) / 4 * 4;
      return text(views.size() - 1);
    };
    view(vertices_.size() * 4, ",\"byteStride\":32,\"target\":34962");
    std::string small;
    std::string large;
    if (!indices16_.empty()) small = view(indices16_.size() * 2, ",\"target\":34963");
    if (!indices32_.empty()) large = view(indices32_.size() * 4, ",\"target\":34963");
    for (const auto& [accessor, is_small] : index_views_) {
      accessors_[accessor] = "{\"bufferView\":" + (is_small ? small : large) + "," + accessors_[accessor];
    }
    if (!tangents_.empty()) {
      const std::string tangents = view(tangents_.size() * 4, ",\"byteStride\":16,\"target\":34962");
      for (const std::size_t accessor : tangent_views_)
        accessors_[accessor] = "{\"bufferView\":" + tangents + "," + accessors_[accessor];
    }
    first_image_view_ = views.size();
    for (const std::vector<std::uint8_t>& png : materials_.images()) view(png.size(), "");
    return joined(views);
  }

  /// What the file uses beyond glTF 2.0, and the names of its variants.
  std::string extensions() const {
    std::vector<std::string> used, names;
    if (materials_.usesSheen()) used.push_back("\"KHR_materials_sheen\"");
    if (!variants_.empty()) used.push_back("\"KHR_materials_variants\"");
    std::string json;
    if (!used.empty()) json = ",\"extensionsUsed\":[" + joined(used) + "]";
    if (variants_.empty()) return json;
    for (const Variant& variant : variants_) names.push_back("{\"name\":" + quoted(variant.name) + "}");
    return json + ",\"extensions\":{\"KHR_materials_variants\":{\"variants\":[" + joined(names) + "]}}";
  }

  std::vector<std::uint8_t> assemble(const std::string& generator) {
    std::string json = "{\"asset\":{\"version\":\"2.0\",\"generator\":" + quoted(generator) + "}";
    std::size_t bytes = 0;
    if (!nodes_.empty()) {
      json += extensions();
      const std::string views = bufferViews(bytes);
      std::string roots;
      for (std::size_t i = 0; i < nodes_.size(); ++i) roots += (i ? "," : "") + text(i);
      json += ",\"scene\":0,\"scenes\":[{\"nodes\":[" + roots + "]}],\"nodes\":[" + joined(nodes_) +
              "],\"meshes\":[" + joined(meshes_) + "]," + materials_.json(first_image_view_) +
              ",\"accessors\":[" + joined(accessors_) + "],\"bufferViews\":[" + views +
              "],\"buffers\":[{\"byteLength\":" + text(bytes) + "}]";
    }
    json += "}";
    json.append((4 - json.size() % 4) % 4, ' ');
    return container(json, bytes);
  }

  std::vector<std::uint8_t> container(const std::string& json, std::size_t binary_bytes) const {
    std::vector<std::uint8_t> out;
    const auto word = [&](std::size_t value) {
      require(value <= 0xffffffffu, "a GLB file is at most 4 GiB");
      for (int i = 0; i < 4; ++i) out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    };
    const auto append = [&](const void* data, std::size_t size) {
      const auto* begin = static_cast<const std::uint8_t*>(data);
      out.insert(out.end(), begin, begin + size);
      out.insert(out.end(), (4 - size % 4) % 4, 0);
    };
    word(0x46546C67);
    word(2);
    word(20 + json.size() + (binary_bytes > 0 ? 8 + binary_bytes : 0));
    word(json.size());
    word(0x4E4F534A);
    append(json.data(), json.size());
    if (binary_bytes == 0) return out;
    word(binary_bytes);
    word(0x004E4942);
    append(vertices_.data(), vertices_.size() * sizeof(float));
    append(indices16_.data(), indices16_.size() * sizeof(std::uint16_t));
    append(indices32_.data(), indices32_.size() * sizeof(std::uint32_t));
    append(tangents_.data(), tangents_.size() * sizeof(float));
    for (const std::vector<std::uint8_t>& png : materials_.images()) append(png.data(), png.size());
    return out;
  }

  const Scene& scene_;
  const std::vector<Variant>& variants_;
  std::map<std::tuple<std::uint32_t, float, float>, Accessors> by_mesh_;  // mesh, what its uvs are scaled by
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> mesh_of_;  // positions accessor and slot
  std::vector<std::pair<std::size_t, bool>> index_views_;                 // accessor, whether 16-bit
  std::vector<std::string> nodes_, meshes_, accessors_;
  glb::Materials materials_;
  std::size_t first_image_view_ = 0;
  std::vector<std::size_t> tangent_views_;  // accessors
  std::vector<float> vertices_, tangents_;
  std::vector<std::uint16_t> indices16_;
  std::vector<std::uint32_t> indices32_;
};

}  // namespace

std::vector<std::uint8_t> writeGlb(const Scene& scene, const std::string& generator,
                                   const std::vector<Variant>& variants) {
  return Writer(scene, variants).write(generator);
}

}  // namespace renderer
