// The main pocket on the vest's back: an outer panel arched both ways, a gusset round its sides and bottom
// and a strip over its top that carries the closure. It stands on a footprint drawn on the back body.
// Millimetres.
#pragma once

#include <memory>

#include "configurator/pack/body_vest_strip.h"
#include "configurator/pack/body_vest_surfaces.h"

namespace configurator {

struct MainPocketShape {
  double half_bottom = 116, half_top = 92;  ///< footprint on the back body
  double bottom = -380, top = -90,
         sag = 14;      ///< flat heights on the back body; the bottom's middle hangs lower
  double depth = 50;    ///< of the gusset at the sides and the bottom
  double fullness = 1;  ///< of the panel's arch
};

class MainPocket {
 public:
  MainPocket(const MainPocketShape& shape, const DrapePtr& drape);

  const MainPocketShape& shape() const { return shape_; }
  /// Edges "bottom" "right" "top" "left" with the same number of points: the footprint in the back body's
  /// flat frame, the panel in its own (x = 0 in the middle, y = 0 at the middle of the bottom).
  const std::vector<Edge>& footprint() const { return footprint_; }
  const std::vector<Edge>& panel() const { return panel_; }
  double panelHeight() const { return panel_height_; }
  Vec3 panelAt(Vec2 flat) const;
  Vec3 panelNormal(Vec2 flat) const;
  Vec3 footprintAt(Vec2 flat) const;
  double volumeLitres() const;

  /// Outside strips: "lower" on the footprint, "upper" on the panel.
  std::shared_ptr<const UnfoldedStrip> gusset() const;
  std::shared_ptr<const UnfoldedStrip> topStrip() const;

 private:
  MainPocketShape shape_;
  DrapePtr drape_;
  std::vector<Edge> footprint_, panel_;
  double panel_height_ = 0, profile_radius_ = 0, profile_half_ = 0, cross_radius_ = 0;
  Vec3 base_{0, 0, 0}, up_{0, 1, 0}, out_{0, 0, 1};
};

using MainPocketPtr = std::shared_ptr<const MainPocket>;

LiftedSurface liftedPanel(const MainPocketPtr& main);

/// Distance of the pocket's inner panel from the middle of the body's cloth.
constexpr double kMainInnerLift = 2.0;

}  // namespace configurator
