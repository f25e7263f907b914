// Shoulder harnesses of box packs: padded S-curve straps, plain webbing straps, load lifters.
#pragma once

#include "configurator/pack/family.h"
#include "configurator/pack/module_trims.h"

namespace configurator {

/// Two padded straps (shell, spacer, foam), tails with ladder locks, anchor triangles, a yoke strip on the
/// back. Arguments: foam, tail-size; shape (strap|wing): a wing is a vest's front instead of an S-curve;
/// padding (foam|none): without it the shell's cloth twice.
void buildPaddedHarness(const ModuleCall& call, PackDraft& draft);
FamilySpec paddedHarnessSpec();

/// Two webbing straps with ladder locks. Arguments: size (webbing width).
void buildWebbingHarness(const ModuleCall& call, PackDraft& draft);
FamilySpec webbingHarnessSpec();

/// Two short straps from the pack's top to the shoulder straps. Arguments: size.
void buildLoadLifters(const ModuleCall& call, PackDraft& draft);
FamilySpec loadLiftersSpec();

/// "left" or "right", and which way x points there.
struct BodySide {
  const char* name;
  double sign;
  std::string of(const std::string& stem) const { return stem + "-" + name; }
};
inline constexpr BodySide kSides[2] = {{"left", -1.0}, {"right", 1.0}};

/// Names of what a module has on both sides: ids end in the side, `name` is followed by it.
PartNames namesOf(const ModuleCall& call, const BodySide& side, const std::string& name);

/// A ladder lock through which a webbing of `size` mm runs `along`.
struct LadderLock {
  std::string of;  ///< whose it is; the side's name follows
  double size = 20;
  Shape shape;
};
void addLadderLock(const ModuleCall& call, PackDraft& draft, const BodySide& side, const LadderLock& lock);

/// A named point of the body. REQUIRES that the body offers it.
Vec3 anchorOf(const PackDraft& draft, const std::string& id);
/// The place of cloth that lies under a point of space, from one near by. Newton's way, for cloth that bends
/// little.
Vec2 flatUnder(const Surface& cloth, Vec3 at, Vec2 from);
/// Where a point of space lies in the frame of a host, which may bend round the pack at its rim.
Vec2 hostPlaceOf(const Host& host, Vec3 at);
const Host& hostOf(const PackDraft& draft, const std::string& id);

}  // namespace configurator
