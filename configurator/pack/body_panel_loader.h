// The panel loader: a back and a front panel of one arched, tapered outline, joined by a gusset whose upper
// part carries the main zip (10 to 30 l).
#pragma once

#include "configurator/pack/body_panel_loader_shape.h"
#include "configurator/pack/draft.h"
#include "configurator/pack/family.h"

namespace configurator {

/// Family "panel-loader". Arguments, all optional: opening (part of each side that the zip runs down,
/// 0.3..0.95: a clamshell, hinged at the bottom), zip-size (5 or 8; by capacity), top-radius, bottom-radius
/// (mm), sag (front, part of width). The option chosen for the slot "panel-shape" says by its attributes
/// `taper` (none), `top` and `foot` (square) how the panels differ from arched, tapered ones.
FamilySpec panelLoaderSpec();
void buildPanelLoader(const ModuleCall& call, PackDraft& draft);

/// The form of the body of `dimensions` (back length, bottom width, bottom depth) with the call's arguments.
struct PanelLoaderRequest {
  double back_length = 480, width = 270, depth = 175, capacity_l = 20;
  double label_l = 0;   ///< of the whole pack, where the main compartment is smaller
  bool tapered = true;  ///< narrower and less deep at the top
  bool arched_top = true, rounded_foot = true;
  double ring_zip = 0;  ///< size of an expansion zip all round; 0: none
};
PanelLoaderShape::Dimensions panelLoaderDimensions(const ModuleCall& call, const PanelLoaderRequest& request);

}  // namespace configurator
