// The tab folded over the end of a zip that is set into a gusset.
#pragma once

#include <memory>

#include "configurator/pack/body_panel_loader_shape.h"
#include "configurator/pack/pack.h"

namespace configurator {

/// Edges, fold and surface of a tab 30 wide and 50 long; its edge "seam" lies in the gusset's seam at arc
/// length `seam_s`, its fold in the `direction` (1 or -1) of the zip. Id and material are the caller's.
Piece makeZipTab(const std::shared_ptr<const PanelLoaderShape>& shape, double seam_s, double direction);

/// Across the gusset, mm from the back seam.
double chainMiddle(const PanelLoaderShape& shape);

}  // namespace configurator
