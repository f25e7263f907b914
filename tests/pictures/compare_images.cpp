#include "tests/pictures/compare_images.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace renderer {
namespace {

constexpr int kBlock = 4;
constexpr int kChannels = 3;  // the pictures are opaque

/// Mean of a channel over the block whose first pixel is (x, y).
double blockMean(const Image& image, int x, int y, int channel) {
  double sum = 0;
  int count = 0;
  for (int row = y; row < std::min(y + kBlock, image.height); ++row) {
    for (int column = x; column < std::min(x + kBlock, image.width); ++column) {
      const std::size_t pixel = static_cast<std::size_t>(row) * image.width + column;
      sum += image.rgba[pixel * 4 + channel];
      ++count;
    }
  }
  return sum / count;
}

}  // namespace

ImageDifference compareImages(const Image& a, const Image& b) {
  ImageDifference difference;
  difference.same_size = a.width == b.width && a.height == b.height;
  if (!difference.same_size) return difference;
  double sum = 0;
  int count = 0;
  for (int y = 0; y < a.height; y += kBlock) {
    for (int x = 0; x < a.width; x += kBlock) {
      for (int channel = 0; channel < kChannels; ++channel) {
        const double apart = std::abs(blockMean(a, x, y, channel) - blockMean(b, x, y, channel));
        difference.largest = std::max(difference.largest, apart);
        sum += apart;
        ++count;
      }
    }
  }
  difference.mean = count == 0 ? 0 : sum / count;
  return difference;
}

}  // namespace renderer
