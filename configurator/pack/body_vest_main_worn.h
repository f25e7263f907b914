// The main pocket filled, on the wearer's back: the panel as it was cut arches both ways until the gusset
// spans as wide as it was cut and the pocket holds its litres. Millimetres.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "configurator/pack/body_vest_main.h"
#include "configurator/pack/body_vest_surfaces.h"

namespace configurator {

/// How the panel stands: its distance off the back below and above, and the rise of its two arcs.
struct MainPose {
  double below = 50, above = 30, rise = 10, drop = 20;
};

/// The outer panel in space: an arc up the back carried along an arc across it.
class WornPanel {
 public:
  WornPanel() = default;
  WornPanel(const MainPocketCut& cut, const ClothSheet& back, const MainPose& pose);
  Vec3 at(Vec2 flat) const;
  Vec3 normal(Vec2 flat) const;

 private:
  double height_ = 1, radius_ = 1, half_ = 0, cross_radius_ = 1;
  Vec2 middle_{0, 0};
  Vec3 base_{0, 0, 0}, up_{0, 1, 0}, out_{0, 0, 1};
};

struct WornMain {
  MainPose pose;
  WornPanel panel;
  WornStrip gusset, top_strip;
  double litres = 0;
};

/// The pocket; what is worn is made when it is first asked for, safely from several threads.
class MainPocket {
 public:
  MainPocket(const MainPocketShape& shape, DrapePtr drape);

  const MainPocketCut& cut() const { return cut_; }
  const MainPocketShape& shape() const { return cut_.shape; }
  const std::vector<Edge>& footprint() const { return cut_.footprint; }
  const std::vector<Edge>& panel() const { return cut_.panel; }
  const WornMain& worn() const;
  Vec3 panelAt(Vec2 flat) const { return worn().panel.at(flat); }
  Vec3 panelNormal(Vec2 flat) const { return worn().panel.normal(flat); }
  Vec3 footprintAt(Vec2 flat) const;

 private:
  MainPocketCut cut_;
  DrapePtr drape_;
  mutable std::once_flag once_;
  mutable std::optional<WornMain> worn_;
};

using MainPocketPtr = std::shared_ptr<const MainPocket>;

LiftedSurface liftedPanel(const MainPocketPtr& main);

/// Distance of the pocket's inner panel from the middle of the body's cloth.
constexpr double kMainInnerLift = 2.0;

}  // namespace configurator
