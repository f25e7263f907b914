// The bill's reports (by colorway, by size, where used) and comparisons, as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "configurator/cli/json_answers.h"
#include "configurator/session/compare.h"

namespace configurator {

/// "color", "size" or "where-used".
const std::vector<std::string>& reportNames();
/// One of them. Fails on what the price book lacks. REQUIRES figures with an estimate, in all sizes.
Result<std::string> reportAnswer(const DesignAnswer& answer, const std::string& report, bool json);

std::string comparisonJson(const Workshop& workshop, const std::vector<Design>& designs,
                           const Comparison& comparison, const FigureRequest& request);
std::string comparisonText(const std::vector<Design>& designs, const Comparison& comparison);

}  // namespace configurator
