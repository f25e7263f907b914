// A patch pocket filled out: sewn flat to its base on three sides, open at the top, every level line a
// circular arc over its chord. Its flat piece is the arcs laid straight, one above the other. Millimetres.
//
//   level line:   rise |  .-'''-.     its arc length is the width of the piece there
//                      |--+-----+--   on its base
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "configurator/pack/body_vest_surfaces.h"

namespace configurator {

struct BulgeShape {
  double half_bottom = 50,
         half_top = 50;  ///< half chord on the base, at the bottom (before the corners) and the mouth
  double height = 150;   ///< on the base
  double corner = 35;    ///< radius of the lower corners on the base
  double rise = 40, rise_top = 40;  ///< of the arcs: greatest, and at the mouth
  double round = 45;                ///< height over which the bottom rounds up to the full rise
};

class Bulge {
 public:
  explicit Bulge(const BulgeShape& shape);

  const BulgeShape& shape() const { return shape_; }
  /// "bottom" "right" "top" "left", x = 0 in the middle, y = 0 at the bottom.
  std::vector<Edge> edges() const;
  /// Where it is sewn on the base: down the left, along the bottom, up the right; x = 0 in the middle, y = 0
  /// at the bottom.
  Polyline footprint() const;
  /// Flat point -> x, y on the base and height above it.
  Vec3 onBase(Vec2 flat) const;
  double litres() const;
  double mouth_mm() const;  ///< flat width of the mouth

 private:
  static constexpr int kRows = 40;
  double halfChord(double y) const;
  double rise(double y) const;
  double halfArc(double y) const;
  double levelAt(double flat_y) const;

  BulgeShape shape_;
  std::vector<double> level_, flat_y_;  ///< height on the base and the same along the middle of the piece
};

using BulgePtr = std::shared_ptr<const Bulge>;

/// The bulge on a base, with its bottom middle at `origin`.
Surface bulgeSurface(const BulgePtr& bulge, const LiftedSurface& base, Vec2 origin, double lift_mm);

}  // namespace configurator
