// Hitting sets: fewest elements that hit every one of some sets. Between reasons and repairs there is this
// duality: a repair hits every conflict, and a conflict hits every repair. So the shortest of either is found
// by proposing the cheapest hitting set of the others known so far, and asking the solver.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

namespace configurator::engine {

/// Compared in this order; sums are compared too.
struct SetCost {
  std::int64_t pinned = 0;
  std::int64_t count = 0;
  std::int64_t weight = 0;
  auto operator<=>(const SetCost&) const = default;
  SetCost operator+(const SetCost& other) const {
    return {pinned + other.pinned, count + other.count, weight + other.weight};
  }
};

class HittingSets {
 public:
  /// One cost for each element; each with a count of 1 or more.
  explicit HittingSets(std::vector<SetCost> costs) : costs_(std::move(costs)) {}

  void mustHit(std::vector<int> set) { sets_.push_back(std::move(set)); }
  /// No later answer contains all of these.
  void block(std::vector<int> set) { blocked_.push_back(std::move(set)); }

  /// The cheapest set of elements, ascending; of equally cheap ones the one with the earliest elements: the
  /// answer follows from what must be hit alone. Nothing when there is none, or when it takes too long
  /// (gaveUp()).
  std::optional<std::vector<int>> cheapest();
  bool gaveUp() const { return steps_left_ <= 0; }

 private:
  SetCost boundFor(const std::vector<int>& unhit) const;
  bool isBlocked() const;
  void descend(SetCost so_far);
  void takeIfBetter(SetCost cost);

  std::vector<SetCost> costs_;
  std::vector<std::vector<int>> sets_, blocked_;
  std::vector<std::int8_t> chosen_, barred_;
  std::optional<std::vector<int>> best_;
  SetCost best_cost_;
  std::int64_t steps_left_ = 0;  ///< sets looked at: the same on every machine, unlike time
};

}  // namespace configurator::engine
