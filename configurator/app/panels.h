// The panels of the window. Each reads the session and pushes commands; none decides.
#pragma once

#include <string>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

/// What the window itself remembers: nothing of the design.
struct PanelState {
  std::string zone;  ///< the selected zone, or empty when a slot is selected
  std::string tab = "bill";
  std::string status;  ///< last message, shown in the top bar
  bool status_is_error = false;
};

void drawTopBar(const Session& session, const PanelState& state, Ui& ui, Commands& commands);
void drawSlotRail(const Session& session, const PanelState& state, Ui& ui, Commands& commands);
void drawInspector(const Session& session, const PanelState& state, Ui& ui, Commands& commands);
void drawDrawer(const Session& session, PanelState& state, Ui& ui, Commands& commands);
void drawStartScreen(const std::vector<TemplateSummary>& templates, const PanelState& state, Ui& ui,
                     Commands& commands);

}  // namespace configurator
