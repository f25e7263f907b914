// The families that carry a pack on the body.
#include "configurator/pack/family.h"
#include "configurator/pack/family_back_panel.h"
#include "configurator/pack/family_frame.h"
#include "configurator/pack/family_harness.h"
#include "configurator/pack/family_hip_belt.h"
#include "configurator/pack/family_sternum.h"

namespace configurator {

std::vector<Family> carryFamilies() {
  return {{foamBackSpec(), buildFoamBack},
          {padInSleeveSpec(), buildPadInSleeve},
          {channelledBackSpec(), buildChannelledBack},
          {suspendedBackSpec(), buildSuspendedBack},
          {framesheetSpec(), buildFramesheet},
          {staysSpec(), buildStays},
          {frameRodSpec(), buildFrameRod},
          {paddedHarnessSpec(), buildPaddedHarness},
          {webbingHarnessSpec(), buildWebbingHarness},
          {loadLiftersSpec(), buildLoadLifters},
          {sternumStrapSpec(), buildSternumStrap},
          {sternumCordsSpec(), buildSternumCords},
          {webbingBeltSpec(), buildWebbingBelt},
          {paddedBeltSpec(), buildPaddedBelt}};
}

}  // namespace configurator
