// Repairs: the cheapest sets of choices to give up. Each conflict found must lose one of its choices, so the
// cheapest set that hits all conflicts known so far is tried next; when it stands, nothing cheaper can.
#include <algorithm>

#include "configurator/catalog/require.h"
#include "configurator/rules/design_pool.h"
#include "configurator/rules/hitting_sets.h"
#include "configurator/rules/search_engine.h"

namespace configurator::engine {
namespace {

std::vector<SetCost> costsOf(const std::vector<Choice>& choices) {
  std::vector<SetCost> costs;
  for (const Choice& choice : choices) costs.push_back({choice.pinned ? 1 : 0, 1, choice.weight});
  return costs;
}

/// A wanted literal speaks for its own variable: a choice against it is no choice to count.
std::vector<Choice> withoutOpposed(std::vector<Choice> choices, const std::vector<Literal>& wanted) {
  std::erase_if(choices, [&](const Choice& choice) {
    return std::any_of(wanted.begin(), wanted.end(), [&](const Literal& literal) {
      return choice.variable == literal.variable && (literal.equal || choice.value == literal.value);
    });
  });
  return choices;
}

/// Where nothing is preferred, what was chosen is.
Design wishOf(const DomainModel& model, const std::vector<Choice>& choices, const Design& preferred) {
  if (!preferred.empty()) return preferred;
  Design wish(model.variableCount(), 0);
  for (const Choice& choice : choices) wish[choice.variable] = choice.value;
  return wish;
}

Repair repairOf(const std::vector<Choice>& soft, const std::vector<int>& given_up) {
  Repair repair;
  for (const int choice : given_up) {
    repair.changed.push_back(soft[choice]);
    repair.changes_pinned = repair.changes_pinned || soft[choice].pinned;
  }
  return repair;
}

std::vector<Choice> keptOf(const std::vector<Choice>& choices, const std::vector<int>& given_up) {
  std::vector<Choice> kept;
  for (int choice = 0; choice < static_cast<int>(choices.size()); ++choice) {
    if (!std::binary_search(given_up.begin(), given_up.end(), choice)) kept.push_back(choices[choice]);
  }
  return kept;
}

}  // namespace

/// Which of the choices that were not given up the last search found impossible together.
std::vector<int> SearchEngine::coreAmong(const std::vector<Choice>& choices,
                                         const std::vector<int>& given_up) const {
  const std::vector<Lit>& core = pool_->core();
  const std::vector<Lit> literals = literalsOf(choices);
  std::vector<int> among;
  for (int choice = 0; choice < static_cast<int>(choices.size()); ++choice) {
    const bool kept = !std::binary_search(given_up.begin(), given_up.end(), choice);
    if (kept && std::find(core.begin(), core.end(), literals[choice]) != core.end()) among.push_back(choice);
  }
  return among;
}

/// The cheapest choices to give up that are not blocked yet. Then a design is found, and `asked` says for
/// what.
std::optional<std::vector<int>> SearchEngine::nextWayOut(HittingSets& proposals,
                                                         const std::vector<Choice>& soft,
                                                         const std::vector<Literal>& wanted,
                                                         std::vector<int>& asked) {
  while (auto given_up = proposals.cheapest()) {
    // What is wanted comes last: the propagation of the choices before it stays from one question to the
    // next.
    asked = literalsOf(keptOf(soft, *given_up));
    for (const Literal& literal : wanted) asked.push_back(pool_->encoding().of(*model_, literal));
    if (pool_->findApart(asked, pool_->designs().back())) return given_up;
    proposals.mustHit(coreAmong(soft, *given_up));
  }
  return std::nullopt;
}

Repairs SearchEngine::repairs(const std::vector<Choice>& choices, std::optional<Literal> wanted,
                              const Design& preferred, int limit) {
  return repairsForAll(choices, wanted ? std::vector{*wanted} : std::vector<Literal>(), preferred, limit);
}

Repairs SearchEngine::repairsForAll(const std::vector<Choice>& choices, const std::vector<Literal>& wanted,
                                    const Design& preferred, int limit) {
  const auto soft = sortedChoices(*model_, withoutOpposed(choices, wanted));
  require(soft.has_value(), "a variable was chosen twice");
  const Design wish = wishOf(*model_, choices, preferred);
  Repairs repairs;
  HittingSets proposals(costsOf(*soft));
  std::vector<Lit> asked;
  while (pool_->start() && static_cast<int>(repairs.found.size()) < limit) {
    const auto given_up = nextWayOut(proposals, *soft, wanted, asked);
    if (!given_up) {
      repairs.all = repairs.exact = !proposals.gaveUp();
      return repairs;
    }
    proposals.block(*given_up);
    Repair repair = repairOf(*soft, *given_up);
    repair.design = nearest(asked, wish);
    require(model_->keepsAll(repair.design), "a repair keeps every constraint");
    repairs.found.push_back(std::move(repair));
  }
  repairs.all = !pool_->start();
  return repairs;
}

std::optional<SetCost> SearchEngine::leastChange(const std::vector<Choice>& soft, const Literal& wanted) {
  const std::vector<SetCost> costs = costsOf(soft);
  HittingSets proposals(costs);
  std::vector<Lit> asked;
  const auto given_up = nextWayOut(proposals, soft, {wanted}, asked);
  if (!given_up) return std::nullopt;
  SetCost cost;
  for (const int choice : *given_up) cost = cost + costs[choice];
  return cost;
}

std::vector<std::optional<SetCost>> SearchEngine::fewestChanges(const std::vector<Choice>& choices) {
  const auto sorted = sortedChoices(*model_, choices);
  require(sorted.has_value(), "a variable was chosen twice");
  std::vector<std::optional<SetCost>> fewest(model_->totalValues());
  if (!pool_->start()) return fewest;
  const Domains known = domains(*sorted, OwnChoice::taken_back);
  for (int variable = 0; variable < model_->variableCount(); ++variable) {
    const std::vector<Choice> soft = withoutOpposed(*sorted, {Literal{variable, 0, true}});
    for (int value = 0; value < model_->valueCount(variable); ++value) {
      const int place = model_->firstValue(variable) + value;
      if (known.consistent && known.states[place] != ValueState::blocked) {
        fewest[place] = SetCost{};
      } else {
        fewest[place] = leastChange(soft, {variable, value, true});
      }
    }
  }
  return fewest;
}

}  // namespace configurator::engine
