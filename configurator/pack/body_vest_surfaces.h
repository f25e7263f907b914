// The draped vest's cloth as surfaces of its pieces, left and right, at a distance from the middle of the
// cloth.
#pragma once

#include <functional>
#include <memory>

#include "configurator/pack/body_vest_drape.h"

namespace configurator {

/// Flat point and distance outward (mm) -> point in space.
using LiftedSurface = std::function<Vec3(Vec2, double)>;
using DrapePtr = std::shared_ptr<const WornVest>;

enum class VestSide { Left, Right };
const char* vestSideName(VestSide side);  ///< "left" "right"

LiftedSurface liftedBack(const DrapePtr& drape);
/// Left wing: flat as in wingEdges; right wing: flipped.
LiftedSurface liftedWing(const DrapePtr& drape, VestSide side);
/// Right side wing: flat as in sideWingEdges; left: flipped.
LiftedSurface liftedSide(const DrapePtr& drape, VestSide side);
/// Any surface, lifted along its normal.
LiftedSurface liftedOver(const Surface& surface);

Surface atLift(const LiftedSurface& lifted, double lift_mm);
/// The mirror image (x -> -x in space) of a surface, on its flipped flat.
Surface mirroredSurface(const Surface& surface);
/// The surface seen from its other side: flat x flipped, normal turned round.
Surface turnedOver(const LiftedSurface& lifted, double lift_mm);

}  // namespace configurator
