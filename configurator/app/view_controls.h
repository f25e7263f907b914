// What stands over the 3D view: its views, the fill, the colorways.
#pragma once

#include <string>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

struct ShownView {
  std::string view, next;  ///< on the screen; asked for, and shown when parts have come together
  bool by_hand = false;    ///< turned away from it
  bool turning = false;    ///< by itself
};

struct ViewButtons {
  float end = 0;              ///< of the last one, in window pixels
  bool turn_clicked = false;  ///< the one that lets the pack turn
};
ViewButtons drawViewButtons(const ShownView& shown, Ui& ui, Commands& commands);

void drawFillLine(const Session& session, Ui& ui, Commands& commands);

/// A dot each at the right; nothing is drawn left of `left`.
void drawColorways(const Session& session, float left, Ui& ui, Commands& commands);

}  // namespace configurator
