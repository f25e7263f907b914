// The size table of a design: what its geometry says in every size, and what takes a product to know: how
// much each size weighs and what it shows at night.
#pragma once

#include "configurator/pack/size_table.h"
#include "configurator/session/figures.h"

namespace configurator {

/// REQUIRES that the figures have a pack.
SizeTable measuresOf(const Workshop& workshop, const Design& design, const Figures& figures);

}  // namespace configurator
