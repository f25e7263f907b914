// Where the mass of a pack and of its load lies. A pack knows no masses: they come from the bill. Millimetres
// in the pack's space, grams.
#pragma once

#include <string>
#include <vector>

#include "configurator/pack/pack.h"

namespace configurator {

/// Grams of one part. `part` may name a piece, a fitting, or what has no place of its own (a seam's thread).
struct PartMass {
  std::string part, assembly;
  double grams = 0;
};

struct MassCentre {
  Vec3 at{0, 0, 0};
  double grams = 0;
};

/// A piece counts evenly over its surface, a fitting evenly along what it is drawn with (a component model at
/// its origin). What has no shape (thread, bindings, finishes) lies in the middle of its assembly, or of the
/// whole pack. `grams` is the sum of all masses.
MassCentre massCentreOf(const Pack& pack, const std::vector<PartMass>& masses);

/// Where `load_kg` lies that fills all compartments evenly: in each, the middle of the cloth that closes it.
MassCentre loadCentreOf(const Pack& pack, double load_kg);

/// Both together. REQUIRES that one of them weighs something.
MassCentre together(const MassCentre& a, const MassCentre& b);

}  // namespace configurator
