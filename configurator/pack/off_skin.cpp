#include "configurator/pack/off_skin.h"

#include <algorithm>

namespace configurator {

ModelShape offSkin(const Torso& torso, ModelShape model, const std::vector<Vec3>& underside) {
  constexpr int kPasses = 3;
  const Vec3 third = glm::cross(model.along, model.outward);
  for (int pass = 0; pass < kPasses; ++pass) {
    double inside = -1e9;
    for (const Vec3& p : underside) {
      const Vec3 at = model.at + model.scale * (p.x * model.along + p.y * model.outward + p.z * third);
      inside = std::max(inside, depthInside(torso, at));
    }
    if (inside <= 0) break;
    model.at += inside * model.outward;
  }
  return model;
}

const std::vector<Vec3>& ladderLockUnderside() {
  constexpr double kHalfLength = 15.5, kHalfWidth = 14.8, kUnder = 2.8;
  static const std::vector<Vec3> kPoints = [] {
    std::vector<Vec3> points;
    for (const double along : {-kHalfLength, 0.0, kHalfLength})
      for (const double aside : {-kHalfWidth, 0.0, kHalfWidth}) points.push_back({along, -kUnder, aside});
    return points;
  }();
  return kPoints;
}

}  // namespace configurator
