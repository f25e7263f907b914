// Unique nodes, conjunction with a cache, and forgetting.
#include "configurator/rules/decision_table.h"

#include <algorithm>
#include <utility>

namespace configurator::engine {
namespace {

constexpr std::size_t kProducts = std::size_t{1} << 18;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t part) {
  hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
  return hash ^ (hash >> 29);
}

}  // namespace

DecisionTable::DecisionTable(std::vector<int> widths, int most_nodes, std::function<bool()> may_go_on)
    : widths_(std::move(widths)),
      may_go_on_(std::move(may_go_on)),
      most_nodes_(most_nodes),
      crowded_(2 * most_nodes),
      slots_(std::size_t{1} << 12),
      products_(kProducts) {
  for (int terminal = 0; terminal < 2; ++terminal) {
    levels_.push_back(levelCount());
    firsts_.push_back(0);
  }
}

std::size_t DecisionTable::slotOf(int level, const int* children) const {
  std::uint64_t hash = mixed(0, level);
  for (int value = 0; value < widths_[level]; ++value) hash = mixed(hash, children[value]);
  std::size_t slot = hash & (slots_.size() - 1);
  while (slots_[slot] != 0 && !isSame(slots_[slot], level, children)) slot = (slot + 1) & (slots_.size() - 1);
  return slot;
}

bool DecisionTable::isSame(int node, int level, const int* children) const {
  return levels_[node] == level && std::equal(children, children + widths_[level], &children_[firsts_[node]]);
}

void DecisionTable::widen() {
  slots_.assign(slots_.size() * 2, 0);
  for (int node = 2; node < nodeCount(); ++node)
    slots_[slotOf(levels_[node], &children_[firsts_[node]])] = node;
}

void DecisionTable::checkLimits() {
  // Forgetting happens between conjunctions; one alone may hold a few times as many before it is given up.
  if (nodeCount() > 8 * most_nodes_) exhausted_ = true;
  if (nodeCount() % 1024 == 0 && !may_go_on_()) exhausted_ = true;
}

int DecisionTable::add(int level, const int* children) {
  if (std::all_of(children, children + widths_[level], [&](int child) { return child == children[0]; })) {
    return children[0];
  }
  const std::size_t slot = slotOf(level, children);
  if (slots_[slot] != 0) return slots_[slot];
  const int node = nodeCount();
  levels_.push_back(level);
  firsts_.push_back(children_.size());
  children_.insert(children_.end(), children, children + widths_[level]);
  slots_[slot] = node;
  if (2 * levels_.size() > slots_.size()) widen();
  checkLimits();
  return node;
}

int DecisionTable::node(int level, const std::vector<int>& children) {
  return add(level, children.data());
}

int DecisionTable::both(int one, int other) {
  if (one == 0 || other == 0 || exhausted_) return 0;
  if (one == 1 || one == other) return other;
  if (other == 1) return one;
  if (one > other) std::swap(one, other);
  const std::size_t place = mixed(mixed(0, one), other) & (kProducts - 1);
  if (products_[place].one == one && products_[place].other == other) return products_[place].result;
  const int level = std::min(levels_[one], levels_[other]);
  const std::size_t start = scratch_.size();
  for (int value = 0; value < widths_[level]; ++value) {
    const int of_one = levels_[one] == level ? childOf(one, value) : one;
    const int of_other = levels_[other] == level ? childOf(other, value) : other;
    const int child = both(of_one, of_other);
    scratch_.push_back(child);
  }
  // The children are copied out: adding a node may move the table, never the scratch.
  const int result = add(level, &scratch_[start]);
  scratch_.resize(start);
  products_[place] = {one, other, result};
  return result;
}

int DecisionTable::keepOnly(int root) {
  std::vector<std::int8_t> kept(levels_.size(), 0);
  kept[root] = 1;
  // Children were added before their parents, so that one pass from the newest sees all.
  for (int node = root; node >= 2; --node) {
    if (kept[node] == 0) continue;
    for (int value = 0; value < widths_[levels_[node]]; ++value) kept[childOf(node, value)] = 1;
  }
  const std::vector<int> levels = std::exchange(levels_, {levelCount(), levelCount()});
  const std::vector<std::size_t> firsts = std::exchange(firsts_, {0, 0});
  const std::vector<int> children = std::exchange(children_, {});
  std::fill(slots_.begin(), slots_.end(), 0);
  std::fill(products_.begin(), products_.end(), Product{});
  std::vector<int> renamed(levels.size(), 0);
  renamed[1] = 1;
  std::vector<int> row;
  for (int node = 2; node <= root; ++node) {
    if (kept[node] == 0) continue;
    row.clear();
    for (int value = 0; value < widths_[levels[node]]; ++value)
      row.push_back(renamed[children[firsts[node] + value]]);
    renamed[node] = add(levels[node], row.data());
  }
  if (nodeCount() > most_nodes_) exhausted_ = true;
  return renamed[root];
}

}  // namespace configurator::engine
