// A strip of cloth sewn to a line on each side: cut flat from the lengths of both lines and its width, worn
// between two curves in space. Where it is cut wider than the gap it bows out, as a filled pocket's gusset
// does. Millimetres.
#pragma once

#include <vector>

#include "configurator/pack/geometry.h"

namespace configurator {

/// Both long edges as cut, point by point; seen from outside, `lower` runs left to right below `upper`.
struct StripCut {
  Polyline lower, upper;
  double widthAt(std::size_t i) const { return glm::distance(lower[i], upper[i]); }
  double area() const;
};

/// A strip whose edges are as long as the flat lines they are sewn to, segment by segment, and `widths` wide
/// at their points: plane quadrilaterals side by side, each with the diagonals of an even (cyclic) one.
/// REQUIRES the same number of points and widths, at least 2.
StripCut cutStrip(const Polyline& sewn_below, const Polyline& sewn_above, const std::vector<double>& widths);

/// The strip in space.
class WornStrip {
 public:
  /// REQUIRES as many points as the cut has. `bow` 1 uses up all of its width, 0 is straight across; the ends
  /// stay straight.
  WornStrip(StripCut cut, std::vector<Vec3> lower, std::vector<Vec3> upper, double bow = 1);

  Vec3 at(Vec2 flat) const;
  double meanGap() const;  ///< of the curves in space
  double area() const;     ///< in space
  /// Signed volume between the strip and the origin.
  double volumeToOrigin() const;

 private:
  template <typename Visit>
  void overQuads(const Visit& visit) const;  ///< corners of small quadrilaterals, counter-clockwise
  Vec3 onRungs(std::size_t i, double along, double up) const;  ///< along, up 0..1 in the quadrilateral i

  StripCut cut_;
  std::vector<Vec3> lower_, upper_;
  std::vector<Vec3> bow_;  ///< by which the middle of each rung stands out of its straight line
};

}  // namespace configurator
