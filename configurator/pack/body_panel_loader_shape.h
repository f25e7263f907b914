// The filled form of a panel loader, closed form: back panel flat at z = 0, front panel on a plane that leans
// back towards the top and domed, gusset ruled between them and bowed out a little. Millimetres; volumes in
// mm3.
#pragma once

#include <memory>
#include <vector>

#include "configurator/pack/body_panel_loader_outline.h"
#include "configurator/pack/geometry.h"

namespace configurator {

class PanelLoaderShape {
 public:
  struct Dimensions {
    PanelOutline::Dimensions panel;
    double bottom_depth = 175, top_depth = 130;
    double front_sag = 26;     ///< height of the front panel's dome
    double gusset_bow = 7;     ///< how far a long straight gusset bows out
    double narrow_strip = 30;  ///< between back seam and zip
    double chain = 8;          ///< visible width of the zip between its strips
    double ring_gap = 0;       ///< left open for an expansion zip between gusset and front panel
    double opening = 0.5;      ///< part of each side, from the top, along which the zip opens
    double tab = 25;  ///< finished zip end tab: the zip gusset is longer than the zip by one at each end
  };
  explicit PanelLoaderShape(const Dimensions& dimensions);

  const Dimensions& dimensions() const { return dimensions_; }
  const PanelOutline& outline() const { return outline_; }

  /// Front panel by its flat point; `sag` on top of the plane. Back panel by its point as seen from inside.
  Vec3 onFront(Vec2 flat) const;
  Vec3 onBack(Vec2 inside_view) const { return {inside_view.x, inside_view.y, 0}; }
  /// 1 in the belly, 0 on the panel's outline, smooth between.
  double dome(Vec2 flat) const;
  /// Gusset at arc length `s`, `across` mm from the back seam.
  Vec3 onGusset(double s, double across) const;
  double gussetWidthAt(double s) const;

  double zipLength() const;        ///< opening, from stop to stop
  double zipGussetStart() const;   ///< arc length of the zip gusset's right end; its left end mirrors it
  double zipGussetLength() const;  ///< with the tabs
  double bottomGussetLength() const;

  double volume() const;  ///< by the formulas of the same surfaces, not from triangles

 private:
  Dimensions dimensions_;
  PanelOutline outline_;
  double lean_sin_ = 0, lean_cos_ = 1;
};

/// One strip of the gusset as it is cut: straightened so that both long edges keep the length of the panel
/// edges they are sewn to, symmetric about y = 0. x follows the arc length, y goes from back to front.
class GussetStrip {
 public:
  enum class Kind { Whole, Narrow, Wide };  ///< bottom gusset, zip strip at the back, zip strip at the front
  GussetStrip(std::shared_ptr<const PanelLoaderShape> shape, Kind kind, double from_s, double to_s);

  double length() const { return x_.back(); }
  double widthAt(double s) const;
  double flatX(double s) const;
  double arcAt(double x) const;
  Polyline backEdge() const;   ///< from the first end to the last
  Polyline frontEdge() const;  ///< the same way
  Vec3 inSpace(Vec2 flat) const;

 private:
  std::shared_ptr<const PanelLoaderShape> shape_;
  Kind kind_;
  std::vector<double> s_, x_;
};

}  // namespace configurator
