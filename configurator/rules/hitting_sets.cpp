// Branch and bound over the set that is hardest to hit; sets that share nothing give the bound.
#include "configurator/rules/hitting_sets.h"

#include <algorithm>

namespace configurator::engine {

std::optional<std::vector<int>> HittingSets::cheapest() {
  chosen_.assign(costs_.size(), 0);
  barred_.assign(costs_.size(), 0);
  best_.reset();
  steps_left_ = 5'000'000;  // some tenths of a second
  descend({});
  if (gaveUp()) return std::nullopt;
  return best_;
}

void HittingSets::descend(SetCost so_far) {
  steps_left_ -= 1 + static_cast<std::int64_t>(sets_.size());
  if (steps_left_ <= 0) return;
  if (isBlocked()) return;
  std::vector<int> unhit;
  int hardest = -1;
  std::size_t fewest = 0;
  for (int number = 0; number < static_cast<int>(sets_.size()); ++number) {
    const std::vector<int>& set = sets_[number];
    if (std::any_of(set.begin(), set.end(), [&](int element) { return chosen_[element] != 0; })) continue;
    const std::size_t open =
        std::count_if(set.begin(), set.end(), [&](int element) { return barred_[element] == 0; });
    if (open == 0) return;
    unhit.push_back(number);
    if (hardest < 0 || open < fewest) hardest = number, fewest = open;
  }
  if (unhit.empty()) {
    takeIfBetter(so_far);
    return;
  }
  // Equally cheap ones are looked at too: which of them is the answer must not depend on the sets' order.
  if (best_ && so_far + boundFor(unhit) > best_cost_) return;
  std::vector<int> tried;
  for (const int element : sets_[hardest]) {
    if (barred_[element] != 0) continue;
    chosen_[element] = 1;
    descend(so_far + costs_[element]);
    chosen_[element] = 0;
    barred_[element] = 1;  // every set with it has been seen
    tried.push_back(element);
  }
  for (const int element : tried) barred_[element] = 0;
}

/// Sets that have no open element in common each cost at least their cheapest one.
SetCost HittingSets::boundFor(const std::vector<int>& unhit) const {
  std::vector<std::int8_t> used(costs_.size(), 0);
  SetCost bound;
  for (const int number : unhit) {
    std::optional<SetCost> least;
    bool apart = true;
    for (const int element : sets_[number]) {
      if (barred_[element] != 0) continue;
      apart = apart && used[element] == 0;
      if (!least || costs_[element] < *least) least = costs_[element];
    }
    if (!apart || !least) continue;
    for (const int element : sets_[number]) used[element] = 1;
    bound = bound + *least;
  }
  return bound;
}

bool HittingSets::isBlocked() const {
  return std::any_of(blocked_.begin(), blocked_.end(), [&](const std::vector<int>& set) {
    return std::all_of(set.begin(), set.end(), [&](int element) { return chosen_[element] != 0; });
  });
}

void HittingSets::takeIfBetter(SetCost cost) {
  if (best_ && cost > best_cost_) return;
  std::vector<int> set;
  for (int element = 0; element < static_cast<int>(chosen_.size()); ++element) {
    if (chosen_[element] != 0) set.push_back(element);
  }
  if (best_ && cost == best_cost_ && set >= *best_) return;
  best_ = std::move(set);
  best_cost_ = cost;
}

}  // namespace configurator::engine
