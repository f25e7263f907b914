// What a unit over a cap costs, so that the bound is high: Lagrange's prices. With scale S and prices p every
// design within the caps has S * objective + sum of p * its sums <= S * objective + sum of p * limits, so
// that its objective is at least (the least priced sum - sum of p * limits) / S. Whole numbers throughout:
// the bound is exact whatever the prices.
#include <algorithm>
#include <cstdlib>
#include <limits>

#include "configurator/rules/label_search.h"

namespace configurator::engine {
namespace {

constexpr std::int64_t kMostPricedSum = std::int64_t{1} << 58;
constexpr int kRounds = 2;     // over all caps
constexpr int kHalvings = 12;  // of the interval that the best price lies in

/// No design's sum is further from 0.
std::int64_t reachOf(const DomainModel& model, const ValueCosts& weights) {
  std::int64_t reach = 1;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    std::int64_t most = 0;
    for (int value = 0; value < model.valueCount(variable); ++value)
      most = std::max<std::int64_t>(most, std::abs(weights[model.firstValue(variable) + value]));
    reach += most;
  }
  return reach;
}

/// Rounded up, of negative numbers too.
std::int64_t dividedUp(std::int64_t number, std::int64_t by) {
  return number / by + (number % by > 0 ? 1 : 0);
}

}  // namespace

std::int64_t LabelSearch::dualBound(std::int64_t priced_sum) const {
  std::int64_t limits = 0;
  for (std::size_t cap = 0; cap < prices_.size(); ++cap) limits += prices_[cap] * problem_.caps[cap].limit;
  return dividedUp(priced_sum - limits, scale_);
}

ValueCosts LabelSearch::pricedWeights(const std::vector<std::int64_t>& prices) const {
  ValueCosts weights = problem_.objective;
  for (std::size_t value = 0; value < weights.size(); ++value) {
    weights[value] *= scale_;
    for (std::size_t cap = 0; cap < prices.size(); ++cap)
      weights[value] += prices[cap] * problem_.caps[cap].weights[value];
  }
  return weights;
}

Design LabelSearch::cheapestWay(const Sums& sums, const ValueCosts& weights) const {
  Design design(model_.variableCount(), 0);
  int node = 0;
  for (std::size_t level = 0; level < layer_count_; ++level) {
    for (const Edge& edge : edges_[level][node]) {
      const std::int64_t rest = sums[level + 1][edge.child];
      if (rest == std::numeric_limits<std::int64_t>::max()) continue;
      if (rest + weightOf(weights, level, edge.value) != sums[level][node]) continue;
      design[variables_[level]] = edge.value;
      node = edge.child;
      break;
    }
  }
  return design;
}

LabelSearch::Dual LabelSearch::dualAt(const std::vector<std::int64_t>& prices) const {
  const ValueCosts weights = pricedWeights(prices);
  const Sums sums = sweep(weights);
  std::int64_t limits = 0;
  for (std::size_t cap = 0; cap < prices.size(); ++cap) limits += prices[cap] * problem_.caps[cap].limit;
  return {dividedUp(sums.front()[0] - limits, scale_), cheapestWay(sums, weights)};
}

bool LabelSearch::exceeds(std::size_t cap, const Design& design) const {
  return sumOf(model_, problem_.caps[cap].weights, design) > problem_.caps[cap].limit;
}

/// Doubled until the cheapest design keeps the cap, then halved in between.
void LabelSearch::improvePrice(std::size_t cap, BestDesigns& best) {
  std::vector<std::int64_t> prices = prices_;
  const auto tryPrice = [&](std::int64_t price) {
    prices[cap] = price;
    const Dual dual = dualAt(prices);
    best.offer(dual.design);
    if (dual.bound > proven_bound_) {
      proven_bound_ = dual.bound;
      prices_ = prices;
    }
    return exceeds(cap, dual.design);
  };
  if (!tryPrice(0)) return;
  std::int64_t low = 0, high = 1;
  while (high < most_price_ && tryPrice(high)) {
    low = high;
    high *= 4;
  }
  high = std::min(high, most_price_);
  for (int i = 0; i < kHalvings && high - low > 1; ++i) {
    const std::int64_t middle = low + (high - low) / 2;
    (tryPrice(middle) ? low : high) = middle;
  }
}

void LabelSearch::priceCaps(BestDesigns& best) {
  const std::size_t caps = problem_.caps.size();
  prices_.assign(caps, 0);
  const std::int64_t reach = reachOf(model_, problem_.objective);
  scale_ = 1;
  while (reach * scale_ * 2 * 8 < kMostPricedSum && scale_ < (1 << 20)) scale_ *= 2;
  best.offer(cheapestWay(objective_below_, problem_.objective));
  std::int64_t widest = 1;
  for (const SumCap& cap : problem_.caps)
    widest = std::max({widest, reachOf(model_, cap.weights), std::abs(cap.limit)});
  most_price_ = kMostPricedSum / (8 * widest);
  for (int round = 0; round < kRounds; ++round)
    for (std::size_t cap = 0; cap < caps; ++cap) improvePrice(cap, best);
  priced_ = pricedWeights(prices_);
  priced_below_ = sweep(priced_);
}

}  // namespace configurator::engine
