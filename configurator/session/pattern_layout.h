// Where the pieces of a pattern sheet lie in a picture: to one scale, in rows by material, none over another,
// with their words. Which piece is under a point is known, so that a window can show it on the pack too.
#pragma once

#include <string>
#include <vector>

#include "configurator/session/fit_camera.h"
#include "configurator/session/pattern_sheet.h"
#include "configurator/session/picture_inks.h"

namespace configurator {

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

/// Between two lines of words, of their size.
inline constexpr float kPatternLineHeight = 1.25f;

}  // namespace configurator
