// "RKMODEL1", then 'R', a length and a text; or 'M', the number of parts and for each its name (length,
// text), colour, roughness, metallic, opacity, the numbers of vertices and indices, positions, normals, uvs,
// indices. Words and floats of four bytes, as this machine has them: both ends are one program.
#include "renderer/model_bytes.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace renderer {
namespace {

constexpr std::string_view kMagic = "RKMODEL1";
constexpr std::size_t kLongestText = 1000;
constexpr std::size_t kVertexBytes = 32, kIndexBytes = 4, kPartBytes = 36;

using Bytes = std::vector<std::uint8_t>;

class Writer {
 public:
  explicit Writer(char kind) {
    put(kMagic.data(), kMagic.size());
    put(&kind, 1);
  }
  void word(std::size_t value) {
    const auto four = static_cast<std::uint32_t>(value);
    put(&four, sizeof four);
  }
  void number(float value) { put(&value, sizeof value); }
  void text(std::string_view text) {
    text = text.substr(0, kLongestText);
    word(text.size());
    put(text.data(), text.size());
  }
  template <typename T>
  void all(const std::vector<T>& values) {
    put(values.data(), values.size() * sizeof(T));
  }
  Bytes take() { return std::move(bytes_); }

 private:
  void put(const void* from, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(from);
    bytes_.insert(bytes_.end(), first, first + size);
  }
  Bytes bytes_;
};

/// Reads until something does not fit; from then on everything is empty.
class Reader {
 public:
  explicit Reader(const Bytes& bytes) : bytes_(bytes) {}

  bool fits() const { return fits_; }
  bool atEnd() const { return fits_ && at_ == bytes_.size(); }
  std::string text(std::size_t size) {
    std::string text(has(size, 1) ? size : 0, ' ');
    take(text.data(), text.size());
    return text;
  }
  std::size_t word(std::size_t most) {
    std::uint32_t value = 0;
    if (has(1, sizeof value)) take(&value, sizeof value);
    fits_ = fits_ && value <= most;
    return fits_ ? value : 0;
  }
  float number() {
    float value = 0;
    if (has(1, sizeof value)) take(&value, sizeof value);
    return value;
  }
  template <typename T>
  std::vector<T> all(std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    std::vector<T> values(has(count, sizeof(T)) ? count : 0);
    take(values.data(), values.size() * sizeof(T));
    return values;
  }

 private:
  bool has(std::size_t count, std::size_t each) {
    fits_ = fits_ && count <= (bytes_.size() - at_) / each;
    return fits_;
  }
  void take(void* to, std::size_t size) {
    if (size > 0) std::memcpy(to, bytes_.data() + at_, size);
    at_ += size;
  }
  const Bytes& bytes_;
  std::size_t at_ = 0;
  bool fits_ = true;
};

template <typename Vector>
bool allFinite(const std::vector<Vector>& vectors) {
  return std::all_of(vectors.begin(), vectors.end(), [](const Vector& v) {
    for (int i = 0; i < Vector::length(); ++i) {
      if (!std::isfinite(v[i])) return false;
    }
    return true;
  });
}

bool isFactor(float value) {
  return value >= 0 && value <= 1;  // no NaN is
}

bool isSound(const ModelPart& part) {
  const Mesh& mesh = part.mesh;
  return allFinite(mesh.positions) && allFinite(mesh.normals) && allFinite(mesh.uvs) &&
         mesh.indices.size() % 3 == 0 &&
         std::all_of(mesh.indices.begin(), mesh.indices.end(),
                     [&](std::uint32_t index) { return index < mesh.positions.size(); }) &&
         isFactor(part.color.x) && isFactor(part.color.y) && isFactor(part.color.z) &&
         isFactor(part.roughness) && isFactor(part.metallic) && isFactor(part.opacity);
}

ModelPart readPart(Reader& reader, std::size_t most_triangles) {
  ModelPart part;
  part.name = reader.text(reader.word(kLongestText));
  for (int i = 0; i < 3; ++i) part.color[i] = reader.number();
  part.roughness = reader.number();
  part.metallic = reader.number();
  part.opacity = reader.number();
  const std::size_t vertices = reader.word(3 * most_triangles);
  const std::size_t indices = reader.word(3 * most_triangles);
  part.mesh.positions = reader.all<glm::vec3>(vertices);
  part.mesh.normals = reader.all<glm::vec3>(vertices);
  part.mesh.uvs = reader.all<glm::vec2>(vertices);
  part.mesh.indices = reader.all<std::uint32_t>(indices);
  return part;
}

Result<Model> readModel(Reader& reader, const ModelLimits& limits) {
  Model model;
  std::size_t left = limits.triangles;
  const std::size_t parts = reader.word(kMostModelParts);
  for (std::size_t i = 0; i < parts && reader.fits(); ++i) {
    model.parts.push_back(readPart(reader, left));
    if (!isSound(model.parts.back())) return failure(kNotAnAnswer);
    left -= model.parts.back().mesh.indices.size() / 3;
  }
  if (!reader.atEnd() || left == limits.triangles) return failure(kNotAnAnswer);
  return model;
}

}  // namespace

Bytes encodeModel(const Model& model) {
  Writer writer('M');
  writer.word(model.parts.size());
  for (const ModelPart& part : model.parts) {
    writer.text(part.name);
    for (int i = 0; i < 3; ++i) writer.number(part.color[i]);
    for (const float factor : {part.roughness, part.metallic, part.opacity}) writer.number(factor);
    writer.word(part.mesh.positions.size());
    writer.word(part.mesh.indices.size());
    writer.all(part.mesh.positions);
    writer.all(part.mesh.normals);
    writer.all(part.mesh.uvs);
    writer.all(part.mesh.indices);
  }
  return writer.take();
}

Bytes encodeRefusal(const std::string& why) {
  Writer writer('R');
  writer.text(why);
  return writer.take();
}

Result<Model> decodeAnswer(const Bytes& bytes, const ModelLimits& limits) {
  Reader reader(bytes);
  if (reader.text(kMagic.size()) != kMagic) return failure(kNotAnAnswer);
  const std::string kind = reader.text(1);
  if (kind == "M") return readModel(reader, limits);
  std::string why = reader.text(reader.word(kLongestText));
  if (kind != "R" || why.empty() || !reader.atEnd()) return failure(kNotAnAnswer);
  return failure(std::move(why));
}

std::size_t longestAnswer(const ModelLimits& limits) {
  return 3 * limits.triangles * (kVertexBytes + kIndexBytes) + kMostModelParts * (kPartBytes + kLongestText) +
         64;
}

}  // namespace renderer
