#include "configurator/app/frame_log.h"

#include <chrono>
#include <cstdlib>
#include <string>

namespace configurator {
namespace {

double secondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

FrameLog::FrameLog() {
  if (const char* path = std::getenv("RUCKSMITH_FRAME_LOG")) file_.open(path);
}

void FrameLog::begin() {
  begun_s_ = secondsNow();
}

void FrameLog::end(int pictures, bool coarse) {
  if (!file_.is_open()) return;
  file_ << std::to_string(begun_s_) + "\t" + std::to_string(secondsNow()) + "\t" + std::to_string(pictures) +
               "\t" + (coarse ? "1" : "0") + "\n"
        << std::flush;
}

}  // namespace configurator
