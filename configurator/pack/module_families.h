// The families of modules that sit on hosts, one function each; panelFamilies() and fittingFamilies() list
// them.
#pragma once

#include "configurator/pack/family.h"
#include "configurator/pack/on_host.h"

namespace configurator {

Family patchPocketFamily();
Family dumpPocketFamily();
Family sidePocketFamily();
Family phonePocketFamily();
Family flaskPocketsFamily();
Family radioPocketFamily();
Family whistleFamily();
Family sleeveFamily();
Family laptopSleeveFamily();
Family dividersFamily();
Family labelPanelFamily();
Family overlayPanelFamily();
Family rainCoverFamily();
Family detachablePouchFamily();
Family finishFamily();
Family expansionGussetFamily();
Family seamTapeFamily();

Family hosePortFamily();
Family hoseClipFamily();
Family bladderFamily();
Family flasksFamily();
Family keyClipFamily();
Family tapeRunFamily();
Family pipingRunFamily();
Family printFamily();
Family embroideryFamily();
Family badgeFamily();
Family labelsFamily();
Family webbingRunFamily();
Family cordRunFamily();
Family loopsFamily();
Family haulLoopFamily();
Family compressionStrapsFamily();
Family sideAdjustersFamily();
Family lightFamily();
Family countedFamily();

/// Arguments of a spec: lengths and plain numbers, words ("" = any word).
FamilySpec::Parameter lengthArgument(const std::string& name);
FamilySpec::Parameter numberArgument(const std::string& name);
FamilySpec::Parameter wordArgument(const std::string& name, std::vector<std::string> words = {},
                                   bool required = false);
/// A spec with the arguments that every module has: host, x, y, width, height, centred, name, must-hold.
FamilySpec moduleSpec(const std::string& name, bool host_required, std::vector<FamilySpec::Parameter> own);

/// One or both of a left and right pair of places.
struct Side {
  std::string host;    ///< an id that hosts has
  std::string suffix;  ///< "-left" "-right"
  bool mirrored = false;
};
/// Sides by the words `host` (the left one, "strap-left") and `sides` (both, left, right). One only, when the
/// body has one place for both.
std::vector<Side> sidesOf(const ModuleCall& call, PackDraft& draft, const std::string& left_host,
                          const std::string& sides = "both");

/// What every pocket's call may say, as pocketPlanOf reads it.
std::vector<FamilySpec::Parameter> pocketArguments();

}  // namespace configurator
