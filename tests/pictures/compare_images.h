// How far apart two pictures are, so that another driver's rounding passes and a missing part does not.
#pragma once

#include "renderer/image.h"

namespace renderer {

/// In steps of a channel, 0..255, after the means of blocks of 4 x 4 pixels were taken, so that one jagged
/// pixel of an edge counts a sixteenth.
struct ImageDifference {
  bool same_size = false;
  double largest = 0;  ///< of any block and channel
  double mean = 0;     ///< over all blocks and channels
};

ImageDifference compareImages(const Image& a, const Image& b);

}  // namespace renderer
