// A broken promise between two places of this program: checked in every build, ends the program with a
// message.
#pragma once

#include <string>

namespace configurator {

/// Throws std::logic_error with `what` when `condition` is false. Never used for input from outside.
void require(bool condition, const char* what);

/// Throws std::logic_error: for messages that name what is broken, built only when it is.
[[noreturn]] void broken(const std::string& what);

}  // namespace configurator
