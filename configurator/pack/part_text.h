// The words for a part on bills and patterns: families name their parts piece by piece, a reader sees them
// together.
#pragma once

#include <string>

namespace configurator {

/// With a capital first; "Whistle: whistle" says the same twice and becomes "Whistle".
std::string partText(const std::string& name);

/// The name for both of a pair that is cut from one pattern, named after the first: "Strap foam left" is
/// "Strap foam".
std::string pairText(const std::string& name);

}  // namespace configurator
