#include "configurator/pack/body_drawcord_lid_shape.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace configurator {
namespace {

constexpr double kWider = 20, kDeeper = 60;  // than the bag: it comes down over the front
constexpr double kFrontRadius = 50, kRearRadius = 25;
constexpr double kRearRing = 40, kFrontRing = 54;
constexpr double kTopSag = 0.10, kUnderSag = 0.07;  // of its length from rear to front
constexpr double kNarrow = 0.8;  // a lid longer than this part of its width domes by its width instead
constexpr double kRingBow = 4;
constexpr double kZipShorter = 40;  // than the bag is wide
constexpr double kLowerStrip = 18;  // of the ring, below the zip
constexpr double kTilt = 0.07;      // radians, the front lower
constexpr double kRearBehind = 2;   // the rear edge stands this far behind the back panel
constexpr double kClear = 5;        // between collar and underside
constexpr double kLeastHinge = 40;

PanelLoaderShape::Dimensions boxOf(const DrawcordShape& trunk, double top_sag) {
  const auto& bag = trunk.dimensions();
  PanelLoaderShape::Dimensions d;
  d.panel.height = bag.depth + kDeeper;
  // The rear edge, from the middle of one corner's arc to the other's, is as long as the back is wide.
  d.panel.bottom_width = bag.width + 2 * kRearRadius * (1 - std::numbers::pi / 4);
  d.panel.top_width = bag.width + kWider;
  d.panel.bottom_radius = kRearRadius;
  d.panel.top_radius = kFrontRadius;
  d.bottom_depth = kRearRing;
  d.top_depth = kFrontRing;
  d.front_sag = top_sag;
  d.gusset_bow = kRingBow;
  d.narrow_strip = kLowerStrip;
  d.chain = 8;
  return d;
}

}  // namespace

DrawcordLidShape::DrawcordLidShape(const DrawcordShape& trunk) {
  const auto& bag = trunk.dimensions();
  // A dome higher than cloth gives is none that a flat panel can take.
  const double length = std::min(bag.depth + kDeeper, kNarrow * (bag.width + kWider));
  underside_sag_ = kUnderSag * length;
  const double top_sag = kTopSag * length;
  box_ = std::make_shared<const PanelLoaderShape>(boxOf(trunk, top_sag));
  // What the underside rises is lost to the pocket, dome for dome.
  volume_ = PanelLoaderShape(boxOf(trunk, top_sag - underside_sag_)).volume();
  const double zip = trunk.dimensions().width - kZipShorter;
  zip_from_ = outline().perimeter() / 2 - zip / 2 - box_->dimensions().tab;
  forward_ = {0, -std::sin(kTilt), std::cos(kTilt)};
  up_ = {0, std::cos(kTilt), std::sin(kTilt)};
  const double back = trunk.dimensions().back_length;
  origin_ = {0, back, -kRearBehind};
  origin_.y = back + std::max(kLeastHinge, clearOver(trunk));
}

/// How far the lid has to be lifted from the height of the back's upper edge to clear the collar.
double DrawcordLidShape::clearOver(const DrawcordShape& trunk) const {
  const int places = 3 * trunk.dimensions().folds;
  double most = 0;
  for (int i = 0; i < places; ++i) {
    const double along = trunk.mouthLength() * (static_cast<double>(i) / places - 0.5);
    const double fold = trunk.collarHeight() + trunk.dimensions().tunnel;
    const Vec3 p = trunk.onCollar({along, fold}) - origin_;
    const double dome = std::max(0.0, box_->dome({-p.x, glm::dot(p, forward_)}));
    most = std::max(most, glm::dot(p, up_) - underside_sag_ * dome + kClear);
  }
  return most / up_.y;
}

Vec3 DrawcordLidShape::direction(Vec3 own) const {
  return Vec3{-own.x, 0, 0} + own.y * forward_ + own.z * up_;
}
Vec3 DrawcordLidShape::inSpace(Vec3 own) const {
  return origin_ + direction(own);
}

Vec3 DrawcordLidShape::onUnderside(Vec2 flat) const {
  const Vec2 own{-flat.x, flat.y};
  return inSpace(box_->onBack(own) + Vec3{0, 0, underside_sag_ * box_->dome(own)});
}

}  // namespace configurator
