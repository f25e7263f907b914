// Pictures one after the other as one animated WebP file, which browsers and messengers play.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "renderer/image.h"
#include "renderer/result.h"

namespace renderer {

constexpr int kMostAnimationSide = 16383;  ///< pixels, the format's limit

/// An animated WebP that plays without end.
class Animation {
 public:
  /// 1 to kMostAnimationSide pixels a side; each frame shows for `frame_ms` > 0.
  static Result<Animation> make(int width, int height, int frame_ms);
  ~Animation();
  Animation(Animation&&) noexcept;
  Animation& operator=(Animation&&) noexcept;

  /// REQUIRES a frame of the animation's size.
  Result<void> add(const Image& frame);
  /// The file's bytes; the same frames give the same bytes. REQUIRES at least one frame.
  Result<std::vector<std::uint8_t>> encode();

 private:
  Animation();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace renderer
