// Clicks, their times, and the look for dead ends.
#include "tests/models/random_clicks.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace models {

using configurator::engine::Choice;
using configurator::engine::Design;
using configurator::engine::DomainModel;
using configurator::engine::ValueState;
using Clock = std::chrono::steady_clock;

double ClickTimes::at(double share) const {
  if (milliseconds.empty()) return 0;
  std::vector<double> sorted = milliseconds;
  std::sort(sorted.begin(), sorted.end());
  const double rank = std::ceil(share * static_cast<double>(sorted.size()));
  return sorted[std::clamp<std::size_t>(static_cast<std::size_t>(rank), 1, sorted.size()) - 1];
}

RandomClicks::RandomClicks(const DomainModel& model, std::function<Domains(const Choices&)> ask,
                           std::uint64_t seed)
    : model_(model), ask_(std::move(ask)), random_(seed) {
  const auto start = Clock::now();
  first_ = ask_({});
  first_milliseconds_ = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  domains_ = first_;
  collectOpen();
}

void RandomClicks::collectOpen() {
  open_.clear();
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const auto first = domains_.states.begin() + model_.firstValue(variable);
    const auto end = first + model_.valueCount(variable);
    const bool is_chosen = std::find(first, end, ValueState::chosen) != end;
    if (!is_chosen && std::count(first, end, ValueState::available) > 1) open_.push_back(variable);
  }
}

void RandomClicks::startAnew() {
  choices_.clear();
  domains_ = ask_(choices_);
  // The same question has the same answer, whatever was asked between.
  if (!(domains_ == first_)) ++dead_ends_;
  collectOpen();
}

bool RandomClicks::isDeadEnd() const {
  if (!domains_.consistent) return true;
  Design design;
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const auto first = domains_.states.begin() + model_.firstValue(variable);
    const auto end = first + model_.valueCount(variable);
    const auto left = std::find_if(first, end, [](ValueState state) { return state != ValueState::blocked; });
    if (left == end) return true;
    design.push_back(static_cast<int>(left - first));
  }
  return open_.empty() && !model_.keepsAll(design);
}

bool RandomClicks::click() {
  if (open_.empty()) startAnew();
  if (open_.empty()) return false;
  const int variable = open_[random_() % open_.size()];
  std::vector<int> values;
  for (int value = 0; value < model_.valueCount(variable); ++value) {
    if (domains_.states[model_.firstValue(variable) + value] == ValueState::available)
      values.push_back(value);
  }
  Choice& choice = choices_.emplace_back();
  choice.variable = variable;
  choice.value = values[random_() % values.size()];
  const auto start = Clock::now();
  domains_ = ask_(choices_);
  times_.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  collectOpen();
  if (isDeadEnd()) ++dead_ends_;
  return true;
}

}  // namespace models
