// From sRGB over CIE XYZ.
#include "bom/cie_lab.h"

#include <cmath>

namespace bom {

std::array<double, 3> labOf(const std::string& srgb) {
  std::array<double, 3> linear{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double value = std::stoi(srgb.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
    linear[i] = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  }
  const std::array<double, 3> xyz{(0.4124 * linear[0] + 0.3576 * linear[1] + 0.1805 * linear[2]) / 0.9505,
                                  0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2],
                                  (0.0193 * linear[0] + 0.1192 * linear[1] + 0.9505 * linear[2]) / 1.089};
  std::array<double, 3> root{};
  for (std::size_t i = 0; i < 3; ++i)
    root[i] = xyz[i] > 216.0 / 24389 ? std::cbrt(xyz[i]) : (24389.0 / 27 * xyz[i] + 16) / 116;
  return {116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])};
}

}  // namespace bom
