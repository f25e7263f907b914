// The best designs found so far, and the measure of a search's work: what both roads of the finder share.
#pragma once

#include <chrono>

#include "configurator/rules/finder.h"

namespace configurator::engine {

/// At most as many as the problem asks for, each with other sums.
class BestDesigns {
 public:
  BestDesigns(const DomainModel& model, const FinderProblem& problem) : model_(model), problem_(problem) {}

  /// Keeps a design where it is within the caps and among the best.
  void offer(const Design& design);
  bool isFull() const { return static_cast<int>(found_.size()) >= problem_.designs; }
  /// Nothing with a sum of at least this is wanted any more; the largest number while more designs are.
  std::int64_t ceiling() const;
  const std::vector<FoundDesign>& found() const { return found_; }

 private:
  const DomainModel& model_;
  const FinderProblem& problem_;
  std::vector<FoundDesign> found_;     ///< the least first
  std::vector<std::int64_t> efforts_;  ///< of each
};

/// Counts steps and tells when to stop.
class WorkMeter {
 public:
  explicit WorkMeter(const FinderLimits& limits);

  /// False when the limits are reached.
  bool mayGoOn(std::int64_t more_steps);
  std::int64_t steps() const { return steps_; }
  void tell(const BestDesigns& best, std::optional<std::int64_t> bound) const;

 private:
  const FinderLimits& limits_;
  std::chrono::steady_clock::time_point start_;
  std::int64_t steps_ = 0, next_look_ = 0;
  bool stopped_ = false;
};

}  // namespace configurator::engine
