// Bands and cords of a pack that cross in front of a surface near by: lacing over a tape, webbing over a
// print. Millimetres.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

class NearCovers {
 public:
  /// What a fitting that is made of none of `items` lays before the points.
  NearCovers(const Pack& pack, const std::set<std::string>& items, const std::vector<Vec3>& points);

  /// Does one stand between a point and somebody in a direction (a unit vector)?
  bool hide(const Vec3& at, const Vec3& direction) const;

 private:
  /// A straight stretch: of a band, `side` is half its width across; of a cord it is 0.
  struct Stretch {
    Vec3 from{0, 0, 0}, to{0, 0, 0}, side{0, 0, 0};
    double radius_mm = 0;
  };
  /// The stretches of one shape, and a ball round them.
  struct Cover {
    Vec3 middle{0, 0, 0};
    double reach_mm = 0;
    std::vector<Stretch> stretches;
  };
  static bool hides(const Stretch& stretch, const Vec3& at, const Vec3& direction);
  void add(std::vector<Stretch> stretches, const Vec3& low, const Vec3& high);

  std::vector<Cover> covers_;
};

}  // namespace configurator
