// A drawn mesh that can be asked where a flat point of its cloth lies, and what a ray meets first.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "configurator/pack/geometry.h"
#include "renderer/scene.h"

namespace configurator {

struct Box3 {
  Vec3 low{0, 0, 0}, high{0, 0, 0};
};

/// REQUIRES that the mesh outlives it. Safe to ask from several threads.
class DrawnSheet {
 public:
  using Facets = std::vector<std::uint32_t>;  ///< numbers of triangles

  /// A host is asked for flat points, the others for what they lie over.
  DrawnSheet(const renderer::Mesh& mesh, bool is_host);

  /// Where a flat point is drawn, on the outer side of the cloth; nothing outside of it. REQUIRES a host.
  std::optional<SurfacePoint> at(Vec2 flat) const;
  /// The triangles that a box holds, about.
  Facets within(const Box3& box) const;
  /// The first of the triangles that a ray meets from their front, no further than `reach_mm`.
  std::optional<SurfacePoint> hit(const Facets& facets, const Vec3& from, const Vec3& way,
                                  double reach_mm) const;

 private:
  struct Shares {
    double a = 0, b = 0, c = 0;
  };
  void addCells();
  SurfacePoint pointOf(std::uint32_t triangle, const Shares& shares) const;
  Vec3 corner(std::uint32_t triangle, std::size_t k) const;

  const renderer::Mesh* mesh_;
  Box2 flat_;
  int columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> first_, entries_;  // triangles by flat cell
  std::vector<Box3> boxes_;                     // by triangle
  std::vector<Box3> groups_;                    // of triangles that follow each other
  Box3 box_;
};

}  // namespace configurator
