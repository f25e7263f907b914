// Names beside a picture with a line to what they name: in two columns, left and right, none over another.
// Pixels from the top left.
#pragma once

#include <glm/vec2.hpp>
#include <string>
#include <vector>

#include "configurator/session/picture_inks.h"
#include "renderer/line_drawing.h"

namespace configurator {

/// What is named.
struct Callout {
  glm::vec2 at{0};  ///< what the line points at
  std::string title;
  std::vector<std::string> notes;  ///< lines under it
};

/// Between `top` and `bottom`, at `left` and `right` of the picture.
struct CalloutFrame {
  float left = 0, right = 0, top = 0, bottom = 0;
  bool both_sides = true;  ///< else all stand at the right
};

struct PlacedCallout {
  Callout callout;
  bool at_right = false;
  glm::vec2 low{0}, high{0};      ///< the words' box
  std::vector<glm::vec2> leader;  ///< from the words to what they name
};

struct CalloutLayout {
  std::vector<PlacedCallout> placed;
  PictureSizes sizes;  ///< smaller than asked where the words would not find room
};

/// A text broken between words into lines of at most this width, where its words allow.
std::vector<std::string> wrapped(const std::string& text, float width, const renderer::Typeface& typeface,
                                 float size);

/// Widest column that these callouts may take.
float columnWidth(const std::vector<Callout>& callouts, const renderer::Typeface& typeface,
                  const PictureSizes& sizes);

CalloutLayout layOut(std::vector<Callout> callouts, const CalloutFrame& frame,
                     const renderer::Typeface& typeface, PictureSizes sizes);

void draw(const CalloutLayout& layout, const PictureInks& inks, renderer::LineDrawing& drawing);

}  // namespace configurator
