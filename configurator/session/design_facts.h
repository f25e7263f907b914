// What rules may ask of a design's order: its market and the climate there, its use, how light its colours
// are.
#pragma once

#include "configurator/design/design.h"
#include "configurator/rules/rule_facts.h"

namespace configurator {

/// "market", "region", "sun", "heat", "humidity" of the order's market where the catalog knows it; "use";
/// "ground.ZONE": "light" or "dark", of each colorway. A colour is dark where its CIE L* is
/// below 50: less than half as light as white to the eye.
RuleFacts factsOf(const Catalog& catalog, const Design& design);

}  // namespace configurator
