// A zone in the inspector: its colour in the shown colorway and the materials it may take.
#pragma once

#include <string>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

void drawZoneInspector(const Session& session, const std::string& zone, Ui& ui, Commands& commands);

}  // namespace configurator
