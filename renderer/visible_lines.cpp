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

#include "renderer/hidden_lines.h"

namespace renderer {
namespace {

constexpr float kCrease = 0.6f;   // cosine between two faces that bend sharply
constexpr float kSmooth = 0.97f;  // cosine between two normals where the surface goes on

/// Seen coordinates: right, up, towards the eye.
struct Seen {
  float sine, cosine;
  explicit Seen(float azimuth_deg)
      : sine(std::sin(glm::radians(azimuth_deg))), cosine(std::cos(glm::radians(azimuth_deg))) {}
  glm::vec3 operator()(const glm::vec3& p) const {
    return {p.x * cosine - p.z * sine, p.y, p.x * sine + p.z * cosine};
  }
};

/// Points that are the same for joining lines.
using Key = std::array<std::int64_t, 3>;
Key keyOf(const glm::vec3& p) {
  const auto rounded = [](float v) { return std::llround(v * 50.0f); };
  return {rounded(p.x), rounded(p.y), rounded(p.z)};
}

/// A face beside an edge: its own normal, and those that it has at the edge's ends.
struct Side {
  glm::vec3 face{0.0f}, at_a{0.0f}, at_b{0.0f};
};

/// Faces that meet in a line which a draughtsman draws: neither does the surface go on over it, which only
/// the triangles have, nor do both look the same way.
bool isBent(const Side& m, const Side& n) {
  const bool smooth = glm::dot(m.at_a, n.at_a) > kSmooth && glm::dot(m.at_b, n.at_b) > kSmooth;
  return !smooth && (m.face.z * n.face.z <= 0 || glm::dot(m.face, n.face) < kCrease);
}

/// An edge of a mesh with the faces beside it: more than two where a part has several bodies.
struct MeshEdge {
  glm::vec3 a{0.0f}, b{0.0f};
  std::vector<Side> sides;

  bool isOutline() const {
    for (std::size_t i = 1; i < sides.size(); ++i)
      if (isBent(sides[0], sides[i])) return true;
    return false;
  }
};
using MeshEdges = std::map<std::pair<Key, Key>, MeshEdge>;

MeshEdges edgesOf(const std::vector<Triangle>& triangles) {
  MeshEdges edges;
  for (const Triangle& t : triangles) {
    const glm::vec3 cross = glm::cross(t[1].at - t[0].at, t[2].at - t[0].at);
    if (glm::length(cross) < 1e-6f) continue;
    for (std::size_t k = 0; k < 3; ++k) {
      Corner a = t[k], b = t[(k + 1) % 3];
      Key first = keyOf(a.at), second = keyOf(b.at);
      if (first == second) continue;
      if (second < first) std::swap(first, second), std::swap(a, b);
      MeshEdge& edge = edges[{first, second}];
      edge.a = a.at;
      edge.b = b.at;
      edge.sides.push_back({glm::normalize(cross), a.normal, b.normal});
    }
  }
  return edges;
}

using Segments = std::vector<std::pair<glm::vec3, glm::vec3>>;

/// Where the surface turns away between two corners; the same point from either triangle of an edge.
glm::vec3 turnBetween(Corner a, Corner b) {
  if (keyOf(b.at) < keyOf(a.at)) std::swap(a, b);
  return glm::mix(a.at, b.at, a.normal.z / (a.normal.z - b.normal.z));
}

/// Where a smooth surface turns away from the eye. Along the triangles' edges this line would be jagged.
void addTurns(const std::vector<Triangle>& triangles, Segments& turns) {
  for (const Triangle& t : triangles) {
    std::vector<glm::vec3> ends;
    for (std::size_t k = 0; k < 3; ++k) {
      const Corner &a = t[k], &b = t[(k + 1) % 3];
      if ((a.normal.z >= 0) != (b.normal.z >= 0)) ends.push_back(turnBetween(a, b));
    }
    if (ends.size() == 2 && keyOf(ends[0]) != keyOf(ends[1])) turns.emplace_back(ends[0], ends[1]);
  }
}

/// Joins pieces end to end into lines as long as they go.
std::vector<Line3> joined(const Segments& pieces) {
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

Triangle triangleOf(const Node& node, const Mesh& mesh, std::size_t first, const Seen& seen) {
  Triangle triangle;
  for (std::size_t k = 0; k < 3; ++k) {
    const std::uint32_t i = mesh.indices[first + k];
    triangle[k].at = seen(glm::vec3(node.transform * glm::vec4(mesh.positions[i], 1.0f)));
    triangle[k].normal = seen(glm::vec3(node.transform * glm::vec4(mesh.normals[i], 0.0f)));
  }
  return triangle;
}

std::vector<Surface> surfacesOf(const Geometry& geometry, const Seen& seen) {
  std::vector<Surface> surfaces;
  for (std::size_t n = 0; n < geometry.nodes.size(); ++n) {
    const Node& node = geometry.nodes[n];
    if (node.ghost) continue;
    const Mesh& mesh = geometry.meshes[node.mesh];
    surfaces.push_back({static_cast<std::uint32_t>(n), {}});
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
      surfaces.back().triangles.push_back(triangleOf(node, mesh, i, seen));
  }
  return surfaces;
}

Bounds boundsOf(const std::vector<Surface>& surfaces) {
  Bounds bounds{glm::vec3(std::numeric_limits<float>::max()),
                glm::vec3(std::numeric_limits<float>::lowest())};
  for (const Surface& surface : surfaces) {
    for (const Triangle& triangle : surface.triangles) {
      for (const Corner& corner : triangle) {
        bounds.min = glm::min(bounds.min, corner.at);
        bounds.max = glm::max(bounds.max, corner.at);
      }
    }
  }
  return bounds;
}

/// A turn lies a little inside of where the triangles turn away, so more is looked at round it.
constexpr int kReachOfTurns = 2;

void addLinesOf(const Surface& surface, const Depth& depth, VisibleLines& lines) {
  Segments outlines, edges, turns;
  for (const auto& [ends, edge] : edgesOf(surface.triangles)) {
    if (edge.sides.size() == 1)
      edges.emplace_back(edge.a, edge.b);
    else if (edge.isOutline())
      outlines.emplace_back(edge.a, edge.b);
  }
  addTurns(surface.triangles, turns);
  for (Line3& line : joined(outlines)) addShown({surface.node, std::move(line)}, depth, lines.outlines);
  for (Line3& line : joined(turns))
    addShown({surface.node, std::move(line), kReachOfTurns}, depth, lines.outlines);
  for (Line3& line : joined(edges)) addShown({surface.node, std::move(line)}, depth, lines.edges);
}

}  // namespace

VisibleLines visibleLines(const Geometry& geometry, const std::vector<Line3>& given, float azimuth_deg) {
  const Seen seen(azimuth_deg);
  const std::vector<Surface> surfaces = surfacesOf(geometry, seen);
  const Bounds bounds = boundsOf(surfaces);
  if (bounds.min.x > bounds.max.x) return {};
  const Depth depth(surfaces, bounds);
  VisibleLines lines;
  for (const Surface& surface : surfaces) addLinesOf(surface, depth, lines);
  for (const Line3& line : given) {
    LineOn drawn;
    for (const glm::vec3& p : line) drawn.points.push_back(seen(p));
    addShown(drawn, depth, lines.given);
  }
  return lines;
}

}  // namespace renderer
