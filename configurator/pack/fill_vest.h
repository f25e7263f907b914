// The map of a vest to another fill: what stands off the cloth on the wearer gets flatter, the cloth itself
// stays. Only fill_shape.cpp calls it.
#pragma once

#include <functional>

#include "configurator/pack/fill_form.h"

namespace configurator {

/// `fill` 0 empty, 1 nominal, to 1.15.
std::function<Vec3(Vec3)> vestFillMap(const VestForm& form, double fill);

}  // namespace configurator
