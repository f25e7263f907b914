#include "configurator/rules/bound_search.h"

#include <algorithm>

namespace configurator::engine {

std::optional<BoundSearch::Left> BoundSearch::valuesLeft(const std::vector<Choice>& choices) {
  const Domains domains = engine_.domains(choices);
  if (!domains.consistent) return std::nullopt;
  Left left(model_.variableCount());
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      if (domains.states[model_.firstValue(variable) + value] != ValueState::blocked)
        left[variable].push_back(value);
    }
  }
  return left;
}

std::int64_t BoundSearch::leastSum(const ValueCosts& weights, const Left& left) const {
  std::int64_t sum = 0;
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    std::int64_t least = weight(weights, variable, left[variable].front());
    for (const int value : left[variable]) least = std::min(least, weight(weights, variable, value));
    sum += least;
  }
  return sum;
}

/// Nothing where a cap cannot be kept.
std::optional<std::int64_t> BoundSearch::boundOf(const Left& left) const {
  for (const SumCap& cap : problem_.caps)
    if (leastSum(cap.weights, left) > cap.limit) return std::nullopt;
  return leastSum(problem_.objective, left);
}

std::int64_t BoundSearch::spreadOf(const ValueCosts& weights, int variable,
                                   const std::vector<int>& values) const {
  std::int64_t least = weight(weights, variable, values.front()), most = least;
  for (const int value : values) {
    least = std::min(least, weight(weights, variable, value));
    most = std::max(most, weight(weights, variable, value));
  }
  return most - least;
}

/// The one whose values differ most in the objective, else in a cap; negative when nothing is left to decide.
int BoundSearch::branchVariable(const Left& left) const {
  std::vector<const ValueCosts*> all{&problem_.objective};
  for (const SumCap& cap : problem_.caps) all.push_back(&cap.weights);
  for (const ValueCosts* weights : all) {
    int best = -1;
    std::int64_t widest = 0;
    for (int variable = 0; variable < model_.variableCount(); ++variable) {
      const std::int64_t spread = spreadOf(*weights, variable, left[variable]);
      if (spread > widest) widest = spread, best = variable;
    }
    if (best >= 0) return best;
  }
  return -1;
}

/// The values of least effort, as a wish.
Design BoundSearch::leastEffort() const {
  Design design(model_.variableCount(), 0);
  if (problem_.effort.empty()) return design;
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      if (weight(problem_.effort, variable, value) < weight(problem_.effort, variable, design[variable]))
        design[variable] = value;
    }
  }
  return design;
}

/// The most promising way on; the others stay open.
std::optional<BoundSearch::Open> BoundSearch::branch(const Open& from, const Left& left, int variable) {
  std::vector<Open> ways;
  for (const int value : left[variable]) {
    Open way{0, ++made_, from.choices};
    way.choices.push_back({variable, value});
    const auto after = valuesLeft(way.choices);
    const auto bound = after ? boundOf(*after) : std::nullopt;
    if (!bound) continue;
    way.bound = *bound;
    ways.push_back(std::move(way));
  }
  if (ways.empty()) return std::nullopt;
  const auto first = std::min_element(ways.begin(), ways.end());
  Open taken = std::move(*first);
  ways.erase(first);
  for (Open& way : ways) open_.insert(std::move(way));
  return taken;
}

/// Down to a design, or to where none is wanted. False when it was stopped: then the place is open again.
bool BoundSearch::descend(Open from, BestDesigns& best, WorkMeter& meter) {
  while (from.bound <= best.ceiling()) {
    const auto left = valuesLeft(from.choices);
    if (!left) return true;
    const int variable = branchVariable(*left);
    const std::int64_t ways = variable < 0 ? 1 : static_cast<std::int64_t>((*left)[variable].size());
    if (!meter.mayGoOn(ways)) {
      open_.insert(std::move(from));
      return false;
    }
    if (variable < 0) {
      if (const auto design = engine_.complete(from.choices, leastEffort())) best.offer(*design);
      return true;
    }
    auto next = branch(from, *left, variable);
    if (!next) return true;
    from = std::move(*next);
  }
  return true;
}

FinderAnswer BoundSearch::run(const FinderLimits& limits) {
  WorkMeter meter(limits);
  BestDesigns best(model_, problem_);
  const auto left = valuesLeft(problem_.choices);
  const auto bound = left ? boundOf(*left) : std::nullopt;
  if (!bound) return {true, std::nullopt, {}, 0};
  open_.insert({*bound, 0, problem_.choices});
  std::int64_t known = *bound;
  bool goes_on = true;
  // Of two designs that are as good the first is as good as any.
  while (goes_on && !open_.empty() && open_.begin()->bound < best.ceiling()) {
    known = open_.begin()->bound;
    meter.tell(best, known);
    Open from = std::move(open_.extract(open_.begin()).value());
    goes_on = descend(std::move(from), best, meter);
  }
  FinderAnswer answer;
  answer.proven = open_.empty() || open_.begin()->bound >= best.ceiling();
  answer.designs = best.found();
  if (!open_.empty() && !answer.proven) known = open_.begin()->bound;
  if (!answer.designs.empty())
    answer.bound =
        answer.proven ? answer.designs.front().objective : std::min(known, answer.designs.front().objective);
  else if (!answer.proven)
    answer.bound = known;
  answer.steps = meter.steps();
  meter.tell(best, answer.bound);
  return answer;
}

}  // namespace configurator::engine
