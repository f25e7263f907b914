#include "configurator/session/finder_run.h"

#include <chrono>
#include <utility>

namespace configurator {

void FinderRun::start(const Workshop& workshop, Design design, FindRequest request) {
  forget();
  if (thread_.joinable()) thread_.join();
  told_ = std::make_shared<Told>();
  unwanted_ = false;
  asked_.emplace(design, request);
  std::promise<Result<FindAnswer>> promise;
  answer_ = promise.get_future();
  thread_ = std::jthread([told = told_, &workshop, design = std::move(design), request = std::move(request),
                          promise = std::move(promise)](const std::stop_token& enough) mutable {
    request.stop = enough;
    request.progress = [&told](const FindProgress& now) {
      const std::lock_guard lock(told->mutex);
      told->progress = now;
    };
    request.built = [&told] { ++told->built; };
    promise.set_value(findDesigns(workshop, design, request));
  });
}

void FinderRun::stop() {
  thread_.request_stop();
}

void FinderRun::forget() {
  unwanted_ = true;
  found_.reset();
  thread_.request_stop();
}

FindProgress FinderRun::progress() const {
  if (!told_) return {};
  const std::lock_guard lock(told_->mutex);
  return told_->progress;
}

void FinderRun::keepAnswer() {
  Result<FindAnswer> answer = answer_.get();
  if (!unwanted_) found_ = Found{std::move(asked_->first), std::move(asked_->second), std::move(answer)};
  asked_.reset();
}

bool FinderRun::take() {
  if (!isFinding() || answer_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
  keepAnswer();
  return found_.has_value();
}

void FinderRun::finish() {
  answer_.wait();
  keepAnswer();
}

}  // namespace configurator
