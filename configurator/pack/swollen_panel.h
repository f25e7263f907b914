// A pocket's outer panel that is cut fuller than its place, so that it swells off its host when the pocket is
// full. The flat outline is computed from the swell, so that lengths along the seams and the area agree in
// both. mm, l.
#pragma once

#include "configurator/pack/draft.h"

namespace configurator {

struct SwellShape {
  Vec2 at{0, 0};  ///< lower left corner on the host
  double width_mm = 200;
  double left_height_mm = 200, right_height_mm = 200;  ///< unequal: a slanted mouth
  double corner_radius_mm = 20;                        ///< of the two lower corners
  double fullness_mm = 12;                             ///< extra cut width where it swells most
  bool open_top = false;    ///< the upper edge swells too: a mouth that stands open
  double stand_off_mm = 0;  ///< whole panel stands off the host: depth of a bellows
  double above_mm = 0.3;    ///< over the host's own layers
  double rise = 1;     ///< of a mouth's height: where it has swollen as far as it stands off at the mouth
  double holds_l = 0;  ///< cut fuller where it would hold less than this
};

struct SwollenPanel {
  std::vector<Edge>
      placed;  ///< "bottom" "right" "top" "left" where the panel's rim projects onto the host (u, v)
  std::vector<Edge> flat;            ///< the same edges as cut
  Surface surface;                   ///< flat point -> space
  Surface over;                      ///< host (u, v) -> space
  std::function<Vec2(Vec2)> toFlat;  ///< host (u, v) -> flat point, a little beyond the panel too
  Vec3 outward{0, 0, 1};             ///< direction of the stand-off
  double swell_mm = 0;               ///< greatest height over the rim
  double volume_l = 0;               ///< between host and panel
};

SwollenPanel makeSwollenPanel(const Host& host, const SwellShape& shape);

/// Volume of two equal flat panels sewn together round their rim and filled (paper-bag approximation), in l:
/// w^3 (h / (pi w) - 0.142 (1 - 10^(-h/w))), w <= h.
double paperBagVolume(double width_mm, double height_mm);

}  // namespace configurator
