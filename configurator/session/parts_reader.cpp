#include "configurator/session/parts_reader.h"

#include <chrono>
#include <stop_token>
#include <utility>

namespace configurator {

void PartsReader::start(const Workshop& workshop, const Design& design) {
  giveUp();
  std::promise<Read> promise;
  read_ = promise.get_future();
  thread_ = std::jthread(
      [&workshop, design, promise = std::move(promise)](const std::stop_token& given_up) mutable {
        promise.set_value(modelsFor(workshop, design, given_up));
      });
}

void PartsReader::giveUp() {
  thread_ = {};
  read_ = {};
}

std::optional<PartsReader::Read> PartsReader::take() {
  if (!isReading() || read_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    return std::nullopt;
  return read_.get();
}

}  // namespace configurator
