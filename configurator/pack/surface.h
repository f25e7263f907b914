// Where a piece's flat points end up in space. Surfaces are immutable, cheap to copy, and computed only when
// they are asked: a pack that nobody looks at never pays for its shape.
#pragma once

#include <functional>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <memory>
#include <type_traits>
#include <utility>

namespace configurator {

using Vec2 = glm::dvec2;
using Vec3 = glm::dvec3;

/// A point of a surface with its outward unit normal.
struct SurfacePoint {
  Vec3 at{0, 0, 0}, normal{0, 0, 1};
};

/// Flat point of a piece (or host) -> point in space, mm. Continuous; defined a little beyond the outline
/// too. Outward is d/dx cross d/dy.
class Surface {
 public:
  struct Node {
    Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;
    virtual ~Node() = default;
    virtual Vec3 at(Vec2 flat) const = 0;
    virtual SurfacePoint pointAt(Vec2 flat) const;  ///< by central differences unless a node knows better
  };

  Surface() = default;
  explicit Surface(std::shared_ptr<const Node> node) : node_(std::move(node)) {}
  /// From any function of a flat point.
  template <typename Function>
  requires(std::is_invocable_r_v<Vec3, const Function&, Vec2> && !std::is_same_v<Function, Surface>)
      Surface(Function function)
      : node_(std::make_shared<const Called<Function>>(std::move(function))) {}

  Vec3 operator()(Vec2 flat) const { return node_->at(flat); }
  SurfacePoint pointAt(Vec2 flat) const { return node_->pointAt(flat); }
  explicit operator bool() const { return node_ != nullptr; }

 private:
  template <typename Function>
  struct Called final : Node {
    explicit Called(Function function) : function_(std::move(function)) {}
    Vec3 at(Vec2 flat) const override { return function_(flat); }
    Function function_;
  };

  std::shared_ptr<const Node> node_;
};

/// The surface that `make` returns, made when it is first asked for a point; safe to ask from several
/// threads.
Surface lazySurface(std::function<Surface()> make);
/// The surface `height_mm` outside another one.
Surface offsetSurface(Surface base, double height_mm);
/// Another one with flat points read in a frame of its own: base(origin + x u + y v); u and v at right
/// angles, unit length. A left-handed frame sees the other side.
struct FlatFrame {
  Vec2 origin{0, 0}, u{1, 0}, v{0, 1};
};
Surface reframedSurface(Surface base, const FlatFrame& frame);

}  // namespace configurator
