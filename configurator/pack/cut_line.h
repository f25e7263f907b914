// The line that is cut: a piece's seam line moved out by each edge's allowance, corners mitred.
#pragma once

#include "configurator/pack/pack.h"

namespace configurator {

/// Closed, counter-clockwise. A mitre reaches at most 2.5 allowances beyond its corner along the bisector,
/// then it is cut off square to it: nowhere does the cut come nearer to the seam line than the least
/// allowance. An allowance below 0 moves the line inwards.
Polyline cutLineOf(const Piece& piece);

}  // namespace configurator
