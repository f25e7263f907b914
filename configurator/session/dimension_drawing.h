// A dimension sheet in a picture: from where it is seen, and its lines, words and table.
#pragma once

#include <utility>

#include "configurator/session/dimension_sheet.h"
#include "configurator/session/fit_camera.h"
#include "configurator/session/picture_inks.h"
#include "renderer/line_drawing.h"

namespace configurator {

renderer::Camera dimensionCamera(const DimensionSheet& sheet, const PictureSize& size,
                                 const renderer::Typeface& typeface, const PictureSizes& sizes);

/// Lines and words as that camera sees them.
renderer::LineDrawing dimensionDrawing(const DimensionSheet& sheet, const renderer::Camera& camera,
                                       const PictureSize& size, const renderer::Typeface& typeface,
                                       const std::pair<PictureSizes, PictureInks>& style);

}  // namespace configurator
