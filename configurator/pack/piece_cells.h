// How finely a piece is cut for a picture: as coarsely as its bend allows, and no finer than a budget of
// triangles.
#pragma once

#include <cstddef>
#include <vector>

#include "configurator/pack/fill_shape.h"
#include "configurator/pack/grid_cut.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// What a piece's grid is made from; found once, then asked for any tolerance.
class PieceBend {
 public:
  /// `piece` has a surface and outlives this; `map`, where there is one, moves it to another fill.
  explicit PieceBend(const Piece& piece, FillMap map = {});

  struct Cells {
    Polyline outline;  ///< the piece's, within half the tolerance in the flat and in space
    GridLines lines;
    std::size_t triangles = 0;  ///< about, of one sheet
    std::size_t rim = 0;        ///< about, points of its outline once it is cut
  };
  /// Cells whose chords stand off the surface by `tolerance_mm` at most where the piece bends evenly: narrow
  /// where it is folded, wide where it is flat. Never wider than 24 mm, nor narrower than 12 mm times the
  /// piece's cell_scale, more above kFineTolerance. Folded pieces, with a cell_scale below 1, are cut within
  /// kFineTolerance whatever is asked.
  Cells within(double tolerance_mm) const;

  static constexpr double kFineTolerance = 0.25;  ///< mm

 private:
  struct RimPoint {
    Vec2 flat{0, 0};
    Vec3 space{0, 0, 0};
  };
  /// The largest curvature at places along an axis, 1/mm.
  struct Along {
    double from_mm = 0, step_mm = 1;
    std::vector<double> bend;
  };
  Along bendAlong(int axis, const Polyline& outline) const;
  std::vector<double> linesAlong(int axis, double tolerance_mm, double finest_mm) const;
  Polyline outlineWithin(double tolerance_mm) const;

  Vec3 placeOf(Vec2 flat) const;

  const Piece* piece_;
  FillMap map_;
  std::vector<RimPoint> rim_;
  double area_mm2_ = 0;
  Box2 box_;
  Along along_[2];
};

}  // namespace configurator
