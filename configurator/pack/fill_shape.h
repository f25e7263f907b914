// How a pack looks that is not filled as it is reckoned: one map of space, from where a point is at nominal
// fill to where it is at another. Cloth keeps its length: what the depth loses goes into folds. Only for
// pictures.
#pragma once

#include <functional>

#include "configurator/pack/pack.h"

namespace configurator {

constexpr double kEmpty = 0, kNominalFill = 1, kStuffed = 1.15;

/// Empty (no target) at nominal fill and for packs whose body says nothing of its cloth.
using FillMap = std::function<Vec3(Vec3)>;

/// REQUIRES kEmpty <= fill <= kStuffed.
FillMap fillMap(const Pack& pack, double fill);

/// A fitting's shape taken along: webbing and cords bend with the cloth, hard parts turn with it.
Shape::Drawn movedShape(const Shape::Drawn& drawn, const FillMap& map);

/// A normal (or any direction across a surface) at `at` taken along.
Vec3 movedNormal(const FillMap& map, Vec3 at, Vec3 normal);

}  // namespace configurator
