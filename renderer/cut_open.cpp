// Triangles are clipped one by one; each leaves a stretch of the cut, which has the mesh's inside on its left
// as it is seen from the side that was cut away. Stretches that join without an end enclose something.
#include "renderer/cut_open.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/matrix.hpp>
#include <glm/vec4.hpp>
#include <map>
#include <numeric>
#include <utility>

namespace renderer {
namespace {

constexpr float kWeld_mm = 0.02f;  // ends of stretches nearer than this are one
constexpr float kBands = 160;
constexpr float kLayer_mm = 0.004f;  // faces lie so far before each other that none flickers

/// A point of the cut: z to the left, y up, seen from greater x.
using CutPoint = glm::vec2;
struct Stretch {
  CutPoint from, to;
};

struct CutCorner {
  glm::vec3 position, normal;
  glm::vec2 uv;
};

CutCorner cornerOf(const Mesh& mesh, std::uint32_t index) {
  return {mesh.positions[index], mesh.normals[index], mesh.uvs[index]};
}

/// Where the edge between corners on two sides meets the plane; the same whichever way round it is given.
CutCorner meeting(CutCorner a, CutCorner b, float x) {
  if (a.position.x > b.position.x) std::swap(a, b);
  const float part = (x - a.position.x) / (b.position.x - a.position.x);
  CutCorner on{glm::mix(a.position, b.position, part), glm::mix(a.normal, b.normal, part),
               glm::mix(a.uv, b.uv, part)};
  on.position.x = x;
  return on;
}

void append(Mesh& mesh, const CutCorner& corner) {
  mesh.indices.push_back(static_cast<std::uint32_t>(mesh.positions.size()));
  mesh.positions.push_back(corner.position);
  mesh.normals.push_back(corner.normal);
  mesh.uvs.push_back(corner.uv);
}

CutPoint onPlane(const CutCorner& corner) {
  return {-corner.position.z, corner.position.y};
}

/// Keeps what of the triangle has x <= the plane's.
void clip(const std::array<CutCorner, 3>& corners, float x, Mesh& left, std::vector<Stretch>& cut) {
  std::vector<CutCorner> part;
  std::array<CutCorner, 2> ends{};  // where the outline leaves the kept side, and where it comes back
  bool crossed = false;
  for (std::size_t i = 0; i < 3; ++i) {
    const CutCorner& a = corners[i];
    const CutCorner& b = corners[(i + 1) % 3];
    const bool a_in = a.position.x <= x, b_in = b.position.x <= x;
    if (a_in) part.push_back(a);
    if (a_in == b_in) continue;
    const CutCorner on = meeting(a, b, x);
    part.push_back(on);
    ends[a_in ? 0 : 1] = on;
    crossed = true;
  }
  for (std::size_t i = 2; i < part.size(); ++i) {
    for (const std::size_t k : {std::size_t{0}, i - 1, i}) append(left, part[k]);
  }
  if (crossed) cut.push_back({onPlane(ends[0]), onPlane(ends[1])});
}

Mesh placed(const Mesh& mesh, const glm::mat4& transform) {
  Mesh out = mesh;
  const glm::mat3 normals = glm::transpose(glm::inverse(glm::mat3(transform)));
  for (glm::vec3& position : out.positions) position = glm::vec3(transform * glm::vec4(position, 1.0f));
  for (glm::vec3& normal : out.normals) normal = glm::normalize(normals * normal);
  if (glm::determinant(glm::mat3(transform)) >= 0.0f) return out;
  for (std::size_t i = 0; i + 2 < out.indices.size(); i += 3) std::swap(out.indices[i], out.indices[i + 2]);
  return out;
}

/// Stretches that hang together, and whether they have no loose end.
struct Contour {
  std::vector<Stretch> stretches;
  bool closed = true;
};

class Joints {
 public:
  std::size_t at(const CutPoint& point) {
    const std::pair key(std::llround(point.x / kWeld_mm), std::llround(point.y / kWeld_mm));
    for (long long dx = -1; dx <= 1; ++dx) {
      for (long long dy = -1; dy <= 1; ++dy) {
        const auto found = known_.find({key.first + dx, key.second + dy});
        if (found != known_.end()) return found->second;
      }
    }
    known_.emplace(key, parents_.size());
    parents_.push_back(parents_.size());
    degrees_.push_back(0);
    return parents_.size() - 1;
  }
  std::size_t root(std::size_t joint) const {
    while (parents_[joint] != joint) joint = parents_[joint];
    return joint;
  }
  void join(std::size_t a, std::size_t b) {
    ++degrees_[a];
    ++degrees_[b];
    parents_[root(a)] = root(b);
  }
  bool isLoose(std::size_t joint) const { return degrees_[joint] % 2 != 0; }
  std::size_t count() const { return parents_.size(); }

 private:
  std::map<std::pair<long long, long long>, std::size_t> known_;
  std::vector<std::size_t> parents_;
  std::vector<int> degrees_;
};

std::vector<Contour> contoursOf(const std::vector<Stretch>& cut) {
  Joints joints;
  std::vector<std::size_t> starts;
  std::vector<Stretch> kept;
  for (const Stretch& stretch : cut) {
    const std::size_t a = joints.at(stretch.from), b = joints.at(stretch.to);
    if (a == b) continue;
    joints.join(a, b);
    starts.push_back(a);
    kept.push_back(stretch);
  }
  std::map<std::size_t, Contour> by_root;
  for (std::size_t i = 0; i < kept.size(); ++i) by_root[joints.root(starts[i])].stretches.push_back(kept[i]);
  for (std::size_t i = 0; i < joints.count(); ++i) {
    if (joints.isLoose(i)) by_root[joints.root(i)].closed = false;
  }
  std::vector<Contour> contours;
  for (auto& [root, contour] : by_root) contours.push_back(std::move(contour));
  return contours;
}

/// Adds a face that looks to greater x; the corners go round it to the left.
void addFace(Mesh& mesh, float x, const std::array<CutPoint, 4>& corners) {
  const auto base = static_cast<std::uint32_t>(mesh.positions.size());
  for (const CutPoint& p : corners) {
    mesh.positions.emplace_back(x, p.y, -p.x);
    mesh.normals.emplace_back(1.0f, 0.0f, 0.0f);
    mesh.uvs.push_back(p);
  }
  mesh.indices.insert(mesh.indices.end(), {base, base + 1, base + 2, base, base + 2, base + 3});
}

struct Crossing {
  float low, high;  // across, at the lower and upper edge of a row
  int turn;         // +1 where the stretch goes up
};

float acrossAt(const Stretch& stretch, float y) {
  const float part = (y - stretch.from.y) / (stretch.to.y - stretch.from.y);
  return glm::mix(stretch.from.x, stretch.to.x, std::clamp(part, 0.0f, 1.0f));
}

/// Row by row between the heights of all ends: in a row every stretch goes right through.
void fill(const std::vector<Stretch>& outline, float x, Mesh& mesh) {
  std::vector<float> heights;
  for (const Stretch& stretch : outline) heights.push_back(stretch.from.y);
  std::sort(heights.begin(), heights.end());
  heights.erase(std::unique(heights.begin(), heights.end()), heights.end());
  for (std::size_t row = 0; row + 1 < heights.size(); ++row) {
    const float low = heights[row], high = heights[row + 1];
    std::vector<Crossing> crossings;
    for (const Stretch& stretch : outline) {
      const float least = std::min(stretch.from.y, stretch.to.y);
      const float most = std::max(stretch.from.y, stretch.to.y);
      if (least > low || most < high || least == most) continue;
      crossings.push_back(
          {acrossAt(stretch, low), acrossAt(stretch, high), stretch.to.y > stretch.from.y ? 1 : -1});
    }
    std::sort(crossings.begin(), crossings.end(),
              [](const Crossing& a, const Crossing& b) { return a.low + a.high < b.low + b.high; });
    int inside = 0;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
      inside += crossings[i].turn;
      if (inside == 0) continue;
      const Crossing& a = crossings[i];
      const Crossing& b = crossings[i + 1];
      addFace(mesh, x,
              {CutPoint{a.low, low}, CutPoint{b.low, low}, CutPoint{b.high, high}, CutPoint{a.high, high}});
    }
  }
}

/// A band along each stretch, a little longer than it, so that bends have no gaps.
void band(const std::vector<Stretch>& line, float x, float thickness, Mesh& mesh) {
  for (const Stretch& stretch : line) {
    const glm::vec2 along = stretch.to - stretch.from;
    const float length = glm::length(along);
    if (length < 1e-6f) continue;
    const glm::vec2 forth = along * (0.5f * thickness / length);
    const glm::vec2 left(-forth.y, forth.x);
    const CutPoint from = stretch.from - 0.6f * forth, to = stretch.to + 0.6f * forth;
    addFace(mesh, x, {from - left, to - left, to + left, from + left});
  }
}

void addNode(Geometry& geometry, Node node, Mesh mesh) {
  if (mesh.indices.empty()) return;
  node.mesh = static_cast<std::uint32_t>(geometry.meshes.size());
  geometry.meshes.push_back(std::move(mesh));
  geometry.nodes.push_back(std::move(node));
}

/// The part of a placed mesh that is left, and its cut face. `layer` counts what was cut before.
void split(const Node& node, const Mesh& mesh, const Cut& cut, float layer, Geometry& out) {
  Mesh left;
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    clip({cornerOf(mesh, mesh.indices[i]), cornerOf(mesh, mesh.indices[i + 1]),
          cornerOf(mesh, mesh.indices[i + 2])},
         cut.x_mm, left, stretches);
  }
  Mesh face;
  std::vector<Stretch> outline;  // all together: a hollow is closed, too
  for (const Contour& contour : contoursOf(stretches)) {
    // Cloth lies before what it wraps.
    if (!contour.closed)
      band(contour.stretches, cut.x_mm + (layer + kBands) * kLayer_mm, cut.cloth_mm, face);
    else
      outline.insert(outline.end(), contour.stretches.begin(), contour.stretches.end());
  }
  fill(outline, cut.x_mm + layer * kLayer_mm, face);
  Node kept = node;
  kept.transform = glm::mat4(1.0f);
  addNode(out, kept, std::move(left));
  kept.slot += node.ghost ? 0 : cut.slots;
  addNode(out, kept, std::move(face));
}

}  // namespace

Geometry cutOpen(const Geometry& geometry, const Cut& cut) {
  Geometry out;
  float layer = 0;
  for (const Node& node : geometry.nodes) {
    Mesh mesh = placed(geometry.meshes[node.mesh], node.transform);
    const auto [least, most] =
        std::minmax_element(mesh.positions.begin(), mesh.positions.end(),
                            [](const glm::vec3& a, const glm::vec3& b) { return a.x < b.x; });
    if (least == mesh.positions.end() || least->x > cut.x_mm) continue;
    if (most->x > cut.x_mm) {
      split(node, mesh, cut, layer++, out);
      continue;
    }
    Node whole = node;
    whole.transform = glm::mat4(1.0f);
    addNode(out, whole, std::move(mesh));
  }
  return out;
}

}  // namespace renderer
