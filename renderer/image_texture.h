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

  /// First row at the top.
  void set(const Image& image);
  /// What a texture of that size shows now, with its first row where that one has it.
  void copy(unsigned texture, int width, int height);
  /// GL name; 0 before set() and copy().
  unsigned name() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace renderer
