// The vest's body pieces laid on the wearer: back body over the blades, wings over the shoulders, side wings
// round the ribs. Canonical right half, x >= 0; the left half is its mirror image. Millimetres.
#pragma once

#include <memory>
#include <mutex>

#include "configurator/pack/body_vest_outline.h"
#include "configurator/pack/body_vest_sheet.h"

namespace configurator {

struct VestDrape {
  ClothSheet back, wing, side;
};

constexpr double kVestBackGap = 6;
/// How far the middle of the body's cloth is from the skin.
constexpr double kVestLiftMm = 4;

/// The vest on the torso of its size with C7 at the origin and the back plane at z = 0.
VestDrape drapeVest(const VestShape& shape);

/// Height of C7 over the middle of the vest's hem: the back's length laid down the spine.
double c7OverHem(const VestShape& shape);

/// The wing's chest part on the wearer, as WornVest has it, roughly (15 mm): nothing is draped.
class RoughWing {
 public:
  explicit RoughWing(const VestShape& shape);
  /// With the skin's normal. REQUIRES the point lies in front of the shoulder's ridge.
  SurfacePoint pointAt(Vec2 flat) const;

 private:
  struct Known;
  std::shared_ptr<const Known> known_;
};

/// The vest on its wearer, C7 at c7OverHem and the back plane at z = -kVestBackGap. Nothing is draped before
/// a sheet is asked for; safe to ask from several threads.
class WornVest {
 public:
  explicit WornVest(const VestShape& shape) : shape_(shape) {}

  const ClothSheet& back() const { return drape().back; }
  const ClothSheet& wing() const { return drape().wing; }
  const ClothSheet& side() const { return drape().side; }

 private:
  const VestDrape& drape() const;

  VestShape shape_;
  mutable std::once_flag once_;
  mutable std::shared_ptr<const VestDrape> drape_;
};

}  // namespace configurator
