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
/// "Harness "Vest wings" is made for Body construction "Race vest" (made-for.harness.vest-wings).", lines;
/// those made for the same in one sentence.
std::string ruleLines(const std::vector<ModelRule>& rules);

std::string optionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice);
/// Of one place: each value with its state, cost and mass.
std::string placeOptionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice);
/// `all_reasons`: not only the shortest of those that name the same own choices.
std::string whyText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                    const WhyAnswer& answer, bool all_reasons);

/// What a way changes, what goes along by itself, what it costs.
std::string wayText(const Catalog& catalog, const PricedWay& priced, const std::string& indent);
/// "+1.2000 USD FOB, +35.0 g".
std::string deltaText(const OptionDelta& delta);

/// What was chosen anyway: all that changed with it. `number`: of the way, from 1.
std::string anywayText(const Catalog& catalog, const AnywayAnswer& answer, int number);
/// What `command`, as "--anyway", would change; or that nothing can be changed so that the edits stand.
std::string offerText(const Catalog& catalog, const AnywayAnswer& answer, const std::string& command);
std::string noWayText(const AnywayAnswer& answer);
/// "The design still breaks rules: laptop-and-dividers."; empty without errors.
std::string stillBrokenText(const std::vector<Violation>& errors);

/// [{"slot", "from", "to"}]
Json changesJson(const std::vector<PlaceChange>& changes);
/// "delta_unit_cost" and "delta_mass_g".
void addDelta(const std::optional<OptionDelta>& delta, Json& json);

}  // namespace configurator
