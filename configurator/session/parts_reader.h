// Reads a design's own parts while the user goes on working.
#pragma once

#include <future>
#include <optional>
#include <thread>

#include "configurator/session/own_parts.h"

namespace configurator {

/// One design's parts at a time. Destroying it gives up what is being read, and ends the child that reads.
class PartsReader {
 public:
  using Read = Result<std::shared_ptr<const ComponentModels>>;

  /// In place of what was being read. REQUIRES that the workshop outlives the reader.
  void start(const Workshop& workshop, const Design& design);
  void giveUp();
  /// Between start() and the take() that gives something.
  bool isReading() const { return read_.valid(); }
  /// What modelsFor gives, once; nothing before it is there.
  std::optional<Read> take();
  /// Waits for it. REQUIRES isReading().
  Read finish() { return read_.get(); }

 private:
  std::future<Read> read_;
  std::jthread thread_;
};

}  // namespace configurator
