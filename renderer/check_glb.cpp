// The GLB container (Khronos glTF 2.0, chapter 4.4) and the parts of its JSON that can do harm. The only file
// that knows the JSON library.
#include "renderer/check_glb.h"

#include <array>
#include <nlohmann/json.hpp>

namespace renderer {
namespace {

using Json = nlohmann::json;
using Refusal = std::optional<std::string>;

constexpr std::uint32_t kMagic = 0x46546C67;  // "glTF"
constexpr std::uint32_t kJsonChunk = 0x4E4F534A;
constexpr std::uint32_t kBinChunk = 0x004E4942;
constexpr int kDeepest = 64;

std::uint32_t wordAt(const std::vector<std::uint8_t>& bytes, std::size_t at) {
  std::uint32_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) word |= static_cast<std::uint32_t>(bytes[at + i]) << (8 * i);
  return word;
}

struct Container {
  std::size_t json_begin = 0;
  std::size_t json_end = 0;
  std::size_t binary_bytes = 0;
};

Refusal checkHeader(const std::vector<std::uint8_t>& bytes) {
  if (bytes.size() < 12 || wordAt(bytes, 0) != kMagic)
    return "is not a GLB file (it does not begin with 'glTF')";
  if (wordAt(bytes, 4) != 2) {
    return "is glTF version " + std::to_string(wordAt(bytes, 4)) + "; export it as glTF 2.0 binary (.glb)";
  }
  if (wordAt(bytes, 8) != bytes.size()) {
    return "is truncated or has bytes too many: its header says " + std::to_string(wordAt(bytes, 8)) +
           " bytes, the file has " + std::to_string(bytes.size());
  }
  return std::nullopt;
}

Refusal readChunks(const std::vector<std::uint8_t>& bytes, Container& container) {
  std::size_t at = 12;
  for (int index = 0; at < bytes.size(); ++index) {
    if (bytes.size() - at < 8) return "ends in the middle of a chunk's header";
    const std::size_t length = wordAt(bytes, at);
    const std::uint32_t type = wordAt(bytes, at + 4);
    at += 8;
    if (length > bytes.size() - at) return "has a chunk that reaches beyond its end";
    if (length % 4 != 0) return "has a chunk whose length is not a multiple of 4";
    if (index == 0 && type != kJsonChunk) return "does not begin with a JSON chunk";
    if (index == 0) {
      container.json_begin = at;
      container.json_end = at + length;
    }
    if (index == 1 && type == kBinChunk) container.binary_bytes = length;
    at += length;
  }
  if (container.json_end == 0) return "has no JSON chunk";
  return std::nullopt;
}

// Model readers descend recursively, so nesting is bounded.
Refusal parseJson(const std::vector<std::uint8_t>& bytes, const Container& container, Json& json) {
  bool deep = false;
  const auto watch = [&](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > kDeepest;
    return !deep;
  };
  const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(container.json_begin);
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(container.json_end);
  json = Json::parse(begin, end, watch, false);
  if (deep) return "has JSON nested deeper than " + std::to_string(kDeepest) + " levels";
  if (json.is_discarded()) return "has malformed JSON";
  if (!json.is_object()) return "has JSON that is not an object";
  return std::nullopt;
}

// Any `uri` names something outside the GLB's own chunks, or hides data in text.
Refusal findUri(const Json& value) {
  if (value.is_object() && value.contains("uri")) {
    const Json& uri = value.at("uri");
    const std::string text = uri.is_string() ? uri.get<std::string>() : std::string("?");
    if (text.rfind("data:", 0) == 0)
      return "has a data URI; put buffers and images into the GLB's binary chunk";
    return "refers to another file ('" + text.substr(0, 80) + "'); a component model must be one GLB file";
  }
  if (value.is_structured()) {
    for (const Json& child : value) {
      if (auto refusal = findUri(child)) return refusal;
    }
  }
  return std::nullopt;
}

const Json& listOf(const Json& json, const char* key) {
  static const Json kNone = Json::array();
  const auto found = json.find(key);
  return found != json.end() && found->is_array() ? *found : kNone;
}

// Assimp 5.2 looks behind the slash of a mime type without checking that there is one.
Refusal checkMimeTypes(const Json& json) {
  for (const Json& image : listOf(json, "images")) {
    if (!image.is_object() || !image.contains("mimeType")) continue;
    const Json& mime = image.at("mimeType");
    const std::string text = mime.is_string() ? mime.get<std::string>() : mime.dump();
    if (text.find('/') == std::string::npos)
      return "has an image of mime type '" + text + "'; write 'image/png' or 'image/jpeg'";
  }
  return std::nullopt;
}

std::size_t numberOf(const Json& object, const char* key, std::size_t otherwise) {
  if (!object.is_object()) return otherwise;
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : otherwise;
}

/// Whether `object` has `key` as the index of something that is there.
bool hasIndex(const Json& object, const char* key, const Json& list) {
  return numberOf(object, key, list.size()) < list.size();
}

/// A member that may be left out, but is a whole number no larger than `most` where it is there.
bool isAtMost(const Json& object, const char* key, std::size_t most) {
  return object.is_object() && (!object.contains(key) || numberOf(object, key, most + 1) <= most);
}

Refusal checkBufferViews(const Json& json, const Container& container) {
  for (const Json& view : listOf(json, "bufferViews")) {
    const std::size_t offset = numberOf(view, "byteOffset", 0);
    if (!hasIndex(view, "buffer", listOf(json, "buffers")) ||
        !isAtMost(view, "byteOffset", container.binary_bytes) ||
        numberOf(view, "byteLength", container.binary_bytes + 1) > container.binary_bytes - offset) {
      return "has a buffer view that reaches beyond its binary chunk";
    }
  }
  for (const Json& image : listOf(json, "images")) {
    if (!hasIndex(image, "bufferView", listOf(json, "bufferViews")))
      return "has an image without a buffer view";
  }
  return std::nullopt;
}

// Assimp 5.2 looks at the parts of sparse accessors, and at the matrices of skins, without asking whether
// they are there.
Refusal checkSparse(const Json& json, const Container& container) {
  const Json& views = listOf(json, "bufferViews");
  const auto isPart = [&](const Json& sparse, const char* key) {
    const auto part = sparse.find(key);
    return part != sparse.end() && hasIndex(*part, "bufferView", views) &&
           isAtMost(*part, "byteOffset", container.binary_bytes);
  };
  for (const Json& accessor : listOf(json, "accessors")) {
    if (!accessor.is_object() || !isAtMost(accessor, "byteOffset", container.binary_bytes))
      return "has an accessor that reaches beyond its binary chunk";
    const auto sparse = accessor.find("sparse");
    if (sparse == accessor.end()) continue;
    if (!sparse->is_object() || !isPart(*sparse, "indices") || !isPart(*sparse, "values") ||
        numberOf(*sparse, "count", container.binary_bytes + 1) > numberOf(accessor, "count", 0)) {
      return "has a sparse accessor that is not whole";
    }
  }
  for (const Json& skin : listOf(json, "skins")) {
    if (!hasIndex(skin, "inverseBindMatrices", listOf(json, "accessors")))
      return "has a skin without inverse bind matrices; export it without its skeleton";
  }
  return std::nullopt;
}

Refusal checkPrimitives(const Json& json) {
  const Json& accessors = listOf(json, "accessors");
  for (const Json& mesh : listOf(json, "meshes")) {
    for (const Json& primitive : listOf(mesh, "primitives")) {
      const auto attributes = primitive.find("attributes");
      if (attributes == primitive.end() || !hasIndex(*attributes, "POSITION", accessors))
        return "has a mesh without positions";
      for (const auto& [name, accessor] : attributes->items()) {
        if (!hasIndex(*attributes, name.c_str(), accessors)) return "has a mesh with an attribute of nothing";
      }
    }
  }
  return std::nullopt;
}

// A tree: every node has at most one parent, so that nothing is walked twice or for ever.
Refusal checkNodes(const Json& json) {
  const Json& nodes = listOf(json, "nodes");
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::vector<std::size_t> parent(nodes.size(), kNone);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].is_object()) return "has a node that is not an object";
    for (const Json& child : listOf(nodes[i], "children")) {
      if (!child.is_number_unsigned() || child.get<std::size_t>() >= nodes.size()) {
        return "has a node with a child that does not exist";
      }
      if (parent[child.get<std::size_t>()] != kNone) return "has a node with two parents";
      parent[child.get<std::size_t>()] = i;
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::size_t steps = 0;
    for (std::size_t at = parent[i]; at != kNone; at = parent[at]) {
      if (++steps > nodes.size()) return "has nodes that contain themselves";
      if (steps > 256) return "has nodes nested deeper than 256 levels";
    }
  }
  return std::nullopt;
}

Refusal checkAccessors(const Json& json, const Container& container, const ModelLimits& limits) {
  for (const Json& buffer : listOf(json, "buffers")) {
    if (numberOf(buffer, "byteLength", 0) > container.binary_bytes)
      return "has a buffer longer than its binary chunk";
  }
  const Json& accessors = listOf(json, "accessors");
  std::size_t triangles = 0;
  for (const Json& mesh : listOf(json, "meshes")) {
    if (!mesh.is_object()) return "has a mesh that is not an object";
    for (const Json& primitive : listOf(mesh, "primitives")) {
      const std::size_t index = numberOf(primitive, "indices", accessors.size());
      if (index < accessors.size()) triangles += numberOf(accessors[index], "count", 0) / 3;
    }
  }
  if (triangles > limits.triangles) {
    return "has " + std::to_string(triangles) + " triangles; the limit is " +
           std::to_string(limits.triangles);
  }
  for (const Json& accessor : accessors) {
    if (numberOf(accessor, "count", 0) > limits.triangles * 3) {
      return "has an accessor of " + std::to_string(numberOf(accessor, "count", 0)) +
             " elements; the limit is " + std::to_string(limits.triangles * 3);
    }
  }
  return std::nullopt;
}

}  // namespace

Refusal checkGlb(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits) {
  if (auto refusal = checkHeader(bytes)) return refusal;
  Container container;
  if (auto refusal = readChunks(bytes, container)) return refusal;
  Json json;
  if (auto refusal = parseJson(bytes, container, json)) return refusal;
  if (auto refusal = findUri(json)) return refusal;
  if (auto refusal = checkMimeTypes(json)) return refusal;
  if (auto refusal = checkNodes(json)) return refusal;
  if (auto refusal = checkAccessors(json, container, limits)) return refusal;
  if (auto refusal = checkBufferViews(json, container)) return refusal;
  if (auto refusal = checkSparse(json, container)) return refusal;
  return checkPrimitives(json);
}

}  // namespace renderer
