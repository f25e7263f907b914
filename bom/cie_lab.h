// How colours look to the eye.
#pragma once

#include <array>
#include <string>

namespace bom {

/// CIE L*a*b* of an sRGB colour under D65 (IEC 61966-2-1, CIE 15); L* from 0 (black) to 100 (white).
/// REQUIRES "#rrggbb".
std::array<double, 3> labOf(const std::string& srgb);

}  // namespace bom
