// What the bodies with an upright trunk on a flat bottom (roll-top, drawcord top) share: the way round their
// bottom, the lines of their seams in space, the points where modules hang. Millimetres.
#pragma once

#include <functional>
#include <string>

#include "configurator/pack/body_box.h"

namespace configurator {

/// A trunk of one girth. `cloth` takes a place around (0 in the middle of the back, over the wearer's right)
/// and a height of cloth; `foot` the line of the bottom between two places around, in the plane x, z.
struct Trunk {
  double width = 0, depth = 0;
  double back_height = 0, front_height = 0;  ///< up to here back and front are upright
  double strap_height = 0;                   ///< of the shoulder straps' upper anchors
  Surface cloth;
  std::function<Polyline(double, double)> foot;
};

/// All round a bottom from the middle of its back over the wearer's right; `bottom` is the piece's id.
Run bottomRun(const Pack& pack, const std::string& bottom);

/// The seams of the front panel and of the bottom. REQUIRES the pieces "front" and "bottom" of the body, the
/// front with a mark "seam-line" down its left side, across the foot and up its right side, the bottom with
/// one all round.
void addTrunkSeams(const ModuleCall& call, PackDraft& draft, const Trunk& trunk);
/// Straps, hip wings, compression, haul loop, bladder.
void addTrunkAnchors(PackDraft& draft, const Trunk& trunk);

}  // namespace configurator
