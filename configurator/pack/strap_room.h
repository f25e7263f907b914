// Room on a shoulder strap or wing beside the loops and rails of sternum straps.
#pragma once

#include <vector>

#include "configurator/pack/on_host.h"

namespace configurator {

/// The stretches of a host (v) that what is sewn along its chest lines takes: sliders ride there.
std::vector<Vec2> takenByChest(const PackDraft& draft, const Host& host);

/// How high up a host something may reach that hangs from its upper end: that end, or below what is sewn
/// along the chest line there.
double hangsFrom(const PackDraft& draft, const Host& host);

/// `spot` narrowed until it lies beside what is sewn along the chest lines of its host's piece.
Spot besideChest(const PackDraft& draft, Spot spot);

}  // namespace configurator
