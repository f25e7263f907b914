// GLB out: three buffer views (vertices, 16-bit and 32-bit indices) and accessors into them. Meshes that
// several nodes show are written once. Written as text by hand: the few keys of glTF that are needed, in a
// fixed order.
#include "renderer/write_glb.h"

#include <algorithm>
#include <array>
#include <charconv>
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
#include <utility>

#include "renderer/require.h"
#include "renderer/weave_tile.h"

namespace renderer {
namespace {

constexpr float kMetres = 0.001f;
constexpr std::uint32_t kSmallest32BitMesh = 65535;  // 0xFFFF itself is the restart index

// The float's exact value, so that a reader's minimum equals the buffer's.
std::string text(float value) {
  std::array<char, 64> buffer{};
  const double exact = value == 0.0f ? 0.0 : static_cast<double>(value);
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), exact).ptr;
  return {buffer.data(), end};
}

std::string text(std::size_t value) {
  return std::to_string(value);
}

template <typename V>
std::string listText(const V& vector) {
  std::string out = "[";
  for (int i = 0; i < vector.length(); ++i) out += (i ? "," : "") + text(vector[i]);
  return out + "]";
}

std::string quoted(const std::string& raw) {
  constexpr const char* kHex = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : raw) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ",") + item;
  return out;
}

// A mesh ready to be written: metres, unit normals, no triangle without area, no vertex without triangle.
struct Ready {
  std::vector<glm::vec3> positions, normals;
  std::vector<glm::vec2> uvs;
  std::vector<std::uint32_t> indices;
};

glm::vec3 faceNormal(const std::vector<glm::vec3>& p, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  return glm::cross(p[b] - p[a], p[c] - p[a]);
}

bool isFinite(const glm::vec3& v) {
  return std::isfinite(v.x) && std::isfinite(v.y) && std::isfinite(v.z);
}

Ready prepare(const Mesh& mesh, const glm::mat4& bake) {
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
        ready.uvs.push_back(mesh.uvs[corner] * kMetres);
      }
      ready.indices.push_back(static_cast<std::uint32_t>(number[corner]));
    }
  }
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
  explicit Writer(const Scene& scene) : scene_(scene) {}

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
    bool empty = true;
  };

  void addNode(const Node& node) {
    require(node.mesh < scene_.geometry.meshes.size(), "a node names a mesh that does not exist");
    require(node.slot < scene_.appearance.materials.size(), "every slot of the geometry has a material");
    const auto placement = placementOf(node.transform);
    const Accessors accessors =
        placement ? shared(node.mesh) : add(prepare(scene_.geometry.meshes[node.mesh], node.transform));
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

  Accessors shared(std::uint32_t mesh) {
    const auto found = by_mesh_.find(mesh);
    if (found != by_mesh_.end()) return found->second;
    return by_mesh_[mesh] = add(prepare(scene_.geometry.meshes[mesh], glm::mat4(1.0f)));
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
    Accessors accessors{accessors_.size(), 0, false};
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
    return accessors;
  }

  std::size_t meshWith(const Accessors& accessors, std::uint32_t slot) {
    const auto key = std::make_pair(accessors.positions, slot);
    const auto found = mesh_of_.find(key);
    if (found != mesh_of_.end()) return found->second;
    const std::size_t p = accessors.positions;
    meshes_.push_back("{\"primitives\":[{\"attributes\":{\"POSITION\":" + text(p) +
                      ",\"NORMAL\":" + text(p + 1) + ",\"TEXCOORD_0\":" + text(p + 2) + "},\"indices\":" +
                      text(accessors.indices) + ",\"material\":" + text(materialOf(slot)) + "}]}");
    return mesh_of_[key] = meshes_.size() - 1;
  }

  std::size_t materialOf(std::uint32_t slot) {
    const auto found = material_of_.find(slot);
    if (found != material_of_.end()) return found->second;
    materials_.push_back(materialText(scene_.appearance.materials[slot]));
    return material_of_[slot] = materials_.size() - 1;
  }

  static glm::vec3 linear(const glm::vec3& srgb) {
    glm::vec3 out;
    for (int i = 0; i < 3; ++i) {
      const float c = std::clamp(srgb[i], 0.0f, 1.0f);
      out[i] = c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
    }
    return out;
  }

  // glTF has no holes without a picture of them: a mesh fabric becomes as transparent as its holes on
  // average.
  std::string materialText(const Material& material) {
    const float cover =
        std::min(std::clamp(material.opacity, 0.0f, 1.0f), lookOf(material.weave).mean_coverage);
    const bool see_through = isSeeThrough(material);
    const glm::vec4 base(linear(material.color), see_through ? cover : 1.0f);
    std::string json = "{\"name\":" + quoted(material.name) +
                       ",\"pbrMetallicRoughness\":{\"baseColorFactor\":" + listText(base) +
                       ",\"metallicFactor\":" + text(std::clamp(material.metallic, 0.0f, 1.0f)) +
                       ",\"roughnessFactor\":" + text(std::clamp(material.roughness, 0.0f, 1.0f)) + "}";
    if (see_through) json += ",\"alphaMode\":\"BLEND\"";
    if (material.two_sided) json += ",\"doubleSided\":true";
    if (material.sheen > 0.0f) {
      const glm::vec3 nap = (linear(material.color) * 0.7f + 0.05f) * std::min(material.sheen, 1.0f);
      json += ",\"extensions\":{\"KHR_materials_sheen\":{\"sheenColorFactor\":" + listText(nap) +
              ",\"sheenRoughnessFactor\":0.5}}";
      has_sheen_ = true;
    }
    return json + "}";
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
    return joined(views);
  }

  std::vector<std::uint8_t> assemble(const std::string& generator) {
    std::string json = "{\"asset\":{\"version\":\"2.0\",\"generator\":" + quoted(generator) + "}";
    std::size_t bytes = 0;
    if (has_sheen_) json += ",\"extensionsUsed\":[\"KHR_materials_sheen\"]";
    if (!nodes_.empty()) {
      const std::string views = bufferViews(bytes);
      std::string roots;
      for (std::size_t i = 0; i < nodes_.size(); ++i) roots += (i ? "," : "") + text(i);
      json += ",\"scene\":0,\"scenes\":[{\"nodes\":[" + roots + "]}],\"nodes\":[" + joined(nodes_) +
              "],\"meshes\":[" + joined(meshes_) + "],\"materials\":[" + joined(materials_) +
              "],\"accessors\":[" + joined(accessors_) + "],\"bufferViews\":[" + views +
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
    return out;
  }

  const Scene& scene_;
  std::map<std::uint32_t, Accessors> by_mesh_;
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> mesh_of_;  // positions accessor and slot
  std::map<std::uint32_t, std::size_t> material_of_;
  std::vector<std::pair<std::size_t, bool>> index_views_;  // accessor, whether 16-bit
  std::vector<std::string> nodes_, meshes_, materials_, accessors_;
  std::vector<float> vertices_;
  std::vector<std::uint16_t> indices16_;
  std::vector<std::uint32_t> indices32_;
  bool has_sheen_ = false;
};

}  // namespace

std::vector<std::uint8_t> writeGlb(const Scene& scene, const std::string& generator) {
  return Writer(scene).write(generator);
}

}  // namespace renderer
