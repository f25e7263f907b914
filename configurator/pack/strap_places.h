// A shoulder strap while it is built, and the places on it that chest straps, pockets and load lifters use.
#pragma once

#include <memory>
#include <string>

#include "configurator/pack/family_harness.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

/// Everything about one shoulder strap while it is built.
struct ShoulderStrap {
  BodySide side;
  StrapShape shape;
  Polyline centre;
  std::shared_ptr<const BodyPath> path;  ///< anchor to lower corner
  double foam_mm = 8;
  double stand_off_mm = 0;  ///< of its length, from the pack to where the wearer's back begins
  bool is_wing = false;     ///< a vest's front: wide over the chest, closed along its inner edge
};

/// How far over the strap's path its shell lies: over its foam, clear of its bends.
double shellLift(const ShoulderStrap& strap);

/// The front of a padded strap whose shell is the piece `shell`: the host "strap-left" or "strap-right", on a
/// wing above it and "strap-lower-left" or "strap-lower-right" where a flask hangs. On a strap
/// "strap-pocket-left" or "strap-pocket-right" lies under the upper sternum strap's loop: pockets hang there.
/// "strap-high-left" and "strap-high-right" lie above it.
void offerStrap(PackDraft& draft, const ShoulderStrap& strap, const std::string& shell);
/// A strap of bare webbing `width_mm` wide: sliders ride on it, nothing is sewn to it.
void offerBareStrap(PackDraft& draft, const ShoulderStrap& strap, double width_mm);

}  // namespace configurator
