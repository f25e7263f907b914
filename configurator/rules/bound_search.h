// The finder's road where no diagram is at hand: branch and bound over the clause search. The exact domains
// after every decision say which values are left, and the least weights of those left add up to a bound. So a
// way down never ends without a design, unless a cap stands against it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "configurator/rules/best_designs.h"

namespace configurator::engine {

class BoundSearch {
 public:
  /// REQUIRES that all three outlive it.
  BoundSearch(const DomainModel& model, SearchEngine& engine, const FinderProblem& problem)
      : model_(model), engine_(engine), problem_(problem) {}

  FinderAnswer run(const FinderLimits& limits);

 private:
  /// Choices that are still to be looked into.
  struct Open {
    std::int64_t bound = 0;
    std::int64_t number = 0;  ///< of two as promising the later one
    std::vector<Choice> choices;
    bool operator<(const Open& other) const {
      return bound != other.bound ? bound < other.bound : number > other.number;
    }
  };
  using Left = std::vector<std::vector<int>>;  ///< values of each variable that are not blocked

  std::optional<Left> valuesLeft(const std::vector<Choice>& choices);
  std::int64_t leastSum(const ValueCosts& weights, const Left& left) const;
  std::optional<std::int64_t> boundOf(const Left& left) const;
  std::int64_t weight(const ValueCosts& weights, int variable, int value) const {
    return weights[model_.firstValue(variable) + value];
  }
  std::int64_t spreadOf(const ValueCosts& weights, int variable, const std::vector<int>& values) const;
  int branchVariable(const Left& left) const;
  bool descend(Open from, BestDesigns& best, WorkMeter& meter);
  std::optional<Open> branch(const Open& from, const Left& left, int variable);
  Design leastEffort() const;

  const DomainModel& model_;
  SearchEngine& engine_;
  const FinderProblem& problem_;
  std::set<Open> open_;
  std::int64_t made_ = 0;
};

}  // namespace configurator::engine
