// A strip of cloth between two curves in space, laid flat triangle by triangle: both long edges keep the
// lengths of what they are sewn to, the rungs between them the distances in space. Millimetres.
#pragma once

#include <memory>
#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

/// One side of the strip: points in space and the flat line it is sewn to, point by point.
struct StripSide {
  std::vector<Vec3> space;
  Polyline sewn_to;
};

class UnfoldedStrip {
 public:
  /// REQUIRES two sides with the same number of points. Seen from outside, `lower` runs left to right below
  /// `upper`.
  UnfoldedStrip(StripSide lower, StripSide upper);

  const Polyline& lower() const { return lower_; }
  const Polyline& upper() const { return upper_; }
  Vec3 at(Vec2 flat) const;

 private:
  std::vector<Vec3> lower_space_, upper_space_;
  Polyline lower_, upper_;
};

}  // namespace configurator
