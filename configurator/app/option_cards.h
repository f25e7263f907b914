// The options of the selected slot as cards: state, why not, what each would change.
#pragma once

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

void drawOptionCards(const Session& session, Ui& ui, Commands& commands);

/// The mark of what the design has: a tick and the word, in the accent colour where it is the user's choice.
void drawPresent(const Session& session, const ValueCard& card, const Ui& ui, ImVec2 at, float width);
/// Difference of a card at the right: cost over mass.
void drawCardDelta(const Ui& ui, const ValueCard& card, ImVec2 at, float width);
/// Why a card cannot be chosen or what goes along with it; empty for one that is simply available.
std::string adviceLineOf(const Catalog& catalog, const ValueCard& card);
/// The whole reason of a blocked card, in the catalog author's words.
std::string becauseOf(const ValueCard& card);
/// Pin and take-back of a place whose value is the user's; nothing else. At the cursor, in one line.
/// `prefix`: of their names.
void drawOwnButtons(const Session& session, const std::string& place, const std::string& prefix, Ui& ui,
                    Commands& commands);
/// Chooses a value, or explains it where something stands against it.
void clickCard(const ValueCard& card, const std::string& place, Commands& commands);

}  // namespace configurator
