// Room for what is sewn to a host: a host's rectangle and its measured points may reach past the cloth where
// the piece has round corners or narrows.
#pragma once

#include <string>

#include "configurator/pack/draft.h"
#include "configurator/pack/on_host.h"

namespace configurator {

inline constexpr double kXBoxMm = 25;  ///< side of an X-box of stitching, TackType::XBox

/// A line in host (u, v) moved level towards the host's middle, no further than it must, until all of it lies
/// on the host's piece at least `margin_mm` (>= 0) inside the seam line. A line for which the piece is too
/// low or too narrow stays where it was.
Polyline movedOnto(const PackDraft& draft, const Host& host, const Polyline& line, double margin_mm);

/// Where an X-box at `uv` ends up so that all its stitches lie on the host's piece.
Vec2 xBoxOn(const PackDraft& draft, const Host& host, Vec2 uv);

/// `spot` clear of the artwork and reflective panels on the same cloth: as it is, or moved above, below or
/// beside it, smaller if it must be, where it can clear of patches and tapes too. A spot that finds no room
/// stays and is a shortfall of `slot`.
Spot clearSpot(PackDraft& draft, const Spot& spot, const std::string& slot);

}  // namespace configurator
