// The bodies a catalog option can name, and what is built into the seams that only a body has.
#include "configurator/pack/body_drawcord.h"
#include "configurator/pack/body_panel_loader.h"
#include "configurator/pack/body_roll_top.h"
#include "configurator/pack/body_vest.h"
#include "configurator/pack/family.h"
#include "configurator/pack/module_families.h"

namespace configurator {

std::vector<Family> bodyFamilies() {
  return {{vestSpec(), buildVest},       {panelLoaderSpec(), buildPanelLoader},
          {rollTopSpec(), buildRollTop}, {drawcordSpec(), buildDrawcord},
          expansionGussetFamily(),       seamTapeFamily()};
}

}  // namespace configurator
