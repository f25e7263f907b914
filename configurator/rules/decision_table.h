// A reduced decision diagram while it is built: nodes that mean the same are the same node.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace configurator::engine {

/// Nodes 0 and 1 are "never" and "always". Every other node decides at a level and has a child for each
/// value; children decide at deeper levels. A node whose children are all alike is that child.
class DecisionTable {
 public:
  /// `widths`: number of values, by level. `may_go_on` is asked every thousand nodes or so.
  DecisionTable(std::vector<int> widths, int most_nodes, std::function<bool()> may_go_on);

  int node(int level, const std::vector<int>& children);
  /// Both hold. Once exhausted() the answer means nothing.
  int both(int one, int other);
  /// Keeps what hangs on `root` and forgets the rest; returns its new number.
  int keepOnly(int root);
  bool isCrowded() const { return nodeCount() > crowded_; }
  /// More nodes than allowed, or told to stop.
  bool exhausted() const { return exhausted_; }

  int nodeCount() const { return static_cast<int>(levels_.size()); }
  int levelOf(int node) const { return levels_[node]; }
  int childOf(int node, int value) const { return children_[firsts_[node] + value]; }
  int levelCount() const { return static_cast<int>(widths_.size()); }
  int widthOf(int level) const { return widths_[level]; }

 private:
  struct Product {
    int one = -1, other = -1, result = 0;
  };
  std::size_t slotOf(int level, const int* children) const;
  bool isSame(int node, int level, const int* children) const;
  void widen();
  void checkLimits();
  int add(int level, const int* children);

  std::vector<int> widths_;
  std::function<bool()> may_go_on_;
  int most_nodes_, crowded_;
  bool exhausted_ = false;
  std::vector<int> levels_;
  std::vector<std::size_t> firsts_;
  std::vector<int> children_;
  std::vector<int> slots_;  ///< hash table of node numbers, 0: empty
  std::vector<Product> products_;
  std::vector<int> scratch_;
};

}  // namespace configurator::engine
