// The same results as text for people: tables with units, in the words of the design.
#pragma once

#include <string>
#include <vector>

#include "configurator/cli/json_answers.h"

namespace configurator {

std::string templatesText(const std::vector<TemplateSummary>& templates);
std::string showText(const DesignAnswer& answer);
std::string bomText(const DesignAnswer& answer);
std::string costText(const DesignAnswer& answer);
std::string checkText(const std::vector<Violation>& violations);
std::string walkText(const Pack& pack);
/// The picture's file, and what was measured in it.
std::string drawnText(const Drawn& drawn);
std::string verifyText(const Verification& verification);

/// The errors among them, one a line with its reason: what a refusal says.
std::string refusalText(const std::vector<Violation>& violations);

}  // namespace configurator
