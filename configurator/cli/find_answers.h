// Answers of `find`: JSON with the contract's keys, and text as a colleague would say it.
#pragma once

#include <string>

#include "configurator/session/find_words.h"

namespace configurator {

/// REQUIRES a design that was found.
std::string findJson(const FindReport& report);
std::string findText(const FindReport& report);
/// Why nothing was found: which bound stands in the way.
std::string nothingFoundText(const FindReport& report);

}  // namespace configurator
