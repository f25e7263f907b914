// The bodies a catalog option can name.
#include "configurator/pack/body_drawcord.h"
#include "configurator/pack/body_panel_loader.h"
#include "configurator/pack/body_roll_top.h"
#include "configurator/pack/body_vest.h"
#include "configurator/pack/family.h"

namespace configurator {

std::vector<Family> bodyFamilies() {
  return {{vestSpec(), buildVest},
          {panelLoaderSpec(), buildPanelLoader},
          {rollTopSpec(), buildRollTop},
          {drawcordSpec(), buildDrawcord}};
}

}  // namespace configurator
