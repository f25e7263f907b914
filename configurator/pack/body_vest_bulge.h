// A patch pocket filled out: sewn to its base on three sides, open at the top, every level line a circular
// arc over its chord. Its flat piece is the arcs, as long as they are on the curved base, laid straight one
// above the other. Millimetres.
//
//   level line:   rise |  .-'''-.     its length is the width of the piece there
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

/// Where a pocket sits: the base, the bottom's middle in the base's flat frame, and the distance off the
/// base.
struct BulgePlace {
  LiftedSurface base;
  Vec2 at{0, 0};
  double lift = 1;
};

class Bulge {
 public:
  Bulge(const BulgeShape& shape, BulgePlace place);

  const BulgeShape& shape() const { return shape_; }
  /// "bottom" "right" "top" "left"; x = 0 in the middle, y = 0 at the bottom.
  std::vector<Edge> edges() const;
  /// Where it is sewn, in the base's flat frame: down the left, along the bottom, up the right.
  Polyline footprint() const;
  Vec2 mouthMiddle() const { return place_.at + Vec2{0, shape_.height}; }  ///< in the base's flat frame
  Vec3 at(Vec2 flat) const;
  double litres() const { return litres_; }
  double mouth_mm() const;  ///< flat width of the mouth

 private:
  struct Row {
    double level = 0, flat_y = 0;  ///< height on the base, and on the piece
    double left = 0, right = 0;    ///< lengths of the arc to both sides of the middle
  };
  /// Points of the cloth and of the base under it, row by row.
  struct Samples {
    std::vector<std::vector<Vec3>> cloth, ground;
    double litres() const;
  };
  double halfChord(double level) const;
  double rise(double level) const;
  Vec3 onLevel(double level, double share) const;  ///< share -1 (left end) .. 1 (right end)
  double levelOf(int row) const;
  Samples sampled() const;

  BulgeShape shape_;
  BulgePlace place_;
  std::vector<Row> rows_;
  double litres_ = 0;
};

using BulgePtr = std::shared_ptr<const Bulge>;

}  // namespace configurator
