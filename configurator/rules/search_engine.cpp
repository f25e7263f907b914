// Domains, completions and counts from the pool of designs; repairs from cheapest hitting sets of conflicts.
#include "configurator/rules/search_engine.h"

#include <algorithm>

#include "configurator/catalog/require.h"
#include "configurator/rules/design_pool.h"
#include "configurator/rules/reason_search.h"

namespace configurator::engine {

SearchEngine::SearchEngine(DomainModel model)
    : model_(std::make_unique<DomainModel>(std::move(model))), pool_(std::make_unique<DesignPool>(*model_)) {}
SearchEngine::~SearchEngine() = default;
SearchEngine::SearchEngine(SearchEngine&&) noexcept = default;
SearchEngine& SearchEngine::operator=(SearchEngine&&) noexcept = default;

ReasonSearch& SearchEngine::reasons() {
  if (!reasons_) reasons_ = std::make_unique<ReasonSearch>(*model_);
  return *reasons_;
}

std::vector<int> SearchEngine::literalsOf(const std::vector<Choice>& choices) const {
  std::vector<Lit> literals;
  for (const Choice& choice : choices) {
    literals.push_back(pool_->encoding().values[model_->firstValue(choice.variable) + choice.value]);
  }
  return literals;
}

bool SearchEngine::choose(const std::vector<Choice>& sorted) {
  return pool_->choose(literalsOf(sorted));
}

Domains SearchEngine::domains(const std::vector<Choice>& choices, OwnChoice own) {
  const auto sorted = sortedChoices(*model_, choices);
  Domains none{false, std::vector<ValueState>(model_->totalValues(), ValueState::blocked)};
  for (const Choice& choice : choices)
    none.states[model_->firstValue(choice.variable) + choice.value] = ValueState::chosen;
  if (!sorted || !choose(*sorted)) return none;
  Domains domains = domainsOf(*model_, *sorted, pool_->possibleValues());
  if (own == OwnChoice::taken_back) takeBackEach(*sorted, domains);
  return domains;
}

void SearchEngine::takeBackEach(const std::vector<Choice>& sorted, Domains& domains) {
  const BitRow base = pool_->designs().back();
  for (std::size_t out = 0; out < sorted.size(); ++out) {
    std::vector<Lit> asked = literalsOf(sorted);
    asked.erase(asked.begin() + static_cast<std::ptrdiff_t>(out));
    const int others = static_cast<int>(asked.size());
    const int first = model_->firstValue(sorted[out].variable);
    for (int value = first; value < first + model_->valueCount(sorted[out].variable); ++value) {
      if (value == first + sorted[out].value) continue;
      asked.push_back(pool_->encoding().values[value]);
      if (pool_->findApart(asked, base, others)) domains.states[value] = ValueState::available;
      asked.pop_back();
    }
  }
}

bool SearchEngine::isPossible(const std::vector<Choice>& choices, std::optional<Literal> wanted) {
  const auto sorted = sortedChoices(*model_, choices);
  if (!sorted || !choose(*sorted)) return false;
  return !wanted || pool_->find({pool_->encoding().of(*model_, *wanted)}, pool_->designs().back());
}

std::optional<Design> SearchEngine::complete(const std::vector<Choice>& choices, const Design& preferred) {
  require(preferred.empty() || static_cast<int>(preferred.size()) == model_->variableCount(),
          "a preferred design names every variable");
  const auto sorted = sortedChoices(*model_, choices);
  if (!sorted || !choose(*sorted)) return std::nullopt;
  pool_->findApart(literalsOf(*sorted), pool_->designs().back(), static_cast<int>(sorted->size()));
  return nearest(literalsOf(*sorted), preferred);
}

/// From the design just found, which has what is settled.
Design SearchEngine::nearest(std::vector<int> settled, const Design& preferred) {
  BitRow row = pool_->found();
  for (int variable = 0; variable < model_->variableCount(); ++variable) {
    const int first = model_->firstValue(variable), wish = preferred.empty() ? 0 : preferred[variable];
    for (int turn = -1; turn < model_->valueCount(variable); ++turn) {
      const Lit lit = pool_->encoding().values[first + (turn < 0 ? wish : turn)];
      settled.push_back(lit);
      if (isTrue(row, lit)) break;
      if (pool_->findApart(settled, row, static_cast<int>(settled.size()) - 1)) {
        row = pool_->found();
        break;
      }
      settled.pop_back();
    }
  }
  return designOf(*model_, pool_->encoding(), row);
}

std::optional<std::int64_t> SearchEngine::count(const std::vector<Choice>& choices, std::int64_t limit) {
  const auto sorted = sortedChoices(*model_, choices);
  if (!sorted || !choose(*sorted)) return 0;
  counted_.clear();
  const std::int64_t found = countFrom(0, limit);
  if (found > limit) return std::nullopt;
  return found;
}

std::int64_t SearchEngine::countFrom(int variable, std::int64_t limit) {
  if (variable == model_->variableCount()) return 1;
  std::int64_t found = 0;
  const BitRow base = pool_->designs().back();
  const int first = model_->firstValue(variable);
  for (int value = first; value < first + model_->valueCount(variable) && found <= limit; ++value) {
    counted_.push_back(pool_->encoding().values[value]);
    if (pool_->find(counted_, base)) found += countFrom(variable + 1, limit - found);
    counted_.pop_back();
  }
  return found;
}

std::optional<Explanation> SearchEngine::explain(const std::vector<Choice>& choices,
                                                 std::optional<Literal> wanted) {
  return reasons().explain(choices, wanted);
}

Explanations SearchEngine::explainAll(const std::vector<Choice>& choices, std::optional<Literal> wanted,
                                      int limit) {
  return reasons().explainAll(choices, wanted, limit);
}

}  // namespace configurator::engine
