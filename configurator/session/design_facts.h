// What rules may ask of a design's order, and the rules as they stand there.
#pragma once

#include "configurator/design/design.h"
#include "configurator/rules/rule_facts.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// "market", "region", "sun", "heat", "humidity" of the order's market where the catalog knows it; "use";
/// "ground.ZONE": "light" or "dark", of each colorway. A colour is dark where its CIE L* is
/// below 50: less than half as light as white to the eye. "logo-contrast": "low" where a colorway's logo and
/// front panel are less than 25 apart (CIE 1976).
RuleFacts factsOf(const Catalog& catalog, const Design& design);

/// The catalog's rules as they stand in the design's order. Lives as long as the workshop.
const CatalogModel& rulesOf(const Workshop& workshop, const Design& design);

}  // namespace configurator
