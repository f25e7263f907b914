// Sorted rows fall into groups by their first value, and so on; equal remainders become the same node.
#include "configurator/rules/row_graph.h"

#include <algorithm>
#include <map>
#include <utility>

namespace configurator::engine {
namespace {

class GraphOfRows {
 public:
  explicit GraphOfRows(const std::vector<std::vector<int>>& rows) : rows_(rows) {}
  RowGraph graph;

  int nodeOf(std::size_t begin, std::size_t end, int column) {
    if (column == static_cast<int>(rows_[begin].size())) return -1;
    RowGraph::Node node{column, {}};
    for (std::size_t first = begin; first < end;) {
      std::size_t last = first;
      while (last < end && rows_[last][column] == rows_[first][column]) ++last;
      node.edges.emplace_back(rows_[first][column], nodeOf(first, last, column + 1));
      first = last;
    }
    const auto [known, is_new] = known_.emplace(node, static_cast<int>(graph.nodes.size()));
    if (is_new) graph.nodes.push_back(std::move(node));
    return known->second;
  }

 private:
  const std::vector<std::vector<int>>& rows_;
  std::map<RowGraph::Node, int> known_;
};

}  // namespace

RowGraph graphOf(std::vector<std::vector<int>> rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  GraphOfRows made(rows);
  if (!rows.empty()) made.nodeOf(0, rows.size(), 0);
  return std::move(made.graph);
}

}  // namespace configurator::engine
