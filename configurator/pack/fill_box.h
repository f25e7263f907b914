// The map of a box body (panel loader, roll-top, drawcord) to another fill; only fill_shape.cpp calls it.
//
//   side view, full    half full      The load stays low, the top falls in and sinks; side and bottom strips,
//     ._____             ._           as long as before, fold into the gap that is left.
//     |     |            | \          .
//     |     |            |  \         .
//     |_____|            |___|        .
#pragma once

#include <functional>

#include "configurator/pack/fill_form.h"

namespace configurator {

/// `fill` 0 empty, 1 nominal, to 1.15.
std::function<Vec3(Vec3)> boxFillMap(const BoxForm& form, double fill);

}  // namespace configurator
