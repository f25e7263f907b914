// Answers of `options` and `why`: JSON with the contract's keys, and text as a colleague would say it.
#pragma once

#include <string>

#include "configurator/session/option_advice.h"

namespace configurator {

std::string optionsJson(const OptionAdvice& advice);
std::string whyJson(const WhyAnswer& answer);

/// Own choices and the rules that they meet, with their becauses; lines.
std::string reasonText(const Catalog& catalog, const Reason& reason);

std::string optionsText(const Catalog& catalog, const Design& design, const OptionAdvice& advice);
std::string whyText(const Catalog& catalog, const Design& design, const PlaceValue& asked,
                    const WhyAnswer& answer);

}  // namespace configurator
