// Placing nodes in the world and sending them to the GPU.
#include "renderer/gl/scene_buffers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <glm/vec2.hpp>
#include <glm/vec4.hpp>
#include <numeric>
#include <utility>

#include "renderer/require.h"

namespace renderer::gl {

struct PlacedVertex {
  glm::vec3 position;
  glm::vec3 normal;
  glm::vec4 tangent;
  glm::vec2 uv;
  std::uint32_t node;
  std::uint32_t row;
};

namespace {

void checkMesh(const Mesh& mesh) {
  require(mesh.normals.size() == mesh.positions.size() && mesh.uvs.size() == mesh.positions.size(),
          "a mesh has a normal and a uv for every position");
  require(mesh.indices.size() % 3 == 0, "a mesh's indices come in threes");
  for (const std::uint32_t index : mesh.indices) {
    require(index < mesh.positions.size(), "a mesh's index names a vertex");
  }
}

// The direction in which u grows, per vertex; w = -1 where v runs against cross(normal, tangent).
std::vector<glm::vec4> tangentsOf(const Mesh& mesh) {
  std::vector<glm::vec3> along_u(mesh.positions.size(), glm::vec3(0.0f));
  std::vector<glm::vec3> along_v(mesh.positions.size(), glm::vec3(0.0f));
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const std::uint32_t a = mesh.indices[i];
    const std::uint32_t b = mesh.indices[i + 1];
    const std::uint32_t c = mesh.indices[i + 2];
    const glm::vec3 p = mesh.positions[b] - mesh.positions[a];
    const glm::vec3 q = mesh.positions[c] - mesh.positions[a];
    const glm::vec2 s = mesh.uvs[b] - mesh.uvs[a];
    const glm::vec2 t = mesh.uvs[c] - mesh.uvs[a];
    const float area = s.x * t.y - t.x * s.y;
    if (area == 0.0f) continue;
    const float sign = area > 0.0f ? 1.0f : -1.0f;
    for (const std::uint32_t corner : {a, b, c}) {
      along_u[corner] += sign * (p * t.y - q * s.y);
      along_v[corner] += sign * (q * s.x - p * t.x);
    }
  }
  std::vector<glm::vec4> tangents;
  tangents.reserve(mesh.positions.size());
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    const glm::vec3 n = mesh.normals[i];
    glm::vec3 t = along_u[i] - n * glm::dot(n, along_u[i]);
    if (glm::dot(t, t) < 1e-12f) {
      const glm::vec3 other = std::abs(n.x) < 0.9f ? glm::vec3(1, 0, 0) : glm::vec3(0, 1, 0);
      t = other - n * glm::dot(n, other);
    }
    const float hand = glm::dot(glm::cross(n, t), along_v[i]) < 0.0f ? -1.0f : 1.0f;
    tangents.emplace_back(glm::normalize(t), hand);
  }
  return tangents;
}

glm::vec3 unitOr(const glm::vec3& v, const glm::vec3& otherwise) {
  const float length = glm::length(v);
  return length > 1e-12f ? v / length : otherwise;
}

void appendVertices(const Mesh& mesh, const std::vector<glm::vec4>& tangents, const Node& node,
                    std::pair<std::uint32_t, std::uint32_t> ids, std::vector<PlacedVertex>& out) {
  const glm::mat3 linear(node.transform);
  const float determinant = glm::determinant(linear);
  const glm::mat3 normals = determinant != 0.0f ? glm::transpose(glm::inverse(linear)) : linear;
  for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
    PlacedVertex vertex{};
    vertex.position = glm::vec3(node.transform * glm::vec4(mesh.positions[i], 1.0f));
    vertex.normal = unitOr(normals * mesh.normals[i], {0.0f, 1.0f, 0.0f});
    vertex.tangent = glm::vec4(unitOr(linear * glm::vec3(tangents[i]), {1.0f, 0.0f, 0.0f}),
                               determinant < 0.0f ? -tangents[i].w : tangents[i].w);
    vertex.uv = mesh.uvs[i];
    vertex.node = ids.first;
    vertex.row = ids.second;
    out.push_back(vertex);
  }
}

void describeVertices() {
  const auto attribute = [](GLuint index, GLint size, std::size_t offset) {
    glEnableVertexAttribArray(index);
    glVertexAttribPointer(index, size, GL_FLOAT, GL_FALSE, sizeof(PlacedVertex),
                          reinterpret_cast<const void*>(offset));
  };
  attribute(0, 3, offsetof(PlacedVertex, position));
  attribute(1, 3, offsetof(PlacedVertex, normal));
  attribute(2, 4, offsetof(PlacedVertex, tangent));
  attribute(3, 2, offsetof(PlacedVertex, uv));
  glEnableVertexAttribArray(4);
  glVertexAttribIPointer(4, 2, GL_UNSIGNED_INT, sizeof(PlacedVertex),
                         reinterpret_cast<const void*>(offsetof(PlacedVertex, node)));
}

Bounds around(const std::vector<PlacedVertex>& vertices, std::size_t first) {
  Bounds bounds;
  for (std::size_t i = first; i < vertices.size(); ++i) {
    bounds.min = i == first ? vertices[i].position : glm::min(bounds.min, vertices[i].position);
    bounds.max = i == first ? vertices[i].position : glm::max(bounds.max, vertices[i].position);
  }
  return bounds;
}

// Joins runs that follow each other, so that fewer calls draw them.
std::vector<Range> joined(const std::vector<Range>& ranges) {
  std::vector<Range> out;
  for (const Range& range : ranges) {
    if (range.count == 0) continue;
    if (!out.empty() && out.back().first + out.back().count == range.first) {
      out.back().count += range.count;
    } else {
      out.push_back(range);
    }
  }
  return out;
}

// Ghosts first, then by slot; equal ones stay in the scene's order.
std::vector<std::size_t> drawingOrder(const Geometry& geometry) {
  std::vector<std::size_t> order(geometry.nodes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Node& left = geometry.nodes[a];
    const Node& right = geometry.nodes[b];
    if (left.ghost != right.ghost) return left.ghost;
    return !left.ghost && left.slot < right.slot;
  });
  return order;
}

// Leaves the array bound.
void describe(GLuint array, GLuint vertices, GLuint indices) {
  glBindVertexArray(array);
  glBindBuffer(GL_ARRAY_BUFFER, vertices);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices);
  describeVertices();
}

}  // namespace

void SceneBuffers::upload(const Geometry& geometry) {
  *this = SceneBuffers{};
  for (const Mesh& mesh : geometry.meshes) checkMesh(mesh);
  std::vector<PlacedVertex> vertices;
  for (const Node& node : geometry.nodes) {
    require(node.mesh < geometry.meshes.size(), "a node names a mesh that does not exist");
    part_ids_.push_back(node.part_id);
  }
  std::vector<std::vector<glm::vec4>> tangents;
  for (const Mesh& mesh : geometry.meshes) tangents.push_back(tangentsOf(mesh));
  for (const std::size_t i : drawingOrder(geometry)) {
    place(geometry, i, tangents[geometry.nodes[i].mesh], vertices);
  }
  for (const PlacedVertex& vertex : vertices) rest_.push_back(vertex.position);
  placed_ = rest_;
  findCentroids();
  extent_ = around(vertices, 0);
  send(vertices);
}

void SceneBuffers::findCentroids() {
  centroids_.clear();
  for (std::size_t k = 0; k + 2 < index_copy_.size(); k += 3) {
    const auto at = [&](std::size_t c) { return placed_[index_copy_[k + c]]; };
    centroids_.push_back((at(0) + at(1) + at(2)) / 3.0f);
  }
}

void SceneBuffers::move(const std::vector<glm::vec3>& moves) {
  require(moves.size() == part_ids_.size(), "every node has a move");
  if (rest_.empty()) return;
  extent_ = {};
  left_out_.clear();
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
  auto* vertices = static_cast<PlacedVertex*>(glMapBuffer(GL_ARRAY_BUFFER, GL_READ_WRITE));
  if (vertices == nullptr) return;
  for (std::size_t i = 0; i < placed_.size(); ++i) {
    placed_[i] = rest_[i] + moves[vertices[i].node];
    vertices[i].position = placed_[i];
    extent_.min = i == 0 ? placed_[i] : glm::min(extent_.min, placed_[i]);
    extent_.max = i == 0 ? placed_[i] : glm::max(extent_.max, placed_[i]);
  }
  glUnmapBuffer(GL_ARRAY_BUFFER);
  findCentroids();
  for (NodeRange& each : node_ranges_) {
    each.extent = {each.rest.min + moves[each.node], each.rest.max + moves[each.node]};
  }
}

void SceneBuffers::place(const Geometry& geometry, std::size_t number, const std::vector<glm::vec4>& tangents,
                         std::vector<PlacedVertex>& vertices) {
  const Node& node = geometry.nodes[number];
  const Mesh& mesh = geometry.meshes[node.mesh];
  const auto base = static_cast<std::uint32_t>(vertices.size());
  const std::uint32_t row = node.ghost ? 0u : node.slot + 1u;
  appendVertices(mesh, tangents, node, {static_cast<std::uint32_t>(number), row}, vertices);
  const Range range{index_copy_.size(), mesh.indices.size()};
  const bool mirrored = glm::determinant(glm::mat3(node.transform)) < 0.0f;
  for (std::size_t k = 0; k < mesh.indices.size(); ++k) {
    const std::size_t corner = mirrored ? k - k % 3 + (2 - k % 3) : k;
    index_copy_.push_back(base + mesh.indices[corner]);
  }
  const std::size_t slot = node.ghost ? 0 : node.slot;
  if (!node.ghost) {
    const Bounds extent = around(vertices, base);
    node_ranges_.push_back({number, slot, range, extent, extent});
    slot_count_ = std::max(slot_count_, slot + 1);
  }
  if (!slot_ranges_.empty() && slot_ranges_.back().ghost == node.ghost && slot_ranges_.back().slot == slot) {
    slot_ranges_.back().range.count += range.count;
  } else {
    slot_ranges_.push_back({node.ghost, slot, range});
  }
}

void SceneBuffers::send(const std::vector<PlacedVertex>& vertices) {
  vertices_ = Buffer::make();
  indices_ = Buffer::make();
  sorted_indices_ = Buffer::make();
  arrays_ = VertexArray::make();
  sorted_arrays_ = VertexArray::make();
  describe(sorted_arrays_.name(), vertices_.name(), sorted_indices_.name());
  describe(arrays_.name(), vertices_.name(), indices_.name());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(PlacedVertex)),
               vertices.data(), GL_STATIC_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(index_copy_.size() * sizeof(std::uint32_t)),
               index_copy_.data(), GL_STATIC_DRAW);
}

std::vector<Range> SceneBuffers::opaque(const MaterialTable& materials, bool two_sided) const {
  std::vector<Range> ranges;
  for (const SlotRange& each : slot_ranges_) {
    const bool chosen = each.ghost
                            ? two_sided
                            : !materials.seeThrough(each.slot) && materials.twoSided(each.slot) == two_sided;
    if (chosen) ranges.push_back(each.range);
  }
  return ranges;
}

std::vector<Range> SceneBuffers::opaque(const MaterialTable& materials) const {
  std::vector<Range> ranges;
  for (const SlotRange& each : slot_ranges_) {
    if (each.ghost || !materials.seeThrough(each.slot)) ranges.push_back(each.range);
  }
  return ranges;
}

std::vector<Range> SceneBuffers::seeThrough(const MaterialTable& materials) const {
  std::vector<Range> ranges;
  for (const SlotRange& each : slot_ranges_) {
    if (!each.ghost && materials.seeThrough(each.slot)) ranges.push_back(each.range);
  }
  return ranges;
}

std::vector<Range> SceneBuffers::pickable() const {
  std::vector<Range> ranges;
  for (const SlotRange& each : slot_ranges_) {
    if (!each.ghost) ranges.push_back(each.range);
  }
  return ranges;
}

template <typename Chosen>
Bounds SceneBuffers::extentOf(Chosen chosen) const {
  Bounds bounds;
  bool empty = true;
  for (const NodeRange& each : node_ranges_) {
    if (!chosen(each) || each.range.count == 0) continue;
    bounds.min = empty ? each.extent.min : glm::min(bounds.min, each.extent.min);
    bounds.max = empty ? each.extent.max : glm::max(bounds.max, each.extent.max);
    empty = false;
  }
  return bounds;
}

Bounds SceneBuffers::shownExtent() const {
  return extentOf([](const NodeRange&) { return true; });
}

Bounds SceneBuffers::partExtent(const std::string& part_id) const {
  return extentOf([&](const NodeRange& each) { return part_ids_[each.node] == part_id; });
}

Bounds SceneBuffers::retroreflectiveExtent(const MaterialTable& materials) const {
  return extentOf([&](const NodeRange& each) { return materials.retroreflective(each.slot); });
}

std::vector<Range> SceneBuffers::everything() const {
  return {{0, index_copy_.size()}};
}

std::vector<Range> SceneBuffers::part(const std::string& part_id) const {
  std::vector<Range> ranges;
  for (const NodeRange& each : node_ranges_) {
    if (part_ids_[each.node] == part_id) ranges.push_back(each.range);
  }
  return ranges;
}

void SceneBuffers::draw(const std::vector<Range>& ranges) const {
  const std::vector<Range> runs = joined(ranges);
  if (runs.empty()) return;
  std::vector<GLsizei> counts;
  std::vector<const void*> offsets;
  for (const Range& run : runs) {
    counts.push_back(static_cast<GLsizei>(run.count));
    offsets.push_back(reinterpret_cast<const void*>(run.first * sizeof(std::uint32_t)));
  }
  glBindVertexArray(arrays_.name());
  glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                      static_cast<GLsizei>(runs.size()));
}

void SceneBuffers::drawShown(const std::vector<Range>& ranges) const {
  if (left_out_.empty()) {
    draw(ranges);
    return;
  }
  std::vector<std::uint32_t> shown;
  for (const Range& range : ranges) {
    for (std::size_t k = range.first; k < range.first + range.count; k += 3) {
      if (!isLeftOut(k / 3))
        shown.insert(shown.end(), {index_copy_[k], index_copy_[k + 1], index_copy_[k + 2]});
    }
  }
  if (!shown.empty()) drawIndices(shown);
}

void SceneBuffers::drawSorted(const std::vector<Range>& ranges, const glm::vec3& towards_eye) const {
  std::vector<std::pair<float, std::size_t>> triangles;  // depth towards the eye, triangle
  for (const Range& range : ranges) {
    for (std::size_t t = range.first / 3; t < (range.first + range.count) / 3; ++t) {
      if (!isLeftOut(t)) triangles.emplace_back(glm::dot(centroids_[t], towards_eye), t);
    }
  }
  if (triangles.empty()) return;
  std::sort(triangles.begin(), triangles.end());
  std::vector<std::uint32_t> order;
  order.reserve(triangles.size() * 3);
  for (const auto& [depth, t] : triangles) {
    for (std::size_t c = 0; c < 3; ++c) order.push_back(index_copy_[t * 3 + c]);
  }
  drawIndices(order);
}

void SceneBuffers::drawIndices(const std::vector<std::uint32_t>& order) const {
  glBindVertexArray(sorted_arrays_.name());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(order.size() * sizeof(std::uint32_t)),
               order.data(), GL_STREAM_DRAW);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(order.size()), GL_UNSIGNED_INT, nullptr);
}

}  // namespace renderer::gl
