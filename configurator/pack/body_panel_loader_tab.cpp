#include "configurator/pack/body_panel_loader_tab.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace configurator {
namespace {

constexpr double kTabWidth = 30, kTabLength = 50;

// The outer half lies above the chain, the inner half below it, both raw edges in the gusset's seam.
//   seam |=====outer=====.
//        |-----chain---- )  fold
//        |=====inner====='
Surface tabSurface(const std::shared_ptr<const PanelLoaderShape>& shape, double seam, double direction) {
  return [shape, seam, direction](Vec2 p) {
    const double half = kTabLength / 2;
    const double along = half - std::abs(p.y - half);
    const double turn = std::clamp((p.y - half + 3) / 6, 0.0, 1.0);
    const double raised = std::clamp(along / 8, 0.0, 1.0);
    const double lift = (1.1 + 1.7 * std::cos(std::numbers::pi * turn)) * raised * raised * (3 - 2 * raised);
    const double s = seam + direction * along;
    const double across = chainMiddle(*shape) + direction * (kTabWidth / 2 - p.x);
    return shape->onGusset(s, across) + lift * Vec3{shape->outline().outward(s), 0};
  };
}

}  // namespace

double chainMiddle(const PanelLoaderShape& shape) {
  return shape.dimensions().narrow_strip + shape.dimensions().chain / 2;
}

Piece makeZipTab(const std::shared_ptr<const PanelLoaderShape>& shape, double seam_s, double direction) {
  Piece tab;
  tab.name = "Zip end tab";
  tab.layer = "reinforcement";
  tab.edges = {{"seam", {{0, 0}, {kTabWidth, 0}}, 10, EdgeFinish::Raw},
               {"right", {{kTabWidth, 0}, {kTabWidth, kTabLength}}, 0, EdgeFinish::HotCut},
               {"inner-seam", {{kTabWidth, kTabLength}, {0, kTabLength}}, 10, EdgeFinish::Raw},
               {"left", {{0, kTabLength}, {0, 0}}, 0, EdgeFinish::HotCut}};
  tab.marks = {{"fold", MarkKind::Fold, {{0, kTabLength / 2}, {kTabWidth, kTabLength / 2}}}};
  tab.surface = tabSurface(shape, seam_s, direction);
  return tab;
}

}  // namespace configurator
