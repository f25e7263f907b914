// Inks and sizes of what is drawn over pictures: one place for both fronts.
#pragma once

#include "renderer/draw.h"
#include "renderer/line_drawing.h"

namespace configurator {

struct PictureInks {
  renderer::Ink text, secondary, line, faint, accent, paper;
};

/// Light on the studio's and the dark backdrop; dark on a transparent one, which ends up on paper.
PictureInks inksOf(renderer::Background background);

/// Pixels; they grow with the picture, and never get too small to be read.
struct PictureSizes {
  float text = 20, note = 17, hairline = 1.5f, margin = 40;
  float foot = 0;  ///< left free at the bottom, for what a window draws there
};

/// `least`: of words in pixels, whatever the picture's size.
PictureSizes sizesOf(int width, int height, float least = 8);

/// A picture with nothing on it: the window's background, or nothing at all.
renderer::Image blankImage(int width, int height, renderer::Background background);

}  // namespace configurator
