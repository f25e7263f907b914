// Counting designs by falling apart: once a variable is decided, what is left often splits into parts that
// share no clause; their counts multiply, and a part met again is not counted again. Exact where it ends in
// time, also for models whose decision diagram would be too large.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "configurator/rules/big_count.h"
#include "configurator/rules/choice.h"
#include "configurator/rules/clause_search.h"

namespace configurator::engine {

class ComponentCount {
 public:
  explicit ComponentCount(const DomainModel& model);

  /// How many designs have the choices; nothing when it takes more than `most_work`:
  /// each decision costs as much as its part has variables. A million takes a third of a second or less.
  std::optional<BigCount> count(const std::vector<Choice>& choices = {},
                                std::int64_t most_work = 100'000'000);

 private:
  /// Numbers of open variables, ascending, which hang together through clauses that nothing satisfies yet.
  using Component = std::vector<int>;

  BigCount countAll(const std::vector<int>& variables);
  BigCount countOf(const Component& component);
  BigCount countWith(const Component& component, Lit lit);
  std::vector<Component> componentsAmong(const std::vector<int>& variables);
  void spread(int variable, Component& component);
  std::u32string keyOf(const Component& component);
  int branchVariable(const Component& component) const;
  bool assign(Lit lit);
  void undoTo(std::size_t size);
  bool isSatisfied(int clause) const { return true_literals_[clause] > 0; }

  const DomainModel& model_;
  std::vector<Lit> values_of_model_;  ///< by value
  std::vector<std::vector<Lit>> clauses_;
  std::vector<std::vector<int>> occurrences_;       ///< by literal
  std::vector<int> true_literals_, open_literals_;  ///< by clause
  std::vector<std::int8_t> values_;                 ///< by literal
  std::vector<Lit> trail_;
  std::vector<int> variable_mark_, clause_mark_;
  int mark_ = 0;
  std::int64_t work_left_ = 0;
  bool contradictory_ = false;
  std::unordered_map<std::u32string, BigCount> known_;
};

}  // namespace configurator::engine
