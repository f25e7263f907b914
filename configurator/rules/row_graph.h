// Rows of a table as a graph: rows that begin alike share nodes, and so do rows that end alike. Clauses about
// its edges are far fewer than clauses about rows.
#pragma once

#include <compare>
#include <utility>
#include <vector>

namespace configurator::engine {

/// Nodes stand before a column, children before their parents, the root last. Without rows there is no node.
struct RowGraph {
  struct Node {
    int column = 0;
    std::vector<std::pair<int, int>> edges;  ///< value, node of the next column; negative behind the last
    auto operator<=>(const Node&) const = default;
  };
  std::vector<Node> nodes;
};

/// `rows` are equally long; the same row twice counts once.
RowGraph graphOf(std::vector<std::vector<int>> rows);

}  // namespace configurator::engine
