// EN ISO 20471 asks for 330, 290, 180 and 65 cd/(lx m2) at entrance angles of 5, 20, 30 and 40 degrees and an
// observation angle of 12 minutes, which a lamp at the eye is near to. 1 / (1 + (angle / half)^5) runs
// through these shares; tape that bends away from the lamp further than that sends next to nothing.
#include "renderer/retroreflection.h"

#include <algorithm>
#include <cmath>

namespace renderer {

float returnedShare(float entrance_deg) {
  const float fade =
      std::clamp((entrance_deg - kReturnFade_deg) / (kReturnEnd_deg - kReturnFade_deg), 0.0f, 1.0f);
  const float left = 1.0f - fade * fade * (3.0f - 2.0f * fade);
  return left / (1.0f + std::pow(entrance_deg / kReturnHalf_deg, 5.0f));
}

}  // namespace renderer
