// A picture on the GPU, for a window to draw with its own means.
#pragma once

#include <memory>

#include "renderer/image.h"

namespace renderer {

/// REQUIRES for every call that a GL context is current in which a Renderer was made.
class ImageTexture {
 public:
  ImageTexture();
  ~ImageTexture();
  ImageTexture(const ImageTexture&) = delete;
  ImageTexture& operator=(const ImageTexture&) = delete;

  void set(const Image& image);
  /// GL name, first row at the top; 0 before set().
  unsigned name() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace renderer
