// The geometry on the GPU: all nodes placed in the world, in one vertex and one index buffer, ordered by
// material slot, so that a picture needs few draw calls and a colour change none of this again.
#pragma once

#include <cstdint>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string>
#include <utility>
#include <vector>

#include "renderer/gl/handles.h"
#include "renderer/gl/material_table.h"
#include "renderer/scene.h"

namespace renderer::gl {

/// A run of indices.
struct Range {
  std::size_t first = 0;
  std::size_t count = 0;
};

struct PlacedVertex;

class SceneBuffers {
 public:
  void upload(const Geometry& geometry);
  /// Shifts every node from where it was uploaded; by node.
  void move(const std::vector<glm::vec3>& moves);

  /// The runs of the opaque slots, ghosts among the two-sided ones.
  std::vector<Range> opaque(const MaterialTable& materials, bool two_sided) const;
  /// Both kinds of them.
  std::vector<Range> opaque(const MaterialTable& materials) const;
  std::vector<Range> seeThrough(const MaterialTable& materials) const;
  std::vector<Range> pickable() const;
  std::vector<Range> everything() const;
  std::vector<Range> part(const std::string& part_id) const;
  /// Around the nodes of a part; min > max when there is no such part.
  Bounds partExtent(const std::string& part_id) const;

  /// Around the retroreflective nodes; min > max when there are none.
  Bounds retroreflectiveExtent(const MaterialTable& materials) const;

  /// Positions in the world, and three indices of them per triangle.
  const std::vector<glm::vec3>& positions() const { return placed_; }
  const std::vector<std::uint32_t>& indices() const { return index_copy_; }
  /// By triangle: what the pictures of drawShown and drawSorted can do without, until this is said again;
  /// none where empty.
  void leaveOut(std::vector<bool> triangles) { left_out_ = std::move(triangles); }

  void draw(const std::vector<Range>& ranges) const;
  void drawShown(const std::vector<Range>& ranges) const;
  /// Draws the triangles of the runs from the farthest to the nearest along `towards_eye`.
  void drawSorted(const std::vector<Range>& ranges, const glm::vec3& towards_eye) const;

  /// Around all nodes that are not ghosts; min > max when there are none.
  Bounds shownExtent() const;
  /// Around all nodes, ghosts included; min > max when there is nothing.
  const Bounds& extent() const { return extent_; }
  const std::string& partId(std::size_t node) const { return part_ids_[node]; }
  std::size_t slotCount() const { return slot_count_; }

 private:
  struct NodeRange {
    std::size_t node = 0;
    std::size_t slot = 0;
    Range range;
    Bounds extent;
    Bounds rest;  // where it was uploaded
  };
  struct SlotRange {
    bool ghost = false;
    std::size_t slot = 0;
    Range range;
  };

  template <typename Chosen>
  Bounds extentOf(Chosen chosen) const;
  void place(const Geometry& geometry, std::size_t node, const std::vector<glm::vec4>& tangents,
             std::vector<PlacedVertex>& vertices);
  void findCentroids();
  bool isLeftOut(std::size_t triangle) const { return !left_out_.empty() && left_out_[triangle]; }
  void drawIndices(const std::vector<std::uint32_t>& order) const;
  void send(const std::vector<PlacedVertex>& vertices);

  VertexArray arrays_;
  VertexArray sorted_arrays_;
  Buffer vertices_;
  Buffer indices_;
  Buffer sorted_indices_;
  std::vector<std::uint32_t> index_copy_;
  std::vector<glm::vec3> rest_;       // positions as uploaded
  std::vector<glm::vec3> placed_;     // positions as drawn
  std::vector<glm::vec3> centroids_;  // one per triangle, in index order
  std::vector<bool> left_out_;        // by triangle
  std::vector<std::string> part_ids_;
  std::vector<NodeRange> node_ranges_;
  std::vector<SlotRange> slot_ranges_;
  Bounds extent_;
  std::size_t slot_count_ = 0;  // one more than the highest slot in use
};

}  // namespace renderer::gl
