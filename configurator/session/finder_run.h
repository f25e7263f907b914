// Looks for the best designs while the user goes on working.
#pragma once

#include <atomic>
#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "configurator/session/find_designs.h"

namespace configurator {

/// One search at a time; the last answer stays until the next search or forget().
class FinderRun {
 public:
  /// What was asked, of which design, and what came of it.
  struct Found {
    Design design;
    FindRequest request;
    Result<FindAnswer> answer;
  };

  /// In place of the search before it, whose end it waits for. REQUIRES that the workshop outlives the run.
  void start(const Workshop& workshop, Design design, FindRequest request);
  /// Time is up: the best so far is the answer.
  void stop();
  /// Nobody wants what is being looked for, nor what was found.
  void forget();

  bool isFinding() const { return answer_.valid(); }
  bool isStopping() const { return isFinding() && thread_.get_stop_token().stop_requested(); }
  FindProgress progress() const;
  std::int64_t built() const { return told_ ? told_->built.load() : 0; }  ///< trial designs
  /// What is being looked for, and for which design. REQUIRES isFinding().
  const FindRequest& request() const { return asked_->second; }
  const Design& design() const { return asked_->first; }

  /// True once, when the answer of the last start() has come.
  bool take();
  /// Waits for it. REQUIRES isFinding().
  void finish();
  const Found* found() const { return found_ ? &*found_ : nullptr; }

 private:
  /// What the search says from its own thread.
  struct Told {
    std::mutex mutex;
    FindProgress progress;
    std::atomic<std::int64_t> built = 0;
  };

  void keepAnswer();

  std::optional<std::pair<Design, FindRequest>> asked_;
  std::optional<Found> found_;
  bool unwanted_ = false;
  std::shared_ptr<Told> told_;
  std::future<Result<FindAnswer>> answer_;
  std::jthread thread_;
};

}  // namespace configurator
