// Why a value cannot be had as the design stands, and the ways to have it, each a button.
#pragma once

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

/// What is opened of this place, below its card or row; of no place: what the design itself breaks.
void drawExplanation(const Session& session, const std::string& place, Ui& ui, Commands& commands);
/// The same only where exactly this value is opened.
void drawExplanationOf(const Session& session, const PlaceValue& value, Ui& ui, Commands& commands);

bool isOpened(const Session& session, const std::string& place, const std::string& value);

/// A small drawn padlock, `at` its top left corner.
void drawLock(const Ui& ui, ImVec2 at, ImU32 color);
/// A small drawn pin.
void drawPin(const Ui& ui, ImVec2 at, ImU32 color);

}  // namespace configurator
