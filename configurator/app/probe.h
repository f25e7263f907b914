// For tests that click: where each widget stands and what the figures say, as a text file after each settled
// frame.
#pragma once

#include "configurator/app/ui.h"

namespace configurator {

/// Writes "label<TAB>x<TAB>y" lines (middle of each widget, window pixels) to $RUCKSMITH_UI_PROBE when it is
/// set and the text changed since the last call.
void writeProbe(const Ui& ui);

}  // namespace configurator
