// The folded square of cloth in the lower side seam that takes a shoulder strap's tail.
#pragma once

#include <string>

#include "configurator/pack/family.h"

namespace configurator {

struct AnchorTriangle {
  std::string name;  ///< part id after the module's prefix
  Vec3 seam_point;   ///< near the middle of the edge caught in the seam
  Vec3 towards;      ///< where the strap comes from
  bool mirrored = false;
  TackType tab = TackType::Bartack42;  ///< holds the ladder lock's tab in the patch
};

/// A 120 mm square folded twice to a triangle, its long side caught in the body seam, the tab of a ladder
/// lock inside and tacked through all plies, its two folded sides stitched shut.
void addAnchorTriangle(const ModuleCall& call, PackDraft& draft, const AnchorTriangle& triangle);

}  // namespace configurator
