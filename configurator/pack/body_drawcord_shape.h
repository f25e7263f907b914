// The filled form of a drawcord top, closed form: a trunk of constant girth whose front is lower than its
// back, and over it a collar that the cord gathers to a small throat. Millimetres; volumes in mm3.
//
//       \|||/        tunnel: what stands above the cord
//      .-"""-.       collar: cloth of one height leans in to the throat, its girth taken up by folds
//     |`-._   |      mouth: back and sides and front, slanting forward
//     |    `-.|      trunk: rounded rectangle, back flat, front a little bellied
//     |_______|      foot: the bottom's own outline
#pragma once

#include "configurator/pack/body_box_section.h"

namespace configurator {

class DrawcordShape {
 public:
  struct Dimensions {
    double back_length = 460, width = 270, depth = 155;
    double front_drop = 30;     ///< by which the front is lower than the back
    double corner_radius = 30;  ///< of the bottom and of the back corners
    double front_radius = 36;   ///< of the front corners where the bag is fullest
    double belly = 0.12;        ///< half the angle, in radians, by which the front panel bows
    double bottom_sag = 5;
    double collar = 95;         ///< cloth from the mouth to the cord; held to what reaches the throat
    double throat_area = 7700;  ///< left open by the cord: 12 square inches, ASTM F2153
    double tunnel = 25;         ///< finished
    double ruff = 0.9;          ///< how far the tunnel flares out above the cord; 0 is upright
    int folds = 18;
  };
  explicit DrawcordShape(const Dimensions& dimensions);

  const Dimensions& dimensions() const { return dimensions_; }
  double halfGirth() const { return half_girth_; }
  double frontHeight() const { return dimensions_.back_length - dimensions_.front_drop; }
  double mouthLength() const { return 2 * (dimensions_.width + slant_); }
  double collarHeight() const { return collar_; }  ///< cloth from the mouth to the cord

  /// Height of the trunk's upper edge at a place around (0 in the middle of the back, over the wearer's
  /// right).
  double topAt(double around) const;
  Vec3 onTrunk(double around, double up) const;
  /// Bottom seen from below, by its own outline in the plane x, z.
  Vec3 onBottom(Vec2 flat) const;
  Polyline bottomLine(double from, double to) const { return sectionAt(0).line(from, to); }

  /// The place around above which a point of the mouth's length lies; 0 in the middle of the front, > 0
  /// towards the wearer's right.
  double aroundOfMouth(double along) const;
  /// Collar by its flat point: `along` the mouth, `up` from the mouth seam; beyond the tunnel's fold the
  /// cloth comes back down inside.
  Vec3 onCollar(Vec2 flat) const;
  /// The loop along which the cord draws the collar together, counter-clockwise from above and closed: round
  /// what stays open.
  std::vector<Vec3> throat() const;

  double volume() const {
    return trunkVolume() + collarVolume();
  }                             ///< from section areas, not from triangles
  double trunkVolume() const;   ///< up to the slanting mouth
  double collarVolume() const;  ///< from the mouth to the throat
  double collarRise() const;    ///< mean height of the throat over the mouth

 private:
  BoxSection sectionAt(double up) const;
  BoxSection sectionOf(double full, double drawn) const;
  /// How far the collar has leant in at a part of its height: 0 at the mouth, 1 at the cord, less above.
  double leaning(double reach, double part) const;
  double leaningRate(double reach, double part) const;
  double riseAt(double reach, double part) const;  ///< of a line of cloth that reaches in by `reach` collars
  Vec3 onSmoothCollar(double along, double up) const;
  Vec2 toThroat(Vec2 mouth) const;  ///< from a point of the mouth to its place at the cord, x and z
  /// A piece of the mouth seen from the throat's centre.
  struct Sector {
    double mouth = 0;     ///< area, of both halves
    double top = 0;       ///< height of the mouth there
    double reach_mm = 0;  ///< from the mouth to the throat
  };
  template <typename Visit>
  void overSectors(Visit visit) const;

  Dimensions dimensions_;
  double half_girth_ = 0, slant_ = 0, collar_ = 0;
  Vec2 shrink_{1, 1};  // of the mouth at the cord, x and z
  Vec2 centre_{0, 0};  // of the throat, x and z
};

}  // namespace configurator
