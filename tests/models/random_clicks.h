// Clicks by chance: an undecided variable, then an available value of it, until none is left; then anew.
#pragma once

#include <cstdint>
#include <functional>
#include <random>
#include <vector>

#include "configurator/rules/choice.h"
#include "configurator/rules/search_engine.h"

namespace models {

/// Middle, high and highest of some times in milliseconds; 0 where there are none.
struct ClickTimes {
  std::vector<double> milliseconds;
  double at(double share) const;  ///< 0.5: half of them took no longer. 1: the longest
};

class RandomClicks {
 public:
  using Domains = configurator::engine::Domains;
  using Choices = std::vector<configurator::engine::Choice>;
  /// `ask` answers for choices; `first` is what it says of none.
  RandomClicks(const configurator::engine::DomainModel& model, std::function<Domains(const Choices&)> ask,
               std::uint64_t seed);

  /// One click and the question after it, which is timed. False when nothing can be clicked at all.
  bool click();
  const Choices& choices() const { return choices_; }
  const Domains& domains() const { return domains_; }
  const ClickTimes& times() const { return times_; }
  double firstMilliseconds() const { return first_milliseconds_; }
  /// Clicks after which some variable had no value left, or that ended in a design which breaks a constraint.
  std::int64_t deadEnds() const { return dead_ends_; }

 private:
  void collectOpen();
  void startAnew();
  bool isDeadEnd() const;

  const configurator::engine::DomainModel& model_;
  std::function<Domains(const Choices&)> ask_;
  std::mt19937_64 random_;
  Choices choices_;
  Domains domains_, first_;
  std::vector<int> open_;
  ClickTimes times_;
  double first_milliseconds_ = 0;
  std::int64_t dead_ends_ = 0;
};

}  // namespace models
