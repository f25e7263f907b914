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

/// The footprint where it lies, for pockets that differ in depth only.
struct MainFootprint {
  std::vector<Edge> edges;  ///< "bottom" "right" "top" "left", in the back body's flat frame
  std::vector<Vec3> ring;   ///< all their points in space, counter-clockwise from outside
  double volume_mm3 = 0;    ///< under it, as far as the origin: a share of the pocket's
};
using MainFootprintPtr = std::shared_ptr<const MainFootprint>;
MainFootprintPtr makeMainFootprint(const MainPocketShape& shape, const DrapePtr& drape);

class MainPocket {
 public:
  MainPocket(const MainPocketShape& shape, const DrapePtr& drape, MainFootprintPtr footprint);

  const MainPocketShape& shape() const { return shape_; }
  /// Edges "bottom" "right" "top" "left" with the same number of points: the footprint in the back body's
  /// flat frame, the panel in its own (x = 0 in the middle, y = 0 at the middle of the bottom).
  const std::vector<Edge>& footprint() const { return footprint_->edges; }
  const std::vector<Edge>& panel() const { return panel_; }
  double panelHeight() const { return panel_height_; }
  Vec3 panelAt(Vec2 flat) const;
  Vec3 panelNormal(Vec2 flat) const;
  Vec3 footprintAt(Vec2 flat) const;
  double volumeLitres() const { return litres_; }

  /// Outside strips: "lower" on the footprint, "upper" on the panel.
  std::shared_ptr<const UnfoldedStrip> gusset() const;
  std::shared_ptr<const UnfoldedStrip> topStrip() const;

 private:
  double measuredLitres() const;

  MainPocketShape shape_;
  DrapePtr drape_;
  MainFootprintPtr footprint_;
  std::vector<Edge> panel_;
  double litres_ = 0;
  double panel_height_ = 0, profile_radius_ = 0, profile_half_ = 0, cross_radius_ = 0;
  Vec3 base_{0, 0, 0}, up_{0, 1, 0}, out_{0, 0, 1};
};

using MainPocketPtr = std::shared_ptr<const MainPocket>;

LiftedSurface liftedPanel(const MainPocketPtr& main);

/// Distance of the pocket's inner panel from the middle of the body's cloth.
constexpr double kMainInnerLift = 2.0;

}  // namespace configurator
