// The picture before a change of option or colour, fading out over the one after it.
#pragma once

#include "renderer/image_texture.h"

namespace configurator {

class Crossfade {
 public:
  struct Pixels {
    int width = 0, height = 0;
  };

  /// Keeps what a texture shows now. REQUIRES a current GL context; without a picture yet nothing fades.
  void start(unsigned texture, Pixels pixels);
  /// The opacity of the picture before in this frame, 1..0; the time runs from the first frame on.
  float advance();
  bool goesOn() const { return goes_on_; }
  unsigned before() const { return before_.name(); }

 private:
  renderer::ImageTexture before_;
  double since_ = -1;  ///< seconds of ImGui's clock; < 0: not yet
  bool goes_on_ = false;
};

}  // namespace configurator
