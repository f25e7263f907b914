// The pictures of an export: one per view and colorway, with the anchors that call-outs in documents use.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "bom/tech_pack.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/session/workshop.h"

namespace configurator {

struct DrawingSet {
  std::vector<std::pair<std::string, std::string>> files;  ///< name, PNG bytes; empty when pictures are left out
  std::vector<bom::Drawing> drawings;                      ///< as the tech pack names them
};

/// Every drawn view in the first colorway ("view-front.png"), and the three-quarter view in each further one
/// ("view-three-quarter-CODE.png").
Result<DrawingSet> makeDrawings(const Workshop& workshop, const Design& design, const Pack& pack);

}  // namespace configurator
