// The pictures of an export: one per view and colorway, with the anchors that call-outs in documents use.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "bom/tech_pack.h"
#include "configurator/design/design.h"
#include "configurator/session/figures.h"
#include "configurator/session/pictures.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// A picture of an export before it is drawn.
struct PlannedDrawing {
  PictureRequest picture;
  std::size_t colorway = 0;  ///< index in the design
  bom::Drawing drawing;      ///< with anchors
};

/// Every view in the first colorway ("view-front.png"), and the three-quarter view in each further one
/// ("view-three-quarter-CODE.png"). Sheets with words of their own have no anchors.
std::vector<PlannedDrawing> planDrawings(const Design& design, const PackScene& scene);

/// Name and PNG bytes of each. REQUIRES drawings planned for the same design and scene, figures with a pack.
Result<std::vector<std::pair<std::string, std::string>>> drawPictures(
    const Workshop& workshop, const Design& design, const Figures& figures, PackScene scene,
    const std::vector<PlannedDrawing>& planned);

}  // namespace configurator
