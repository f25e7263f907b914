// The families whose parts are cloth on a host.
#include "configurator/pack/family.h"
#include "configurator/pack/module_families.h"

namespace configurator {

std::vector<Family> panelFamilies() {
  return {patchPocketFamily(),  dumpPocketFamily(),      sidePocketFamily(), phonePocketFamily(),
          flaskPocketsFamily(), radioPocketFamily(),     whistleFamily(),    sleeveFamily(),
          laptopSleeveFamily(), dividersFamily(),        labelPanelFamily(), overlayPanelFamily(),
          rainCoverFamily(),    detachablePouchFamily(), finishFamily()};
}

}  // namespace configurator
