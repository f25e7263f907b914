// Compiling: each constraint becomes a small diagram, and one after the other, the deepest first, joins the
// whole.
#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <numeric>

#include "configurator/catalog/require.h"
#include "configurator/rules/decision_table.h"
#include "configurator/rules/diagram.h"
#include "configurator/rules/diagram_order.h"

namespace configurator::engine {

class DiagramBuilder {
 public:
  DiagramBuilder(const DomainModel& model, std::vector<int> order, int most_nodes,
                 const std::function<bool()>& may_go_on)
      : model_(model),
        order_(std::move(order)),
        level_of_(order_.size()),
        most_nodes_(most_nodes),
        table_(widths(), most_nodes, may_go_on) {
    for (std::size_t level = 0; level < order_.size(); ++level)
      level_of_[order_[level]] = static_cast<int>(level);
  }

  std::optional<Diagram> build();

 private:
  std::vector<int> widths() const {
    std::vector<int> widths;
    for (const int variable : order_) widths.push_back(model_.valueCount(variable));
    return widths;
  }
  std::vector<int> levelsOf(int constraint) const;
  std::vector<int> deepestFirst() const;
  int nodeOf(int constraint);
  int nodeOf(const Clause& clause, const std::vector<int>& levels);
  int nodeOf(const Table& table);
  int rowsNode(const std::vector<std::vector<int>>& rows, const std::vector<int>& levels,
               std::array<std::size_t, 3> part, bool allowed);
  int nodeOf(const Cardinality& cardinality, const std::vector<int>& levels);
  std::optional<Diagram> layersFrom(int root) const;

  const DomainModel& model_;
  std::vector<int> order_, level_of_;
  int most_nodes_;
  DecisionTable table_;
};

std::vector<int> DiagramBuilder::levelsOf(int constraint) const {
  std::vector<int> levels;
  for (const int variable : model_.scope(constraint)) levels.push_back(level_of_[variable]);
  std::sort(levels.begin(), levels.end());
  return levels;
}

std::vector<int> DiagramBuilder::deepestFirst() const {
  std::vector<std::vector<int>> levels;
  for (int number = 0; number < model_.constraintCount(); ++number) levels.push_back(levelsOf(number));
  std::vector<int> numbers(model_.constraintCount());
  std::iota(numbers.begin(), numbers.end(), 0);
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](int one, int other) { return levels[one] > levels[other]; });
  return numbers;
}

int DiagramBuilder::nodeOf(int number) {
  const Constraint& constraint = model_.constraint(number);
  switch (constraint.kind) {
    case ConstraintKind::clause:
      return nodeOf(model_.clause(constraint), levelsOf(number));
    case ConstraintKind::table:
      return nodeOf(model_.table(constraint));
    case ConstraintKind::cardinality:
      return nodeOf(model_.cardinality(constraint), levelsOf(number));
  }
  return 0;
}

int DiagramBuilder::nodeOf(const Clause& clause, const std::vector<int>& levels) {
  int below = 0;
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    std::vector<int> children(table_.widthOf(*level), below);
    for (const Literal& literal : clause.literals) {
      if (level_of_[literal.variable] != *level) continue;
      for (int value = 0; value < table_.widthOf(*level); ++value) {
        if ((value == literal.value) == literal.equal) children[value] = 1;
      }
    }
    below = table_.node(*level, children);
  }
  return below;
}

int DiagramBuilder::nodeOf(const Table& table) {
  std::vector<int> columns(table.variables.size());
  std::iota(columns.begin(), columns.end(), 0);
  std::sort(columns.begin(), columns.end(), [&](int one, int other) {
    return level_of_[table.variables[one]] < level_of_[table.variables[other]];
  });
  std::vector<std::vector<int>> rows;
  for (const std::vector<int>& row : table.rows) {
    std::vector<int>& sorted = rows.emplace_back();
    for (const int column : columns) sorted.push_back(row[column]);
  }
  std::sort(rows.begin(), rows.end());
  std::vector<int> levels;
  for (const int column : columns) levels.push_back(level_of_[table.variables[column]]);
  return rowsNode(rows, levels, {0, rows.size(), 0}, table.allowed);
}

/// Of sorted rows from part[0] to part[1], which agree before column part[2].
int DiagramBuilder::rowsNode(const std::vector<std::vector<int>>& rows, const std::vector<int>& levels,
                             std::array<std::size_t, 3> part, bool allowed) {
  const auto [begin, end, column] = part;
  if (column == levels.size()) return allowed ? 1 : 0;
  std::vector<int> children(table_.widthOf(levels[column]), allowed ? 0 : 1);
  for (std::size_t first = begin; first < end;) {
    std::size_t last = first;
    while (last < end && rows[last][column] == rows[first][column]) ++last;
    children[rows[first][column]] = rowsNode(rows, levels, {first, last, column + 1}, allowed);
    first = last;
  }
  return table_.node(levels[column], children);
}

/// For each count so far the node of the levels below, the deepest level first; a count above `most` is one
/// of them, for an exception may still come.
int DiagramBuilder::nodeOf(const Cardinality& cardinality, const std::vector<int>& levels) {
  const int over = std::clamp(cardinality.most + 1, 0, static_cast<int>(cardinality.literals.size()) + 1);
  std::vector<int> below(over + 1);
  for (int count = 0; count <= over; ++count)
    below[count] = count >= cardinality.least && count < over ? 1 : 0;
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    const int width = table_.widthOf(*level);
    std::vector<int> adds(width, 0), excepted(width, 0);
    for (const Literal& literal : cardinality.literals) {
      for (int value = 0; value < width && level_of_[literal.variable] == *level; ++value) {
        adds[value] += (value == literal.value) == literal.equal ? 1 : 0;
      }
    }
    for (const Literal& literal : cardinality.unless) {
      for (int value = 0; value < width && level_of_[literal.variable] == *level; ++value) {
        if ((value == literal.value) == literal.equal) excepted[value] = 1;
      }
    }
    std::vector<int> here(over + 1);
    for (int count = 0; count <= over; ++count) {
      std::vector<int> children;
      for (int value = 0; value < width; ++value) {
        children.push_back(excepted[value] != 0 ? 1 : below[std::min(count + adds[value], over)]);
      }
      here[count] = table_.node(*level, children);
    }
    below = here;
  }
  return below[0];
}

std::optional<Diagram> DiagramBuilder::build() {
  int whole = 1;
  for (const int constraint : deepestFirst()) {
    whole = table_.both(nodeOf(constraint), whole);
    if (!table_.exhausted() && table_.isCrowded()) whole = table_.keepOnly(whole);
    if (table_.exhausted()) return std::nullopt;
  }
  if (whole > 1) whole = table_.keepOnly(whole);
  if (table_.exhausted()) return std::nullopt;
  return layersFrom(whole);
}

/// A layer for each level: an edge that leaps over levels gets a node in each of them.
std::optional<Diagram> DiagramBuilder::layersFrom(int root) const {
  Diagram diagram;
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    diagram.values_.addVariable({}, std::vector<std::string>(model_.valueCount(variable)));
  }
  std::vector<int> here(root == 0 ? 0 : 1, root);
  std::vector<int> place(table_.nodeCount(), -1);
  for (int level = 0; level < table_.levelCount(); ++level) {
    Diagram::Layer& layer =
        diagram.layers_.emplace_back(Diagram::Layer{order_[level], table_.widthOf(level), {}});
    std::vector<int> next;
    for (const int node : here) {
      for (int value = 0; value < layer.width; ++value) {
        const int child = table_.levelOf(node) == level ? table_.childOf(node, value) : node;
        if (child != 0 && place[child] < 0) {
          place[child] = static_cast<int>(next.size());
          next.push_back(child);
        }
        layer.children.push_back(child == 0 ? -1 : place[child]);
      }
    }
    for (const int node : next) place[node] = -1;
    diagram.nodes_ += layer.nodeCount();
    diagram.edges_ += static_cast<std::int64_t>(layer.children.size());
    if (diagram.nodes_ > 4LL * most_nodes_) return std::nullopt;
    here = std::move(next);
  }
  return diagram;
}

std::optional<Diagram> Diagram::compile(const DomainModel& model, const DiagramLimits& limits,
                                        std::stop_token stop) {
  using Clock = std::chrono::steady_clock;
  require(limits.orders > 0 && limits.nodes > 0, "a diagram needs an order and nodes");
  const auto start = Clock::now();
  const auto used = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
  const std::vector<std::vector<int>> orders = candidateOrders(model, limits.orders);
  std::optional<Diagram> best;
  for (std::size_t number = 0; number < orders.size() && used() < limits.seconds && !stop.stop_requested();
       ++number) {
    // What one order leaves, the later ones may use.
    const double until = used() + (limits.seconds - used()) / static_cast<double>(orders.size() - number);
    const int most_nodes = best ? std::min<int>(limits.nodes, static_cast<int>(best->nodes_)) : limits.nodes;
    DiagramBuilder builder(model, orders[number], most_nodes,
                           [&] { return used() < until && !stop.stop_requested(); });
    auto diagram = builder.build();
    if (diagram && (!best || diagram->edges_ < best->edges_)) best = std::move(diagram);
  }
  if (stop.stop_requested()) return std::nullopt;
  return best;
}

}  // namespace configurator::engine
