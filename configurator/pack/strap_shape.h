// A shoulder strap's flat S-curve and the way its cloth lies along a path on the body.
#pragma once

#include <memory>
#include <vector>

#include "configurator/pack/pack.h"
#include "configurator/pack/strap_bed.h"
#include "configurator/pack/torso.h"

namespace configurator {

/// A centre line with a width at every place along it. Flat: starts at the origin (anchor) and runs along +y.
struct StrapShape {
  double length_mm = 420;       ///< padded length along the centre line
  double width_mm = 65;         ///< greatest width
  double widest_at = 0.35;      ///< where that is, as a part of the length
  double anchor_width_mm = 52;  ///< at the anchor
  double tail_width_mm = 25;    ///< at the tail
  double bend = 1;  ///< +1 curves to -x first (the wearer's left strap), -1 to +x; less is straighter
};

/// Width across the centre line at arc length `s`.
double widthAt(const StrapShape& shape, double s);
/// Centre line points about 8 mm apart: arc of 210 mm, reverse arc of 290 mm, straight tail (S-curve of
/// padded straps).
Polyline centreLineOf(const StrapShape& shape);

/// Closed outline, counter-clockwise: "anchor" "right" "tail" "left", moved inwards by `inset_mm`.
struct StrapEdges {
  double inset_mm = 0, allowance_mm = 6;
  EdgeFinish finish = EdgeFinish::Bound;
};
std::vector<Edge> edgesOf(const StrapShape& shape, const StrapEdges& how);

/// A path in space with a surface normal at each point.
struct BodyPath {
  std::vector<Vec3> points, normals;
  std::shared_ptr<const StrapBed> bed = {};  ///< what cloth laid along it lies on; empty: it stays flat
  double bed_side = 1;                       ///< -1 when the path is the mirror image of the bed's
  double eased_half_width_mm =
      0;  ///< > 0: cloth so broad lies as far along as its own edges reach on the bed
};
/// The strap's way on the torso with the skin's normals; cloth laid along it lies on the torso.
BodyPath pathOnTorso(const Torso& torso, std::vector<Vec3> points);
/// The stretch of a path between two arc lengths, points about 8 mm apart; without its bed.
BodyPath stretchOf(const BodyPath& path, double from, double to);
/// The same path moved along its normals.
BodyPath lifted(BodyPath path, double height_mm);
RibbonShape ribbonOn(const BodyPath& path, double width_mm, double thickness_mm);

/// Lays cloth with the given flat centre line along a path: arc length goes to arc length, across to across.
Surface layAlong(Polyline centre_line, std::shared_ptr<const BodyPath> path, double lift_mm);
Surface layAlong(Polyline centre_line, BodyPath path, double lift_mm);

}  // namespace configurator
