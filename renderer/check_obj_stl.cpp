// Wavefront OBJ: lines of text, each with its keyword first. STL: 80 bytes of anything, the number of
// triangles and 50 bytes for each; or text that begins with "solid".
#include "renderer/check_obj_stl.h"

#include <algorithm>
#include <string_view>

namespace renderer {
namespace {

using Refusal = std::optional<std::string>;

constexpr std::size_t kLongestLine = 64 * 1024;  // a polygon of some thousand corners
constexpr std::size_t kStlHead = 84, kStlTriangle = 50;

std::string_view textOf(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Refusal tooMany(std::size_t triangles, const ModelLimits& limits) {
  if (triangles <= limits.triangles) return std::nullopt;
  return "has " + std::to_string(triangles) + " triangles; the limit is " + std::to_string(limits.triangles);
}

/// What a text file's lines begin with, counted; a refusal for lines that no such file has.
struct Lines {
  std::size_t vertices = 0, faces = 0, facets = 0;
  bool too_long = false;
};

std::string_view keywordOf(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  line.remove_prefix(first);
  return line.substr(0, line.find_first_of(" \t\r"));
}

Lines linesOf(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view keyword = keywordOf(line);
    lines.too_long = lines.too_long || line.size() > kLongestLine;
    lines.vertices += keyword == "v" ? 1 : 0;
    lines.faces += keyword == "f" ? 1 : 0;
    lines.facets += keyword == "facet" ? 1 : 0;
  }
  return lines;
}

Refusal notText(std::string_view text) {
  if (text.find('\0') == std::string_view::npos) return std::nullopt;
  return "is not text";
}

std::size_t triangleWordOf(const std::vector<std::uint8_t>& bytes) {
  std::size_t word = 0;
  for (std::size_t i = 0; i < 4; ++i) word |= static_cast<std::size_t>(bytes[80 + i]) << (8 * i);
  return word;
}

}  // namespace

Refusal checkObj(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits) {
  const std::string_view text = textOf(bytes);
  if (auto refusal = notText(text)) return refusal;
  const Lines lines = linesOf(text);
  if (lines.too_long) return "has a line of more than " + std::to_string(kLongestLine) + " characters";
  if (lines.vertices == 0 || lines.faces == 0) return "is not an OBJ file (it has no 'v' or no 'f' lines)";
  if (lines.vertices > 3 * limits.triangles) {
    return "has " + std::to_string(lines.vertices) + " vertices; the limit is " +
           std::to_string(3 * limits.triangles);
  }
  return tooMany(lines.faces, limits);
}

Refusal checkStl(const std::vector<std::uint8_t>& bytes, const ModelLimits& limits) {
  const std::string_view text = textOf(bytes);
  // Some programs begin binary files with "solid", too: the size tells them apart.
  if (bytes.size() >= kStlHead && bytes.size() == kStlHead + kStlTriangle * triangleWordOf(bytes))
    return tooMany(triangleWordOf(bytes), limits);
  if (!text.starts_with("solid")) {
    if (bytes.size() < kStlHead) return "is not an STL file";
    return "is truncated or has bytes too many: its header says " + std::to_string(triangleWordOf(bytes)) +
           " triangles of 50 bytes, the file has " + std::to_string(bytes.size() - kStlHead) +
           " bytes of them";
  }
  if (auto refusal = notText(text)) return refusal;
  const Lines lines = linesOf(text);
  if (lines.too_long) return "has a line of more than " + std::to_string(kLongestLine) + " characters";
  return tooMany(lines.facets, limits);
}

}  // namespace renderer
