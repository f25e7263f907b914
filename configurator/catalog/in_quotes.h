// A word of a file as messages show it: "word".
#pragma once

#include <string>
#include <string_view>

namespace configurator {

/// Of a long one the first 60 bytes, to a whole character, and an ellipsis.
std::string inQuotes(std::string_view text);

}  // namespace configurator
