// Variables, clauses, tables and cardinalities of a model as clauses.
#include "configurator/rules/clause_encoding.h"

#include <algorithm>

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
  Lit before = search_.addVariable();
  search_.addClause({negated(literals[0]), before});
  for (std::size_t at = 1; at < literals.size(); ++at) {
    const Lit step = search_.addVariable();
    search_.addClause({negated(literals[at]), negated(before)});
    search_.addClause({negated(literals[at]), step});
    search_.addClause({negated(before), step});
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

/// A row taken fixes its values; a value asks for one of its rows; one row is taken.
void ClauseWriter::allow(const Table& table, Lit guard) {
  std::vector<Lit> taken;
  for (const std::vector<int>& row : table.rows) {
    taken.push_back(search_.addVariable());
    for (std::size_t column = 0; column < row.size(); ++column) {
      search_.addClause({negated(taken.back()), lit(table.variables[column], row[column])});
    }
  }
  for (std::size_t column = 0; column < table.variables.size(); ++column) {
    const int variable = table.variables[column];
    std::vector<std::vector<Lit>> rows_of(model_.valueCount(variable));
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      rows_of[table.rows[row][column]].push_back(taken[row]);
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      rows_of[value].push_back(negated(lit(variable, value)));
      guarded(std::move(rows_of[value]), guard);
    }
  }
  guarded(std::move(taken), guard);
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
