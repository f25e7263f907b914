// A laid out pattern sheet in lines, areas and words.
#pragma once

#include <string>
#include <vector>

#include "configurator/session/pattern_layout.h"
#include "configurator/session/picture_inks.h"
#include "renderer/line_drawing.h"

namespace configurator {

/// The pieces of the parts `lit` are outlined.
renderer::LineDrawing patternDrawing(const PatternSheet& sheet, const PatternLayout& layout,
                                     const PictureInks& inks, const std::vector<std::string>& lit = {});

}  // namespace configurator
