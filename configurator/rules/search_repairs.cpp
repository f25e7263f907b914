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

/// The wanted literal speaks for its own variable: a choice against it is no choice to count.
std::vector<Choice> withoutOpposed(std::vector<Choice> choices, std::optional<Literal> wanted) {
  if (!wanted) return choices;
  std::erase_if(choices, [&](const Choice& choice) {
    return choice.variable == wanted->variable && (wanted->equal || choice.value == wanted->value);
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

Repairs SearchEngine::repairs(const std::vector<Choice>& choices, std::optional<Literal> wanted,
                              const Design& preferred, int limit) {
  const auto soft = sortedChoices(*model_, withoutOpposed(choices, wanted));
  require(soft.has_value(), "a variable was chosen twice");
  const Design wish = wishOf(*model_, choices, preferred);
  Repairs repairs;
  HittingSets proposals(costsOf(*soft));
  while (pool_->start() && static_cast<int>(repairs.found.size()) < limit) {
    const auto given_up = proposals.cheapest();
    if (!given_up) {
      repairs.all = repairs.exact = !proposals.gaveUp();
      return repairs;
    }
    std::vector<Lit> asked = literalsOf(keptOf(*soft, *given_up));
    if (wanted) asked.insert(asked.begin(), pool_->encoding().of(*model_, *wanted));
    if (!pool_->findApart(asked, pool_->designs().back())) {
      proposals.mustHit(coreAmong(*soft, *given_up));
      continue;
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

}  // namespace configurator::engine
