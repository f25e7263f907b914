// How a strip of cloth lies that is longer than the gap it spans: an arch to one side, an S, or anything
// between, always exactly as long as the cloth. Lengths are parts of the cloth's length.
#pragma once

namespace configurator {

/// A place on a fold: along the gap (0..1 of it) and off it (parts of the cloth's length, > 0 outwards).
struct FoldPoint {
  double along = 0, off = 0;
};

/// Where cloth at `t` (0..1 of its length) lies when the gap is `gap` of its length. `turn` 0 arches
/// outwards, pi / 2 is an S, pi arches inwards. A gap as long as the cloth, or longer, leaves it straight.
FoldPoint foldAt(double gap, double turn, double t);

/// Area between fold and gap in squares of the cloth's length; negative where it lies inside.
double foldArea(double gap, double turn);

}  // namespace configurator
