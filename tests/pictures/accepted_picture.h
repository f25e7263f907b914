// A picture against the one that a person looked at and accepted.
#pragma once

#include <string>

#include "renderer/image.h"

namespace configurator {

/// `name` under tests/pictures, without ".png". A picture that differs is left in the build folder and fails
/// the test; RUCKSMITH_ACCEPT=1 makes it the new baseline. `test`: what --gtest_filter finds it by.
void expectAccepted(const renderer::Image& picture, const std::string& name, const std::string& test);

}  // namespace configurator
