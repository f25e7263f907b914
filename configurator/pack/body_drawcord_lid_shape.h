// The filled lid of a drawcord top: two panels of one outline with a ring between them, a panel loader in
// small lying on the collar, joined to the back by a hinge panel. Its own frame: x to the wearer's left, y
// from the rear edge forward, z up from the underside. Millimetres.
#pragma once

#include <memory>

#include "configurator/pack/body_drawcord_shape.h"
#include "configurator/pack/body_panel_loader_shape.h"

namespace configurator {

class DrawcordLidShape {
 public:
  explicit DrawcordLidShape(const DrawcordShape& trunk);

  const std::shared_ptr<const PanelLoaderShape>& box() const { return box_; }
  const PanelOutline& outline() const { return box_->outline(); }
  Vec3 inSpace(Vec3 own) const;
  Vec3 direction(Vec3 own) const;
  Vec3 onTop(Vec2 flat) const { return inSpace(box_->onFront(flat)); }
  /// The underside by its flat point as seen from below: pushed up a little by the collar.
  Vec3 onUnderside(Vec2 flat) const;
  Vec3 onRing(double s, double across) const { return inSpace(box_->onGusset(s, across)); }

  /// Arc lengths of the zip part of the ring, tabs included: over the front edge.
  double zipFrom() const { return zip_from_; }
  double zipTo() const { return outline().perimeter() - zip_from_; }
  /// Height of the hinge panel from the back's upper edge to the lid's rear edge.
  double volume() const { return volume_; }  ///< mm3, of the pocket

 private:
  double clearOver(const DrawcordShape& trunk) const;

  std::shared_ptr<const PanelLoaderShape> box_;
  double underside_sag_ = 0, zip_from_ = 0, volume_ = 0;
  Vec3 origin_{0, 0, 0}, forward_{0, 0, 1}, up_{0, 1, 0};
};

}  // namespace configurator
