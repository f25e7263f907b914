// A pack from all round: pictures one after the other, and all of them as one animation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "configurator/session/pictures.h"
#include "renderer/animation.h"

namespace configurator {

constexpr int kFewestFrames = 2, kMostFrames = 360;
constexpr int kMostTurnedPixels = renderer::kMostAnimationSide;  ///< of a picture's side

/// Can the pack be turned in a view? Not where words and lines stand beside it.
bool turns(std::string_view view);

struct Turntable {
  std::vector<std::string> pngs;  ///< a picture each, the first from the view's own direction
  std::string webp;               ///< the turn in six seconds, without end
};

/// REQUIRES turns(request.view), kFewestFrames to kMostFrames, and that the studio shows a pack.
Result<Turntable> drawTurntable(PictureStudio& studio, const PictureRequest& request, int frames);

}  // namespace configurator
