// What the rules and geometry find about one place, with the reasons.
#pragma once

#include <string>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

/// Errors, warnings and hints that name a slot, parameter or zone; nothing where there are none.
void drawFindings(const Session& session, const std::string& place, Ui& ui, Commands& commands);

}  // namespace configurator
