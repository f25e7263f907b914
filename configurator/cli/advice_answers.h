// Answers of `options`, `why` and `set --anyway`: JSON with the contract's keys, and text as a colleague
// would say it.
#pragma once

#include <string>

#include "configurator/cli/json_numbers.h"
#include "configurator/session/choose_anyway.h"
#include "configurator/session/option_advice.h"

namespace configurator {

std::string optionsJson(const OptionAdvice& advice);
std::string whyJson(const WhyAnswer& answer);

/// Own choices and the rules that they meet, with their becauses; lines.
std::string reasonText(const Catalog& catalog, const Reason& reason);

std::string optionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice);
std::string whyText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                    const WhyAnswer& answer);

/// "You chose Hydration "No hydration":" and below it the rules with their reasons.
std::string reasonText(const Catalog& catalog, const Reason& reason);
/// What a way changes, what goes along by itself, what it costs.
std::string wayText(const Catalog& catalog, const PricedWay& priced, const std::string& indent);
/// "+1.2000 USD FOB, +35.0 g".
std::string deltaText(const OptionDelta& delta);

/// What was chosen anyway: all that changed with it. `number`: of the way, from 1.
std::string anywayText(const Catalog& catalog, const AnywayAnswer& answer, int number);
/// What `command`, as "--anyway", would change; or that nothing can be changed so that the edits stand.
std::string offerText(const Catalog& catalog, const AnywayAnswer& answer, const std::string& command);
std::string noWayText(const AnywayAnswer& answer);

/// [{"slot", "from", "to"}]
Json changesJson(const std::vector<PlaceChange>& changes);
/// "delta_unit_cost" and "delta_mass_g".
void addDelta(const std::optional<OptionDelta>& delta, Json& json);

}  // namespace configurator
