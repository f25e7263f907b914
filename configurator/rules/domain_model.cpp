// Variables, values and constraints of a finite-domain model, checked when they are added.
#include "configurator/rules/domain_model.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/require.h"

namespace configurator::engine {
namespace {

bool anyHolds(const std::vector<Literal>& literals, const Design& design) {
  return std::any_of(literals.begin(), literals.end(),
                     [&](const Literal& literal) { return holds(literal, design); });
}

bool keepsTable(const Table& table, const Design& design) {
  const auto is_row = [&](const std::vector<int>& row) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (design[table.variables[column]] != row[column]) return false;
    }
    return true;
  };
  return std::any_of(table.rows.begin(), table.rows.end(), is_row) == table.allowed;
}

bool keepsCardinality(const Cardinality& cardinality, const Design& design) {
  if (anyHolds(cardinality.unless, design)) return true;
  const auto count = std::count_if(cardinality.literals.begin(), cardinality.literals.end(),
                                   [&](const Literal& literal) { return holds(literal, design); });
  return count >= cardinality.least && count <= cardinality.most;
}

bool repeats(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  return std::adjacent_find(numbers.begin(), numbers.end()) != numbers.end();
}

}  // namespace

int DomainModel::addVariable(std::string name, std::vector<std::string> values) {
  require(!values.empty(), "a variable has at least one value");
  names_.push_back(std::move(name));
  first_.push_back(first_.back() + static_cast<int>(values.size()));
  for (std::string& value : values) value_names_.push_back(std::move(value));
  return variableCount() - 1;
}

int DomainModel::addBoolean(std::string name) {
  return addVariable(std::move(name), {"no", "yes"});
}

int DomainModel::add(ConstraintKind kind, std::size_t size) {
  constraints_.push_back({kind, static_cast<int>(size)});
  return constraintCount() - 1;
}

void DomainModel::requireLiterals(const std::vector<Literal>& literals) const {
  for (const Literal& literal : literals) {
    require(literal.variable >= 0 && literal.variable < variableCount(), "a literal names no variable");
    require(literal.value >= 0 && literal.value < valueCount(literal.variable), "a literal names no value");
  }
}

int DomainModel::addClause(Clause clause) {
  requireLiterals(clause.literals);
  clauses_.push_back(std::move(clause));
  return add(ConstraintKind::clause, clauses_.size() - 1);
}

int DomainModel::addTable(Table table) {
  require(!table.variables.empty(), "a table has columns");
  require(!repeats(table.variables), "a table names a variable twice");
  for (const std::vector<int>& row : table.rows) {
    require(row.size() == table.variables.size(), "a table's row has another length");
    for (std::size_t column = 0; column < row.size(); ++column)
      requireLiterals({{table.variables[column], row[column]}});
  }
  tables_.push_back(std::move(table));
  return add(ConstraintKind::table, tables_.size() - 1);
}

int DomainModel::addCardinality(Cardinality cardinality) {
  requireLiterals(cardinality.literals);
  requireLiterals(cardinality.unless);
  std::vector<int> variables;
  for (const Literal& literal : cardinality.literals) variables.push_back(literal.variable);
  require(!repeats(variables), "a cardinality names a variable twice");
  cardinalities_.push_back(std::move(cardinality));
  return add(ConstraintKind::cardinality, cardinalities_.size() - 1);
}

bool DomainModel::keeps(const Design& design, int number) const {
  const Constraint& constraint = constraints_[number];
  switch (constraint.kind) {
    case ConstraintKind::clause:
      return anyHolds(clause(constraint).literals, design);
    case ConstraintKind::table:
      return keepsTable(table(constraint), design);
    case ConstraintKind::cardinality:
      return keepsCardinality(cardinality(constraint), design);
  }
  return false;
}

bool DomainModel::keepsAll(const Design& design) const {
  for (int number = 0; number < constraintCount(); ++number) {
    if (!keeps(design, number)) return false;
  }
  return true;
}

std::vector<int> DomainModel::scope(int number) const {
  const Constraint& constraint = constraints_[number];
  std::vector<int> variables;
  const auto append = [&](const std::vector<Literal>& literals) {
    for (const Literal& literal : literals) variables.push_back(literal.variable);
  };
  if (constraint.kind == ConstraintKind::clause) append(clause(constraint).literals);
  if (constraint.kind == ConstraintKind::table) variables = table(constraint).variables;
  if (constraint.kind == ConstraintKind::cardinality) {
    append(cardinality(constraint).literals);
    append(cardinality(constraint).unless);
  }
  std::sort(variables.begin(), variables.end());
  variables.erase(std::unique(variables.begin(), variables.end()), variables.end());
  return variables;
}

}  // namespace configurator::engine
