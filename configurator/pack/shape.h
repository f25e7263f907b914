// What fittings are drawn with. A shape is worked out when it is first looked at: the bill never pays for it.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "configurator/pack/surface.h"

namespace configurator {

struct RibbonShape {  ///< webbing, zip, tape: a band along a path
  std::vector<Vec3> path;
  std::vector<Vec3> normals;  ///< outward, one per path point
  double width_mm = 20, thickness_mm = 1.2;
};
struct CordShape {
  std::vector<Vec3> path;
  double radius_mm = 1.5;
};
struct ModelShape {   ///< a component model of assets/models
  std::string model;  ///< file stem, "side-release-buckle"
  Vec3 at{0, 0, 0};
  Vec3 along{1, 0, 0}, outward{0, 0, 1};  ///< the model's +x and +y
  double scale = 1;
  /// Of soft things, which take the shape of what holds them: points of the model -> space. Empty: stiff.
  std::function<Vec3(Vec3)> soft = {};
};

/// One of them; cheap to copy, immutable.
class Shape {
 public:
  using Drawn = std::variant<RibbonShape, CordShape, ModelShape>;

  Shape(RibbonShape ribbon) : Shape([ribbon = std::move(ribbon)] { return ribbon; }) {}
  Shape(CordShape cord) : Shape([cord = std::move(cord)] { return cord; }) {}
  Shape(ModelShape model) : Shape([model = std::move(model)] { return model; }) {}
  /// From a function that returns one, called once, when it is first looked at.
  template <typename Make>
  requires(
      std::is_invocable_v<const Make&>&& std::is_constructible_v<Drawn, std::invoke_result_t<const Make&>>)
      Shape(Make make)
      : Shape(std::function<Drawn()>(std::move(make))) {}
  Shape(std::function<Drawn()> make);

  const Drawn& drawn() const;  ///< safe to call from several threads

 private:
  struct Made;
  std::shared_ptr<const Made> made_;
};

}  // namespace configurator
