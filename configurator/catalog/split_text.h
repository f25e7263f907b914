// Lists that are written in one word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace configurator {

/// The parts between the marks, empty ones too: "a,,b" has three, "" has one.
std::vector<std::string> splitAt(std::string_view text, char mark);

}  // namespace configurator
