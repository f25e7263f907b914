// Decisions, counters of clauses, components and the table of what was counted before.
#include "configurator/rules/component_count.h"

#include <algorithm>

#include "configurator/rules/clause_encoding.h"

namespace configurator::engine {

// Helping variables follow from the values of a design, so that solutions of the clauses are designs.
ComponentCount::ComponentCount(const DomainModel& model) : model_(model) {
  ClauseSearch search;
  values_of_model_ = encode(model, search, Guards::none).values;
  clauses_ = search.clauses();
  const std::size_t variables = search.variableCount();
  occurrences_.resize(2 * variables);
  values_.assign(2 * variables, 0);
  variable_mark_.assign(variables, 0);
  clause_mark_.assign(clauses_.size(), 0);
  true_literals_.assign(clauses_.size(), 0);
  for (std::size_t clause = 0; clause < clauses_.size(); ++clause) {
    open_literals_.push_back(static_cast<int>(clauses_[clause].size()));
    for (const Lit lit : clauses_[clause]) occurrences_[lit].push_back(static_cast<int>(clause));
    contradictory_ = contradictory_ || clauses_[clause].empty();
  }
}

std::optional<BigCount> ComponentCount::count(const std::vector<Choice>& choices, std::int64_t most_work) {
  const auto sorted = sortedChoices(model_, choices);
  if (!sorted || contradictory_) return BigCount();
  work_left_ = most_work;
  bool stands = true;
  for (const std::vector<Lit>& clause : clauses_) {
    if (clause.size() == 1) stands = stands && assign(clause[0]);
  }
  for (const Choice& choice : *sorted) {
    stands = stands && assign(values_of_model_[model_.firstValue(choice.variable) + choice.value]);
  }
  std::vector<int> variables(variable_mark_.size());
  for (std::size_t variable = 0; variable < variables.size(); ++variable)
    variables[variable] = static_cast<int>(variable);
  const BigCount found = stands ? countAll(variables) : BigCount();
  undoTo(0);
  if (work_left_ <= 0) return std::nullopt;
  return found;
}

BigCount ComponentCount::countAll(const std::vector<int>& variables) {
  BigCount product(1);
  for (const Component& component : componentsAmong(variables)) {
    product = product * countOf(component);
    if (product.isZero() || work_left_ <= 0) break;
  }
  return product;
}

BigCount ComponentCount::countOf(const Component& component) {
  if (component.size() == 1 && branchVariable(component) < 0) return BigCount(2);
  std::u32string key = keyOf(component);
  const auto known = known_.find(key);
  if (known != known_.end()) return known->second;
  work_left_ -= static_cast<std::int64_t>(component.size());
  if (work_left_ <= 0) return {};
  const int variable = branchVariable(component);
  BigCount sum = countWith(component, 2 * variable);
  sum += countWith(component, 2 * variable + 1);
  // What was cut short must not be remembered. Memory is bounded too.
  constexpr std::size_t kMostKnown = 1'000'000;
  if (known_.size() > kMostKnown) known_.clear();
  if (work_left_ > 0) known_.emplace(std::move(key), sum);
  return sum;
}

BigCount ComponentCount::countWith(const Component& component, Lit lit) {
  const std::size_t before = trail_.size();
  BigCount found;
  if (assign(lit)) found = countAll(component);
  undoTo(before);
  return found;
}

std::vector<ComponentCount::Component> ComponentCount::componentsAmong(const std::vector<int>& variables) {
  ++mark_;
  std::vector<Component> components;
  for (const int variable : variables) {
    if (values_[2 * variable] != 0 || variable_mark_[variable] == mark_) continue;
    spread(variable, components.emplace_back());
  }
  // Small parts first: where one is impossible, the large ones need not be counted.
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& one, const Component& other) { return one.size() < other.size(); });
  return components;
}

void ComponentCount::spread(int variable, Component& component) {
  component.push_back(variable);
  variable_mark_[variable] = mark_;
  for (std::size_t at = 0; at < component.size(); ++at) {
    for (const Lit lit : {2 * component[at], 2 * component[at] + 1}) {
      for (const int clause : occurrences_[lit]) {
        if (isSatisfied(clause) || clause_mark_[clause] == mark_) continue;
        clause_mark_[clause] = mark_;
        for (const Lit other : clauses_[clause]) {
          if (values_[other] != 0 || variable_mark_[other >> 1] == mark_) continue;
          variable_mark_[other >> 1] = mark_;
          component.push_back(other >> 1);
        }
      }
    }
  }
  std::sort(component.begin(), component.end());
}

/// Its variables and its open clauses say all about a component. A clause of two needs no mention: were one
/// of its literals decided, the other would be too.
std::u32string ComponentCount::keyOf(const Component& component) {
  std::u32string key;
  std::vector<int> clauses;
  for (const int variable : component) {
    key.push_back(static_cast<char32_t>(variable));
    for (const Lit lit : {2 * variable, 2 * variable + 1}) {
      for (const int clause : occurrences_[lit]) {
        if (clauses_[clause].size() > 2 && !isSatisfied(clause)) clauses.push_back(clause);
      }
    }
  }
  std::sort(clauses.begin(), clauses.end());
  clauses.erase(std::unique(clauses.begin(), clauses.end()), clauses.end());
  key.push_back(static_cast<char32_t>(-1));
  for (const int clause : clauses) key.push_back(static_cast<char32_t>(clause));
  return key;
}

/// The one in most open clauses; negative when there is none.
int ComponentCount::branchVariable(const Component& component) const {
  int best = -1;
  std::int64_t most = 0;
  for (const int variable : component) {
    std::int64_t count = 0;
    for (const Lit lit : {2 * variable, 2 * variable + 1}) {
      for (const int clause : occurrences_[lit]) count += isSatisfied(clause) ? 0 : 1;
    }
    if (count > most) most = count, best = variable;
  }
  return best;
}

/// With all that follows. False when a clause loses its last literal; the caller undoes.
bool ComponentCount::assign(Lit lit) {
  if (values_[lit] != 0) return values_[lit] > 0;
  std::size_t next = trail_.size();
  const auto set = [&](Lit now) {
    values_[now] = 1;
    values_[negated(now)] = -1;
    trail_.push_back(now);
    for (const int clause : occurrences_[now]) ++true_literals_[clause];
    for (const int clause : occurrences_[negated(now)]) --open_literals_[clause];
  };
  set(lit);
  for (; next < trail_.size(); ++next) {
    for (const int clause : occurrences_[negated(trail_[next])]) {
      if (isSatisfied(clause) || open_literals_[clause] > 1) continue;
      if (open_literals_[clause] == 0) return false;
      set(*std::find_if(clauses_[clause].begin(), clauses_[clause].end(),
                        [&](Lit open) { return values_[open] == 0; }));
    }
  }
  return true;
}

void ComponentCount::undoTo(std::size_t size) {
  for (; trail_.size() > size; trail_.pop_back()) {
    const Lit lit = trail_.back();
    values_[lit] = values_[negated(lit)] = 0;
    for (const int clause : occurrences_[lit]) --true_literals_[clause];
    for (const int clause : occurrences_[negated(lit)]) ++open_literals_[clause];
  }
}

}  // namespace configurator::engine
