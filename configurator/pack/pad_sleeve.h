// The sleeve between a back and its lining: basted all round, or open above where a removable pad goes in.
#pragma once

#include <string>

#include "configurator/pack/draft.h"

namespace configurator {

/// Is a back panel chosen whose pad comes out of the sleeve?
bool padComesOut(const PackDraft& draft);

/// Makes the "top" edge a straight mouth clear of the seam above: the chord of an arch, or a level line lower
/// down, with "right" and "left" as much shorter. REQUIRES these three edges.
void openPadMouth(Piece& lining);

/// Joins such a lining and the back that it mirrors from one end of the mouth round to the other. Both have
/// the edges "bottom" "right" "top" "left".
void runUpToMouth(const PackDraft& draft, const std::string& lining, const std::string& back, Seam& seam);

}  // namespace configurator
