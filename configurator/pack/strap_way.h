// The ways of both shoulder straps over the wearer, from their upper anchors to the lower corners.
#pragma once

#include <array>
#include <memory>

#include "configurator/pack/draft.h"
#include "configurator/pack/strap_shape.h"

namespace configurator {

/// In the order of kSides; wings turn under the arm lower down than straps. REQUIRES that the anchors of the
/// straps mirror each other.
std::array<std::shared_ptr<const BodyPath>, 2> strapWays(const PackDraft& draft, bool wings);

}  // namespace configurator
