// FORCE: a variable moves to the mean of its constraints' centres until the spans shrink no more.
#include "configurator/rules/diagram_order.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace configurator::engine {
namespace {

using Scopes = std::vector<std::vector<int>>;

std::vector<int> placesOf(const std::vector<int>& order) {
  std::vector<int> places(order.size());
  for (std::size_t place = 0; place < order.size(); ++place) places[order[place]] = static_cast<int>(place);
  return places;
}

std::int64_t spanOf(const Scopes& scopes, const std::vector<int>& order) {
  const std::vector<int> places = placesOf(order);
  std::int64_t span = 0;
  for (const std::vector<int>& scope : scopes) {
    if (scope.empty()) continue;
    const auto [low, high] = std::minmax_element(
        scope.begin(), scope.end(), [&](int one, int other) { return places[one] < places[other]; });
    span += places[*high] - places[*low];
  }
  return span;
}

std::vector<int> pulledTogether(const Scopes& scopes, const std::vector<int>& order) {
  const std::vector<int> places = placesOf(order);
  std::vector<std::int64_t> sum(order.size(), 0), weight(order.size(), 0);
  // Whole numbers: the same order on every machine.
  constexpr std::int64_t kScale = 1 << 20;
  for (const std::vector<int>& scope : scopes) {
    std::int64_t centre = 0;
    for (const int variable : scope) centre += places[variable] * kScale;
    if (scope.empty()) continue;
    centre /= static_cast<std::int64_t>(scope.size());
    for (const int variable : scope) sum[variable] += centre, ++weight[variable];
  }
  std::vector<std::pair<std::int64_t, int>> wanted;
  for (const int variable : order) {
    wanted.emplace_back(weight[variable] == 0 ? places[variable] * kScale : sum[variable] / weight[variable],
                        variable);
  }
  std::stable_sort(wanted.begin(), wanted.end(),
                   [](const auto& one, const auto& other) { return one.first < other.first; });
  std::vector<int> moved;
  for (const auto& [place, variable] : wanted) moved.push_back(variable);
  return moved;
}

std::vector<int> settled(const Scopes& scopes, std::vector<int> order) {
  std::vector<int> best = order;
  std::int64_t least = spanOf(scopes, order);
  const int rounds = 10 + 5 * static_cast<int>(std::log2(order.size() + 1));
  for (int round = 0; round < rounds; ++round) {
    order = pulledTogether(scopes, order);
    const std::int64_t span = spanOf(scopes, order);
    if (span >= least) continue;
    least = span;
    best = order;
  }
  return best;
}

std::vector<int> shuffled(std::vector<int> order, std::uint64_t seed) {
  // An own generator: that of the standard library may differ from one machine to the next.
  for (std::size_t at = order.size(); at > 1; --at) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    std::swap(order[at - 1], order[(seed >> 33) % at]);
  }
  return order;
}

}  // namespace

std::vector<std::vector<int>> candidateOrders(const DomainModel& model, int count) {
  Scopes scopes;
  for (int number = 0; number < model.constraintCount(); ++number) scopes.push_back(model.scope(number));
  std::vector<int> given(model.variableCount());
  std::iota(given.begin(), given.end(), 0);
  std::vector<std::vector<int>> orders = {settled(scopes, given), given};
  for (int seed = 1; static_cast<int>(orders.size()) + 1 < count; ++seed) {
    orders.push_back(settled(scopes, shuffled(given, seed)));
    std::vector<int> turned = orders.back();
    std::reverse(turned.begin(), turned.end());
    orders.push_back(std::move(turned));
  }
  orders.resize(std::min<std::size_t>(orders.size(), std::max(count, 1)));
  return orders;
}

}  // namespace configurator::engine
