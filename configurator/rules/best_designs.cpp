#include "configurator/rules/best_designs.h"

#include <algorithm>
#include <limits>

namespace configurator::engine {

std::int64_t sumOf(const DomainModel& model, const ValueCosts& weights, const Design& design) {
  std::int64_t sum = 0;
  for (int variable = 0; variable < model.variableCount(); ++variable)
    sum += weights[model.firstValue(variable) + design[variable]];
  return sum;
}

void BestDesigns::offer(const Design& design) {
  FoundDesign offered{design, sumOf(model_, problem_.objective, design), {}};
  for (const SumCap& cap : problem_.caps) {
    offered.sums.push_back(sumOf(model_, cap.weights, design));
    if (offered.sums.back() > cap.limit) return;
  }
  const std::int64_t effort = problem_.effort.empty() ? 0 : sumOf(model_, problem_.effort, design);
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (found_[i].objective != offered.objective || found_[i].sums != offered.sums) continue;
    if (effort < efforts_[i]) {
      found_[i] = std::move(offered);
      efforts_[i] = effort;
    }
    return;
  }
  if (offered.objective >= ceiling()) return;
  const auto place = std::upper_bound(
      found_.begin(), found_.end(), offered,
      [](const FoundDesign& one, const FoundDesign& other) { return one.objective < other.objective; });
  efforts_.insert(efforts_.begin() + (place - found_.begin()), effort);
  found_.insert(place, std::move(offered));
  if (static_cast<int>(found_.size()) > problem_.designs) {
    found_.pop_back();
    efforts_.pop_back();
  }
}

std::int64_t BestDesigns::ceiling() const {
  return isFull() ? found_.back().objective : std::numeric_limits<std::int64_t>::max();
}

WorkMeter::WorkMeter(const FinderLimits& limits)
    : limits_(limits), start_(std::chrono::steady_clock::now()) {}

bool WorkMeter::mayGoOn(std::int64_t more_steps) {
  steps_ += more_steps;
  if (stopped_ || steps_ > limits_.steps || limits_.stop.stop_requested()) return false;
  if (limits_.seconds <= 0 || steps_ < next_look_) return true;
  constexpr std::int64_t kStepsBetweenLooks = 256;
  next_look_ = steps_ + kStepsBetweenLooks;
  const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start_;
  stopped_ = spent.count() > limits_.seconds;
  return !stopped_;
}

void WorkMeter::tell(const BestDesigns& best, std::optional<std::int64_t> bound) const {
  if (!limits_.progress) return;
  FinderProgress progress{{}, bound, steps_};
  if (!best.found().empty()) progress.best = best.found().front().objective;
  limits_.progress(progress);
}

}  // namespace configurator::engine
