// A lid or flap over a bag that sinks: it keeps its length, so it comes further down in front, and the straps
// that hold it get shorter. Only fill_box.cpp uses it.
#pragma once

#include <functional>
#include <vector>

#include "configurator/pack/surface.h"

namespace configurator {

class FillCover {
 public:
  struct Line {
    std::vector<Vec3>
        points;            ///< seen from the side: from the rear edge forward, then down to the straps' ends
    double length_mm = 0;  ///< of the cover; the rest is straps
    double softness = 0;   ///< 0 as it lies at nominal fill, to 1: it evens out the edges under it
    double thickness_kept = 1;  ///< of what stands on the cover
  };
  /// `bag` is the map of what lies under the cover.
  FillCover(const Line& line, const std::function<Vec3(Vec3)>& bag);

  /// Where `p` is, which the bag's map takes to `bagged`.
  Vec3 at(Vec3 p, Vec3 bagged) const;

 private:
  double placeOf(Vec3 p) const;  ///< mm along the line, seen from the side

  Line line_;
  std::vector<double> along_;  // of line_.points
  std::vector<Vec3> now_;
  double rest_ = 1;  // how much shorter the straps are
};

}  // namespace configurator
