// A stretch patch pocket: sewn to its base on three sides, open at the top, every level line a circular arc
// over its chord when it is full. Its cut follows from the stated size of its place, the stated gather with
// which it is sewn on and the stretch of a full pocket; it is then worn on the base as that lies in space.
// Millimetres, litres.
//
//   level line:   rise |  .-'''-.     stretched it is as long as the piece is wide there, times the stretch
//                      |--+-----+--   on its base
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "configurator/pack/body_vest_surfaces.h"

namespace configurator {

struct BulgeShape {
  double half_bottom = 50,
         half_top = 50;     ///< half chord on the base, at the bottom (before the corners) and the mouth
  double height = 150;      ///< on the base
  double corner = 35;       ///< radius of the lower corners on the base
  double gather = 1.2;      ///< length sewn on (left, bottom, right) / length of its place
  double mouth = 1;         ///< rise at the mouth / greatest rise
  double round = 45;        ///< height over which the bottom rounds up to the full rise
  Vec2 curvature{0, 0};     ///< of the base as worn, across and along, 1/mm; positive where it is round
  Vec2 base_stretch{1, 1};  ///< worn / flat length of the base

  friend bool operator==(const BulgeShape&, const BulgeShape&) = default;
};

/// A full pocket's mesh is stretched 20 % across and draws in along its height, as knits do.
constexpr Vec2 kMeshStretch{1.2, 0.86};

/// The flat piece as rows from the bottom up: each becomes one level line.
struct BulgeCut {
  struct Row {
    double level = 0, flat_y = 0;  ///< height on the base's flat, and on the piece
    double half = 0;               ///< of the piece
    double rise = 0;               ///< of its arc when full
  };
  BulgeShape shape;
  std::vector<Row> rows;
  double litres = 0;  ///< nominal: the arcs over a base of the stated curvature

  double halfChord(double level) const;
  /// "bottom" "right" "top" "left"; x = 0 in the middle, y = 0 at the bottom.
  std::vector<Edge> edges() const;
  /// Where it is sewn, from the bottom's middle: down the left, along the bottom, up the right.
  Polyline footprint() const;
  double mouth_mm() const { return 2 * rows.back().half; }  ///< flat width of the mouth
  double rise() const;                                      ///< greatest
  /// Curvature of its middle when full, for a pocket sewn on it at a height of the piece.
  Vec2 crownCurvature(double flat_y) const;
};

BulgeCut cutBulge(const BulgeShape& shape);

/// Where a pocket sits: the base, the bottom's middle in the base's flat frame, and the distance off the
/// base.
struct BulgePlace {
  LiftedSurface base;
  Vec2 at{0, 0};
  double lift = 1;
};

/// A pocket on its base. Nothing is worn before a point is asked for; safe to ask from several threads.
class Bulge {
 public:
  Bulge(BulgeCut cut, BulgePlace place);

  const BulgeShape& shape() const { return cut_.shape; }
  const BulgeCut& cut() const { return cut_; }
  std::vector<Edge> edges() const { return cut_.edges(); }
  Polyline footprint() const;                                               ///< in the base's flat frame
  Vec2 mouthMiddle() const { return place_.at + Vec2{0, shape().height}; }  ///< in the base's flat frame
  double litres() const { return cut_.litres; }
  double mouth_mm() const { return cut_.mouth_mm(); }
  Vec3 at(Vec2 flat) const;
  /// How much higher than nominal it stands on the base as it lies, so as to hold its litres.
  double wornRise() const { return worn().rise; }

 private:
  /// Steps of a row from its left to its right end.
  static constexpr std::size_t kSteps = 16;
  struct Worn {
    double rise = 1;
    std::vector<std::array<double, kSteps + 1>> way;  ///< along each row at even angles, 0..1
  };
  const Worn& worn() const;
  /// `turn` -1 (left end) .. 1 (right end), of the arc's angle.
  Vec3 onRow(double level, double rise, double turn) const;
  double litresAt(double rise) const;
  Worn makeWorn() const;

  BulgeCut cut_;
  BulgePlace place_;
  mutable std::once_flag once_;
  mutable Worn worn_;
};

using BulgePtr = std::shared_ptr<const Bulge>;

}  // namespace configurator
