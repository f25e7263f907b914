// The order in the top bar: one line that says it, and the fields behind it.
#pragma once

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

void drawOrder(const Session& session, Ui& ui, Commands& commands);

}  // namespace configurator
