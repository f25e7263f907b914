// The filled, rolled form of a roll-top, closed form: one section at every height of cloth, always of the
// same girth. Millimetres; volumes in mm3.
//
//        ___@___        roll: the mouth wound in a flat spiral, its ends pulled up or down
//      .'       '.      gable: depth shrinks to nothing, width grows by as much, front and back lean in
//                       evenly, slack sides tuck in between their creases
//     |           |     trunk: rounded rectangle, back flat, front a little bellied
//     |___________|     foot: the bottom's own outline
#pragma once

#include <vector>

#include "configurator/pack/body_box_section.h"
#include "configurator/pack/geometry.h"

namespace configurator {

class RollTopShape {
 public:
  struct Dimensions {
    double usable_height = 460;  ///< closed height as the trade counts it: cut height less D/4, turns and hem
    double width = 280, depth = 175;
    double corner_radius = 25;  ///< of the bottom and of the back corners
    double front_radius = 38;   ///< of the front corners where the bag is fullest
    double belly = 0.13;        ///< half the angle, in radians, by which the front panel bows
    double bottom_sag = 5;
    double turn = 25;  ///< cloth per turn of the roll
    int turns = 3;
    double end_bend = 1.2;  ///< angle by which the roll's ends are pulled up (> 0) or down (< 0), radians
  };
  explicit RollTopShape(const Dimensions& dimensions);

  const Dimensions& dimensions() const { return dimensions_; }
  double girth() const { return 2 * half_girth_; }
  double cutHeight() const {
    return ridge_at_ + rollLength();
  }  ///< bottom seam to folded mouth, of the flat cloth
  double rollLength() const { return dimensions_.turns * dimensions_.turn; }
  double trunkHeight() const { return trunk_; }  ///< up to here the back is upright
  double ridgeHeight() const { return ridge_y_; }
  double ridgeAt() const { return ridge_at_; }  ///< height of cloth at which front and back meet

  /// Cloth at `around` from the middle of the back (over the wearer's right, -half girth..half girth) and
  /// `up` from the bottom seam.
  Vec3 onCloth(double around, double up) const;
  /// Bottom seen from below; `inside` is 1 in its middle and 0 on its outline.
  Vec3 onBottom(Vec2 flat) const;
  /// Outline of the bottom between two places around, in the plane x, z.
  Polyline bottomLine(double from, double to) const;
  /// The line along the middle of the roll's core, from the left end to the right end, with normals.
  std::vector<Vec3> rollCore(double up, std::vector<Vec3>* normals) const;

  double volume() const;  ///< from section areas, not from triangles

 private:
  BoxSection sectionAt(double up) const;
  BoxSection sectionOf(double full, double shrink, double back_z = 0) const;
  double heightAt(double up) const;
  double shrinkAt(double up) const;
  double fullnessAt(double up) const;
  /// How far the bent roll takes a point at `x`, `above_ridge` above the straight ridge: x, y.
  Vec2 bent(double x, double above_ridge) const;
  double bendAngle(double x) const;
  double pulledAt(double up) const;
  /// Where lean and bend take the middle of a side, in the plane x, y.
  Vec2 sideMiddle(double up) const;
  void tuckSides();
  /// How far a side lies inside of that at `z`.
  double tuckedIn(const BoxSection& section, double up, double z) const;
  Vec2 spiral(double along, Vec2& direction) const;  // z, y from the ridge

  Dimensions dimensions_;
  double half_girth_ = 0, trunk_ = 0, lean_radius_ = 0, ridge_at_ = 0, ridge_y_ = 0, ridge_z_ = 0;
  double bend_from_ = 0, bend_radius_ = 0, core_rise_ = 0, tuck_ = 0;
};

}  // namespace configurator
