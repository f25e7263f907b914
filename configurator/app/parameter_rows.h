// The numbers that belong to a slot: less, more, auto; an end says why it is one.
#pragma once

#include <string>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

void drawParameterRows(const Session& session, const std::string& slot, Ui& ui, Commands& commands);

}  // namespace configurator
