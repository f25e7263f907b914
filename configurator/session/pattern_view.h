// The pattern sheet: every flat piece once, to one scale, in rows by material, as the cutter gets it. Which
// piece is under a point and which parts it is cut for is known, so that a window can show both at once.
#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <utility>
#include <vector>

#include "bom/product.h"
#include "configurator/design/design.h"
#include "configurator/pack/pack.h"
#include "configurator/session/fit_camera.h"
#include "configurator/session/picture_inks.h"
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

/// Where a piece lies in a picture.
struct PlacedPiece {
  const SheetPiece* piece = nullptr;
  glm::vec2 origin{0};        ///< of the piece's millimetres, in pixels
  glm::vec2 low{0}, high{0};  ///< of the piece and of the words under it, pixels
  std::vector<std::string> words;
  std::size_t name_lines = 0;  ///< the first of the words
  std::vector<glm::vec2> cut;  ///< pixels
};

struct PlacedHeading {
  std::string text;
  glm::vec2 at{0};  ///< of the baseline
};

/// Points into the sheet it was made from.
struct PatternLayout {
  float pixels_per_mm = 1;
  PictureSize size;
  PictureSizes sizes;
  std::vector<PlacedPiece> pieces;
  std::vector<PlacedHeading> headings;
};

PatternLayout layOut(const PatternSheet& sheet, const PictureSize& size, const renderer::Typeface& typeface,
                     const PictureSizes& sizes);

/// The parts cut from the piece under a point, empty where there is none.
std::vector<std::string> partsAt(const PatternLayout& layout, glm::vec2 at);

/// The pieces of the parts `lit` are outlined.
renderer::LineDrawing patternDrawing(const PatternSheet& sheet, const PatternLayout& layout,
                                     const PictureInks& inks, const std::vector<std::string>& lit = {});

}  // namespace configurator
