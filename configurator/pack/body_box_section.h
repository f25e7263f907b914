// The horizontal section of a filled bag that is sewn from flat walls: a rounded rectangle, its back flat,
// its front bowed out, always of the girth of the cloth. Half of it is described, from the middle of the
// back. Millimetres; x sideways, z from back to front.
#pragma once

#include "configurator/pack/geometry.h"

namespace configurator {

class BoxSection {
 public:
  struct Walls {
    double half_girth = 425;  ///< of the cloth: width + depth of the flat box
    double depth = 155;       ///< of this section beside the bowed front, > both radii
    double back_radius = 25, front_radius = 38;
    double bow = 0;     ///< half the angle, in radians, by which the front bows
    double back_z = 0;  ///< of the flat back
  };
  explicit BoxSection(const Walls& walls);

  Vec2 at(double around) const;  ///< x, z for 0..half girth: x >= 0
  double area() const;           ///< of both halves
  double halfWidth() const { return half_width_; }
  double middleZ() const { return depth_ / 2; }  ///< from the back, of the corners
  /// From place to place around, negative places with x < 0; places beyond the half girth go on round.
  Polyline line(double from, double to) const;

 private:
  double half_girth_ = 0, depth_ = 0;
  double half_width_ = 0, back_z_ = 0, back_radius_ = 0, side_ = 0, front_radius_ = 0, bow_ = 0,
         bow_radius_ = 0;
};

/// Extra depth that equal girth gives a box whose corners are rounded by these radii.
double roundingDepth(double back_radius, double front_radius);

}  // namespace configurator
