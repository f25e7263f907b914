// One pocket on a host, of any family: a panel that swells, a bellows strip under it, and its mouth.
#pragma once

#include "configurator/pack/module_trims.h"
#include "configurator/pack/swollen_panel.h"

namespace configurator {

struct PocketPlan {
  PartNames names;
  Spot spot;  ///< where its rim lies
  double bellows_mm = 0, fullness_mm = 12, corner_radius_mm = 20;
  double holds_l = 0;  ///< cut so full that it holds this, filled out from its foot: a bladder's sleeve
  double left_drop_mm = 0, right_drop_mm = 0;  ///< mouth corners lower than the spot's upper edge
  std::string mouth = "zip";                   ///< "zip" "elastic" "binding" "flap" "open"
  double zip = 5;
  std::string zone = "pocket-shell";
  bool lining = false;
  bool mirrored = false;
  bool offers_host = true;   ///< later modules may sit on its panel
  bool holds_volume = true;  ///< false inside the main compartment
  std::string covered_by;    ///< an operation charged by the piece that covers sewing it on ("S12"), or empty
};

/// Adds the pocket's pieces, seams, trims, tacks and compartment.
SwollenPanel addPocket(PackDraft& draft, const PocketPlan& plan);

/// The plan that a call's words and numbers ask for; `names` and `spot` are the caller's.
PocketPlan pocketPlanOf(const ModuleCall& call, PocketPlan defaults);

}  // namespace configurator
