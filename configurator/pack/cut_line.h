// The line that is cut: a piece's seam line moved out by each edge's allowance, corners mitred.
#pragma once

#include "configurator/pack/pack.h"

namespace configurator {

/// Closed, counter-clockwise. A mitre reaches at most 2.5 allowances beyond its corner, then it is cut off
/// square to the bisector.
Polyline cutLineOf(const Piece& piece);

}  // namespace configurator
