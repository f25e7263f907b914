// Reasons: a search in which every constraint can be left out, so that conflicts name constraints.
#pragma once

#include <optional>
#include <vector>

#include "configurator/rules/clause_encoding.h"
#include "configurator/rules/search_engine.h"

namespace configurator::engine {

class ReasonSearch {
 public:
  explicit ReasonSearch(const DomainModel& model);

  /// As SearchEngine says of them.
  std::optional<Explanation> explain(const std::vector<Choice>& choices, std::optional<Literal> wanted);
  Explanations explainAll(const std::vector<Choice>& choices, std::optional<Literal> wanted, int limit);

 private:
  /// Elements are the constraints in order, then the choices: what may be left out.
  void ask(const std::vector<Choice>& choices, std::optional<Literal> wanted);
  bool canStand(const std::vector<std::int8_t>& elements);
  std::vector<int> coreElements();
  std::vector<int> shrink(const std::vector<std::int8_t>& elements);
  std::vector<int> grow(std::vector<std::int8_t> elements);
  bool holdsInFound(int element) const;
  Explanation named(const std::vector<int>& elements) const;

  const DomainModel& model_;
  ClauseSearch search_;
  ClauseEncoding encoding_;
  BitRow base_;
  bool has_base_ = false;
  std::vector<Choice> choices_;
  std::vector<Lit> elements_;
  std::vector<int> element_of_;  ///< by literal; -1: of none
  std::optional<Lit> wanted_;
  Design found_;
};

}  // namespace configurator::engine
