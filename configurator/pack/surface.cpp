#include "configurator/pack/surface.h"

#include <glm/geometric.hpp>
#include <mutex>

namespace configurator {
namespace {

struct Lazy final : Surface::Node {
  explicit Lazy(std::function<Surface()> make) : make_(std::move(make)) {}
  Vec3 at(Vec2 flat) const override { return made()(flat); }
  SurfacePoint pointAt(Vec2 flat) const override { return made().pointAt(flat); }

 private:
  const Surface& made() const {
    std::call_once(once_, [this] { surface_ = make_(); });
    return surface_;
  }

  std::function<Surface()> make_;
  mutable std::once_flag once_;
  mutable Surface surface_;
};

struct Offset final : Surface::Node {
  Offset(Surface base, double height) : base_(std::move(base)), height_(height) {}
  Vec3 at(Vec2 flat) const override {
    const SurfacePoint point = base_.pointAt(flat);
    return point.at + height_ * point.normal;
  }

 private:
  Surface base_;
  double height_;
};

struct Reframed final : Surface::Node {
  Reframed(Surface base, const FlatFrame& frame) : base_(std::move(base)), frame_(frame) {}
  Vec3 at(Vec2 flat) const override { return base_(frame_.origin + flat.x * frame_.u + flat.y * frame_.v); }

 private:
  Surface base_;
  FlatFrame frame_;
};

}  // namespace

SurfacePoint Surface::Node::pointAt(Vec2 flat) const {
  constexpr double kStep = 0.5;
  const Vec3 across = at(flat + Vec2{kStep, 0}) - at(flat - Vec2{kStep, 0});
  const Vec3 along = at(flat + Vec2{0, kStep}) - at(flat - Vec2{0, kStep});
  const Vec3 normal = glm::cross(across, along);
  const double size = glm::length(normal);
  return {at(flat), size > 1e-12 ? normal / size : Vec3{0, 0, 1}};
}

Surface lazySurface(std::function<Surface()> make) {
  return Surface(std::make_shared<const Lazy>(std::move(make)));
}

Surface offsetSurface(Surface base, double height_mm) {
  return Surface(std::make_shared<const Offset>(std::move(base), height_mm));
}

Surface reframedSurface(Surface base, const FlatFrame& frame) {
  return Surface(std::make_shared<const Reframed>(std::move(base), frame));
}

}  // namespace configurator
