#include "renderer/visible_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>
#include <glm/vec4.hpp>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace renderer {
namespace {

constexpr float kCell_mm = 0.5f;      // of the depth picture
constexpr float kStep_mm = 0.6f;      // between the points of a line that are looked at
constexpr float kBehind_mm = 0.5f;    // nearer to a surface a line lies on it
constexpr float kShortest_mm = 1.5f;  // visible bits shorter than this are specks
constexpr float kCrease = 0.6f;       // cosine between two faces that bend sharply
constexpr float kStraight_mm = 0.08f;

/// Seen coordinates: right, up, towards the eye.
struct Seen {
  float sine, cosine;
  explicit Seen(float azimuth_deg)
      : sine(std::sin(glm::radians(azimuth_deg))), cosine(std::cos(glm::radians(azimuth_deg))) {}
  glm::vec3 operator()(const glm::vec3& p) const {
    return {p.x * cosine - p.z * sine, p.y, p.x * sine + p.z * cosine};
  }
};

using Triangle = std::array<glm::vec3, 3>;

/// How near the nearest surface is, cell by cell.
class Depth {
 public:
  Depth(const std::vector<Triangle>& triangles, const Bounds& bounds)
      : low_(glm::vec2(bounds.min) - 2 * kCell_mm),
        width_(static_cast<int>((bounds.max.x - bounds.min.x) / kCell_mm) + 6),
        height_(static_cast<int>((bounds.max.y - bounds.min.y) / kCell_mm) + 6),
        nearest_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_), kNothing) {
    for (const Triangle& triangle : triangles) add(triangle);
  }
  /// Hidden where everything round the point is nearer: so no surface hides its own border.
  bool hides(const glm::vec3& p) const {
    const glm::ivec2 cell = cellOf(glm::vec2(p));
    for (int y = -1; y <= 1; ++y) {
      for (int x = -1; x <= 1; ++x) {
        if (at(cell.x + x, cell.y + y) < p.z + kBehind_mm) return false;
      }
    }
    return true;
  }

 private:
  static constexpr float kNothing = std::numeric_limits<float>::lowest();
  glm::ivec2 cellOf(const glm::vec2& p) const { return glm::ivec2(glm::floor((p - low_) / kCell_mm)); }
  float at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width_ || y >= height_) return kNothing;
    return nearest_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                    static_cast<std::size_t>(x)];
  }
  void add(const Triangle& t) {
    const glm::ivec2 low = cellOf(glm::min(glm::vec2(t[0]), glm::min(glm::vec2(t[1]), glm::vec2(t[2]))));
    const glm::ivec2 high = cellOf(glm::max(glm::vec2(t[0]), glm::max(glm::vec2(t[1]), glm::vec2(t[2]))));
    const glm::vec2 u(t[1] - t[0]), v(t[2] - t[0]);
    const float area = u.x * v.y - u.y * v.x;
    if (std::abs(area) < 1e-6f) return;
    for (int y = std::max(low.y, 0); y <= std::min(high.y, height_ - 1); ++y) {
      for (int x = std::max(low.x, 0); x <= std::min(high.x, width_ - 1); ++x) {
        const glm::vec2 p = low_ + (glm::vec2(x, y) + 0.5f) * kCell_mm - glm::vec2(t[0]);
        const float b = (p.x * v.y - p.y * v.x) / area, c = (u.x * p.y - u.y * p.x) / area;
        if (b < 0 || c < 0 || b + c > 1) continue;
        float& nearest = nearest_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                  static_cast<std::size_t>(x)];
        nearest = std::max(nearest, t[0].z + b * (t[1].z - t[0].z) + c * (t[2].z - t[0].z));
      }
    }
  }

  glm::vec2 low_;
  int width_, height_;
  std::vector<float> nearest_;
};

/// Points that are the same for joining lines.
using Key = std::array<std::int64_t, 3>;
Key keyOf(const glm::vec3& p) {
  const auto rounded = [](float v) { return std::llround(v * 50.0f); };
  return {rounded(p.x), rounded(p.y), rounded(p.z)};
}

/// An edge of a mesh with the faces beside it.
struct MeshEdge {
  glm::vec3 a{0.0f}, b{0.0f};
  std::vector<glm::vec3> normals;
};
using MeshEdges = std::map<std::pair<Key, Key>, MeshEdge>;

MeshEdges edgesOf(const std::vector<Triangle>& triangles) {
  MeshEdges edges;
  for (const Triangle& t : triangles) {
    const glm::vec3 cross = glm::cross(t[1] - t[0], t[2] - t[0]);
    if (glm::length(cross) < 1e-6f) continue;
    for (std::size_t k = 0; k < 3; ++k) {
      glm::vec3 a = t[k], b = t[(k + 1) % 3];
      Key first = keyOf(a), second = keyOf(b);
      if (first == second) continue;
      if (second < first) std::swap(first, second), std::swap(a, b);
      MeshEdge& edge = edges[{first, second}];
      edge.a = a;
      edge.b = b;
      edge.normals.push_back(glm::normalize(cross));
    }
  }
  return edges;
}

/// Joins pieces end to end into lines as long as they go.
std::vector<Line3> joined(const std::vector<std::pair<glm::vec3, glm::vec3>>& pieces) {
  std::multimap<Key, std::size_t> ends;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    ends.emplace(keyOf(pieces[i].first), i);
    ends.emplace(keyOf(pieces[i].second), i);
  }
  std::vector<bool> used(pieces.size(), false);
  const auto next = [&](const glm::vec3& from) -> std::pair<bool, glm::vec3> {
    const auto [low, high] = ends.equal_range(keyOf(from));
    for (auto found = low; found != high; ++found) {
      if (used[found->second]) continue;
      used[found->second] = true;
      const auto& piece = pieces[found->second];
      return {true, keyOf(piece.first) == keyOf(from) ? piece.second : piece.first};
    }
    return {false, {}};
  };
  std::vector<Line3> lines;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (used[i]) continue;
    used[i] = true;
    Line3 line{pieces[i].first, pieces[i].second};
    for (int end = 0; end < 2; ++end) {
      for (auto [found, to] = next(line.back()); found; std::tie(found, to) = next(line.back()))
        line.push_back(to);
      std::reverse(line.begin(), line.end());
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

float lengthOf(const Line2& line) {
  float length = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length += glm::distance(line[i - 1], line[i]);
  return length;
}

/// Without the points that a straight line does as well without; Douglas and Peucker.
void addThinned(const Line2& line, std::size_t from, std::size_t to, Line2& out) {
  std::size_t farthest = from;
  float most = kStraight_mm;
  const glm::vec2 along = line[to] - line[from];
  const float length = std::max(glm::length(along), 1e-6f);
  for (std::size_t i = from + 1; i < to; ++i) {
    const glm::vec2 p = line[i] - line[from];
    const float off =
        glm::length(along) < 1e-3f ? glm::length(p) : std::abs(p.x * along.y - p.y * along.x) / length;
    if (off > most) most = off, farthest = i;
  }
  if (farthest == from) {
    out.push_back(line[to]);
    return;
  }
  addThinned(line, from, farthest, out);
  addThinned(line, farthest, to, out);
}

/// The stretches of seen lines that nothing hides.
std::vector<Line2> shown(const std::vector<Line3>& lines, const Depth& depth) {
  std::vector<Line2> out;
  Line2 run;
  const auto end = [&] {
    if (run.size() > 1 && lengthOf(run) >= kShortest_mm) {
      Line2 thin{run.front()};
      addThinned(run, 0, run.size() - 1, thin);
      out.push_back(std::move(thin));
    }
    run.clear();
  };
  for (const Line3& line : lines) {
    for (std::size_t i = 1; i < line.size(); ++i) {
      const int steps =
          std::max(1, static_cast<int>(std::ceil(glm::distance(line[i - 1], line[i]) / kStep_mm)));
      for (int k = i == 1 ? 0 : 1; k <= steps; ++k) {
        const glm::vec3 p = glm::mix(line[i - 1], line[i], static_cast<float>(k) / static_cast<float>(steps));
        if (depth.hides(p))
          end();
        else
          run.emplace_back(p);
      }
    }
    end();
  }
  return out;
}

}  // namespace

VisibleLines visibleLines(const Geometry& geometry, const std::vector<Line3>& given, float azimuth_deg) {
  const Seen seen(azimuth_deg);
  std::vector<Triangle> all;
  std::vector<std::pair<glm::vec3, glm::vec3>> outlines, edges;
  for (const Node& node : geometry.nodes) {
    if (node.ghost) continue;
    const Mesh& mesh = geometry.meshes[node.mesh];
    std::vector<Triangle> own;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
      Triangle triangle;
      for (std::size_t k = 0; k < 3; ++k)
        triangle[k] = seen(glm::vec3(node.transform * glm::vec4(mesh.positions[mesh.indices[i + k]], 1.0f)));
      own.push_back(triangle);
    }
    for (const auto& [ends, edge] : edgesOf(own)) {
      if (edge.normals.size() == 1) {
        edges.emplace_back(edge.a, edge.b);
        continue;
      }
      const glm::vec3 &m = edge.normals[0], &n = edge.normals[1];
      if (m.z * n.z <= 0 || glm::dot(m, n) < kCrease) outlines.emplace_back(edge.a, edge.b);
    }
    all.insert(all.end(), own.begin(), own.end());
  }
  Bounds bounds;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (const glm::vec3& p : all[i]) {
      if (i == 0) bounds = {p, p};
      bounds.min = glm::min(bounds.min, p);
      bounds.max = glm::max(bounds.max, p);
    }
  }
  if (all.empty()) return {};
  const Depth depth(all, bounds);
  std::vector<Line3> lines;
  for (const Line3& line : given) {
    lines.emplace_back();
    for (const glm::vec3& p : line) lines.back().push_back(seen(p));
  }
  return {shown(joined(outlines), depth), shown(joined(edges), depth), shown(lines, depth)};
}

}  // namespace renderer
