#include "configurator/pack/body_vest_surfaces.h"

namespace configurator {
namespace {

Vec3 mirroredPoint(Vec3 p) {
  return {-p.x, p.y, p.z};
}

}  // namespace

const char* vestSideName(VestSide side) {
  return side == VestSide::Left ? "left" : "right";
}

LiftedSurface liftedBack(const DrapePtr& drape) {
  return [drape](Vec2 flat, double lift) { return drape->back().lifted(flat, lift); };
}

LiftedSurface liftedWing(const DrapePtr& drape, VestSide side) {
  // The sheet's own normal (outward x cross up) points at the wearer's chest.
  if (side == VestSide::Right) {
    return [drape](Vec2 flat, double lift) {
      const Vec2 at{-flat.x, flat.y};
      return drape->wing().lifted(at, -lift);
    };
  }
  return [drape](Vec2 flat, double lift) { return mirroredPoint(drape->wing().lifted(flat, -lift)); };
}

LiftedSurface liftedSide(const DrapePtr& drape, VestSide side) {
  if (side == VestSide::Right)
    return [drape](Vec2 flat, double lift) { return drape->side().lifted(flat, lift); };
  return [drape](Vec2 flat, double lift) {
    const Vec2 at{-flat.x, flat.y};
    return mirroredPoint(drape->side().lifted(at, lift));
  };
}

LiftedSurface liftedOver(const Surface& surface) {
  return [surface](Vec2 flat, double lift) {
    return lift == 0 ? surface(flat) : surface(flat) + lift * normalAt(surface, flat);
  };
}

Surface atLift(const LiftedSurface& lifted, double lift_mm) {
  return [lifted, lift_mm](Vec2 flat) { return lifted(flat, lift_mm); };
}

Surface mirroredSurface(const Surface& surface) {
  return [surface](Vec2 flat) { return mirroredPoint(surface({-flat.x, flat.y})); };
}

Surface turnedOver(const LiftedSurface& lifted, double lift_mm) {
  return [lifted, lift_mm](Vec2 flat) { return lifted({-flat.x, flat.y}, lift_mm); };
}

}  // namespace configurator
