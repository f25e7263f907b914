// The panels of the window. Each reads the session and pushes commands; none decides.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

/// A live figure and since when it says what it says.
struct FigureGlow {
  std::string text;
  double since_s = -1e9;  ///< of ImGui's clock
};

/// What the user wants of the best designs, as typed; empty: no bound.
struct FindForm {
  std::string wanted = "cost";  ///< "cost", "mass" or "both"
  std::string max_cost, max_mass, min_capacity;
  bool no_new_warnings = true;
  std::string objection;  ///< what is wrong with them
};

/// What the window itself remembers: nothing of the design.
struct PanelState {
  std::string zone;                ///< the selected zone, or empty when a slot is selected
  std::vector<std::string> parts;  ///< of the pack, selected in the view or by a line of the bill
  bool shows_lines = false;        ///< the bill has still to scroll to their lines
  std::string tab = "bill";
  FindForm find;
  std::string status;  ///< last message, shown over the view
  bool status_is_error = false;
  std::map<std::string, FigureGlow> glows;  ///< by the figure's label
  bool glowing = false;                     ///< a figure has changed a moment ago
};

void drawTopBar(const Session& session, PanelState& state, Ui& ui, Commands& commands);
void drawSlotRail(const Session& session, const PanelState& state, Ui& ui, Commands& commands);
void drawInspector(const Session& session, const PanelState& state, Ui& ui, Commands& commands);
void drawDrawer(const Session& session, PanelState& state, Ui& ui, Commands& commands);
/// What the user chose: the drawer's tab.
void drawChoices(const Session& session, Ui& ui, Commands& commands);
/// The best designs within bounds: the drawer's tab.
void drawFind(const Session& session, FindForm& form, Ui& ui, Commands& commands);
/// The last message, at the top of the current window.
void drawStatus(const PanelState& state, Ui& ui);

/// What the start screen offers.
struct StartScreen {
  const std::vector<TemplateSummary>& templates;
  const std::map<std::string, ImTextureID>& pictures;  ///< by template; those drawn so far
  std::string design;                                  ///< the open design's name, or empty
};
void drawStartScreen(const StartScreen& start, const PanelState& state, Ui& ui, Commands& commands);

}  // namespace configurator
