// Random designs that keep the rules: every slot, parameter and zone varies. The seed is printed by the
// tests.
#pragma once

#include <cstdint>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// The workshop of the source tree, opened once.
const Workshop& testWorkshop();

std::vector<Design> templateDesigns();

constexpr std::uint32_t kRandomDesignSeed = 20261101;

/// How many random designs a test looks at: 200, with $RUCKSMITH_SOAK 2000, under the sanitizers 25.
int randomDesignCount();

/// randomDesignCount() designs, made once for a process. Each is valid by checkRules and by what geometry
/// finds where dimensions are given: slots are tried in a random order, and what the rules allow is kept.
const std::vector<Design>& randomDesigns();

}  // namespace configurator
