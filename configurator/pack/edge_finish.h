// How each edge of a finished pack is finished: read off what is sewn along it, so that no edge claims a
// finish that nothing makes. One rule for all pieces.
//
// Bound: a binding is stitched on it, its seam is bound, or it is caught flat in an edge that is. Hemmed: a
// hem or an elastic mouth is stitched along it. Overlocked: its seam is an overlock seam. Else raw where a
// seam catches it, and where foam, board or mesh do not fray; woven cloth that nothing catches is cut hot.
// Patches that their family cuts hot stay so. Taped edges are their family's word: no tape is a stitch.
#pragma once

#include "configurator/pack/pack.h"

namespace configurator {

/// Sets the finish of every edge. REQUIRES that runs name edges or marks of the pack's pieces.
void finishEdges(Pack& pack);

}  // namespace configurator
