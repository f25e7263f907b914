// The pattern sheet: every flat piece once, by material, as the cutter gets it.
#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bom/product.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/session/workshop.h"
#include "renderer/line_drawing.h"

namespace configurator {

/// One pattern with what is written under it.
struct SheetPiece {
  std::vector<std::string> part_ids;
  std::vector<std::string> words;               ///< name and how often it is cut, in lines
  std::vector<glm::vec2> cut, sew;              ///< closed; millimetres, y up
  std::vector<std::vector<glm::vec2>> notches;  ///< from the seam line to the cut
  std::vector<std::vector<glm::vec2>> folds, lines;
  std::vector<glm::vec2> drills;
  std::vector<glm::vec2> grain;  ///< an arrow of two points; empty where it finds no room
  renderer::Ink color;
};

struct SheetMaterial {
  std::string name;
  std::vector<SheetPiece> pieces;  ///< the largest first
};

/// Materials in the order of how much of them is cut.
struct PatternSheet {
  std::string heading, note;
  std::vector<SheetMaterial> materials;
};

PatternSheet patternSheet(const Workshop& workshop,
                          const std::pair<const Design&, const DesignColorway&>& shown, const Pack& pack,
                          bom::Product product);

}  // namespace configurator
