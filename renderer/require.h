// A broken promise between two places of this program: checked in every build, ends the program with a
// message.
#pragma once

namespace renderer {

/// Throws std::logic_error with `what` when `condition` is false. Never used for input from outside.
void require(bool condition, const char* what);

}  // namespace renderer
