// When each frame began and ended, for measurements. Off unless $RUCKSMITH_FRAME_LOG names a file.
#pragma once

#include <fstream>

namespace configurator {

class FrameLog {
 public:
  FrameLog();
  void begin();
  /// A line: begin and end in seconds of the monotonic clock, pictures drawn so far, 1 while the picture that
  /// is shown is coarse.
  void end(int pictures, bool coarse);

 private:
  std::ofstream file_;
  double begun_s_ = 0;
};

}  // namespace configurator
