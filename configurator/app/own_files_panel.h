// The brand's own files in the inspector: the picture on a mark, models in place of the program's components.
#pragma once

#include <string>
#include <vector>

#include "configurator/app/commands.h"
#include "configurator/app/ui.h"
#include "configurator/session/session.h"

namespace configurator {

/// Pictures of the selected slot's marks. REQUIRES a built pack.
void drawPictures(const Session& session, Ui& ui, Commands& commands);

/// Models of the selected slot's components; of `parts` only, unless that is empty. False when there is none.
/// REQUIRES a built pack.
bool drawOwnParts(const Session& session, const std::vector<std::string>& parts, Ui& ui, Commands& commands);

}  // namespace configurator
