// The families whose parts are webbing, cord, tape, hardware, branding and labels.
#include "configurator/pack/family.h"
#include "configurator/pack/module_families.h"

namespace configurator {

std::vector<Family> fittingFamilies() {
  return {hosePortFamily(),      hoseClipFamily(), bladderFamily(),   flasksFamily(),
          keyClipFamily(),       tapeRunFamily(),  pipingRunFamily(), printFamily(),
          embroideryFamily(),    badgeFamily(),    labelsFamily(),    webbingRunFamily(),
          cordRunFamily(),       loopsFamily(),    haulLoopFamily(),  compressionStrapsFamily(),
          sideAdjustersFamily(), lightFamily(),    countedFamily()};
}

}  // namespace configurator
