// Variables, clauses, tables and cardinalities of a model as clauses.
#include "configurator/rules/clause_encoding.h"

#include <algorithm>
#include <utility>

#include "configurator/rules/row_graph.h"

namespace configurator::engine {
namespace {

class ClauseWriter {
 public:
  ClauseWriter(const DomainModel& model, ClauseSearch& search, ClauseEncoding& encoding)
      : model_(model), search_(search), encoding_(encoding) {}

  void writeVariable(int variable);
  void writeConstraint(int number, Lit guard);

 private:
  /// Holds while the guard does; kNoGuard: always.
  void guarded(std::vector<Lit> clause, Lit guard) {
    if (guard >= 0) clause.push_back(negated(guard));
    search_.addClause(std::move(clause));
  }
  void atMostOne(const std::vector<Lit>& literals);
  void allow(const Table& table, Lit guard);
  Lit nodeLiteral(std::vector<Lit> into);
  void allowPairs(const Table& table, Lit guard);
  void forbid(const Table& table, Lit guard);
  void bound(const Cardinality& cardinality, Lit guard);
  Lit lit(int variable, int value) const { return encoding_.of(model_, {variable, value}); }

  const DomainModel& model_;
  ClauseSearch& search_;
  ClauseEncoding& encoding_;
};

void ClauseWriter::writeVariable(int variable) {
  std::vector<Lit>& values = encoding_.values;
  if (model_.valueCount(variable) == 2) {
    const Lit second = search_.addVariable();
    values.push_back(negated(second));
    values.push_back(second);
    return;
  }
  std::vector<Lit> literals;
  for (int value = 0; value < model_.valueCount(variable); ++value) literals.push_back(search_.addVariable());
  values.insert(values.end(), literals.begin(), literals.end());
  atMostOne(literals);
  search_.addClause(literals);
}

/// Pairs of few; of many a ladder, whose step says that the one is among the first.
void ClauseWriter::atMostOne(const std::vector<Lit>& literals) {
  constexpr std::size_t kFew = 48;
  if (literals.size() <= kFew) {
    for (std::size_t one = 0; one < literals.size(); ++one) {
      for (std::size_t other = 0; other < one; ++other) {
        search_.addClause({negated(literals[one]), negated(literals[other])});
      }
    }
    return;
  }
  Lit before = literals[0];
  for (std::size_t at = 1; at < literals.size(); ++at) {
    const Lit step = search_.addVariable();
    search_.addClause({negated(literals[at]), negated(before)});
    search_.addClause({negated(literals[at]), step});
    search_.addClause({negated(before), step});
    search_.addClause({negated(step), before, literals[at]});
    before = step;
  }
}

void ClauseWriter::writeConstraint(int number, Lit guard) {
  const Constraint& constraint = model_.constraint(number);
  if (constraint.kind == ConstraintKind::clause) {
    std::vector<Lit> literals;
    for (const Literal& literal : model_.clause(constraint).literals)
      literals.push_back(encoding_.of(model_, literal));
    guarded(std::move(literals), guard);
  } else if (constraint.kind == ConstraintKind::cardinality) {
    bound(model_.cardinality(constraint), guard);
  } else {
    const Table& table = model_.table(constraint);
    if (!table.allowed) {
      forbid(table, guard);
    } else if (table.variables.size() == 2) {
      allowPairs(table, guard);
    } else {
      allow(table, guard);
    }
  }
}

void ClauseWriter::forbid(const Table& table, Lit guard) {
  for (const std::vector<int>& row : table.rows) {
    std::vector<Lit> clause;
    for (std::size_t column = 0; column < row.size(); ++column) {
      clause.push_back(negated(lit(table.variables[column], row[column])));
    }
    guarded(std::move(clause), guard);
  }
}

/// Of two columns no row needs a variable: each value asks for one of its partners.
void ClauseWriter::allowPairs(const Table& table, Lit guard) {
  for (std::size_t column = 0; column < 2; ++column) {
    const int variable = table.variables[column], other = table.variables[1 - column];
    std::vector<std::vector<Lit>> partners(model_.valueCount(variable));
    for (const std::vector<int>& row : table.rows)
      partners[row[column]].push_back(lit(other, row[1 - column]));
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      partners[value].push_back(negated(lit(variable, value)));
      guarded(std::move(partners[value]), guard);
    }
  }
}

/// A way from the root of the table's graph to its end: an edge taken fixes its value and the nodes it joins,
/// a node asks for an edge into it and one out of it, and a value for one of its edges. Under given values
/// the way is the only one, so that a design has one solution.
void ClauseWriter::allow(const Table& table, Lit guard) {
  const RowGraph graph = graphOf(table.rows);
  std::vector<std::vector<std::vector<Lit>>> edges_of(table.variables.size());
  for (std::size_t column = 0; column < edges_of.size(); ++column) {
    edges_of[column].resize(model_.valueCount(table.variables[column]));
  }
  std::vector<std::vector<Lit>> into(graph.nodes.size());
  for (std::size_t number = graph.nodes.size(); number-- > 0;) {
    const RowGraph::Node& node = graph.nodes[number];
    const Lit here = nodeLiteral(into[number]);
    std::vector<Lit> out = {negated(here)};
    for (const auto& [value, child] : node.edges) {
      const Lit edge = search_.addVariable();
      search_.addClause({negated(edge), here});
      search_.addClause({negated(edge), lit(table.variables[node.column], value)});
      out.push_back(edge);
      edges_of[node.column][value].push_back(edge);
      if (child >= 0) into[child].push_back(edge);
    }
    search_.addClause(std::move(out));
    if (number + 1 == graph.nodes.size()) guarded({here}, guard);
  }
  for (std::size_t column = 0; column < edges_of.size(); ++column) {
    for (std::size_t value = 0; value < edges_of[column].size(); ++value) {
      edges_of[column][value].push_back(negated(lit(table.variables[column], static_cast<int>(value))));
      guarded(std::move(edges_of[column][value]), guard);
    }
  }
  if (graph.nodes.empty()) guarded({}, guard);
}

/// Holds when one of the edges into the node does; of a single edge there is no need to tell them apart.
Lit ClauseWriter::nodeLiteral(std::vector<Lit> into) {
  if (into.size() == 1) return into[0];
  const Lit node = search_.addVariable();
  if (into.empty()) return node;  // the root
  for (const Lit edge : into) search_.addClause({negated(edge), node});
  into.push_back(negated(node));
  search_.addClause(std::move(into));
  return node;
}

/// A running count: reached[j] after literal i says that at least j of the first i hold.
void ClauseWriter::bound(const Cardinality& cardinality, Lit guard) {
  const int total = static_cast<int>(cardinality.literals.size());
  const int highest = std::min(total, std::max(cardinality.least, cardinality.most + 1));
  const Lit always = search_.addVariable();
  search_.addClause({always});
  std::vector<Lit> reached(highest + 1, negated(always));
  reached[0] = always;
  for (const Literal& literal : cardinality.literals) {
    const Lit here = encoding_.of(model_, literal);
    for (int count = highest; count >= 1; --count) {
      const Lit before = reached[count], fewer = reached[count - 1], now = search_.addVariable();
      search_.addClause({negated(before), now});
      search_.addClause({negated(here), negated(fewer), now});
      search_.addClause({negated(now), before, here});
      search_.addClause({negated(now), before, fewer});
      reached[count] = now;
    }
  }
  std::vector<Lit> unless;
  for (const Literal& literal : cardinality.unless) unless.push_back(encoding_.of(model_, literal));
  const auto demand = [&](Lit what) {
    std::vector<Lit> clause = unless;
    clause.push_back(what);
    guarded(std::move(clause), guard);
  };
  if (cardinality.least > total || cardinality.most < 0) demand(negated(always));
  if (cardinality.least > 0 && cardinality.least <= total) demand(reached[cardinality.least]);
  if (cardinality.most >= 0 && cardinality.most < total) demand(negated(reached[cardinality.most + 1]));
}

}  // namespace

ClauseEncoding encode(const DomainModel& model, ClauseSearch& search, Guards guards) {
  ClauseEncoding encoding;
  ClauseWriter writer(model, search, encoding);
  for (int variable = 0; variable < model.variableCount(); ++variable) writer.writeVariable(variable);
  for (int number = 0; number < model.constraintCount(); ++number) {
    if (guards == Guards::one_each) encoding.guards.push_back(search.addVariable());
    writer.writeConstraint(number, guards == Guards::one_each ? encoding.guards.back() : -1);
  }
  return encoding;
}

Design designOf(const DomainModel& model, const ClauseEncoding& encoding, const BitRow& solution) {
  Design design(model.variableCount(), 0);
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    for (int value = 0; value < model.valueCount(variable); ++value) {
      if (isTrue(solution, encoding.values[model.firstValue(variable) + value])) design[variable] = value;
    }
  }
  return design;
}

}  // namespace configurator::engine
