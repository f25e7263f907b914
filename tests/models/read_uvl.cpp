// The Universal Variability Language: a tree of features in groups, and constraints over them. Constraints of
// features alone become clauses; those with numbers or texts, tables.
#include <stdexcept>
#include <utility>

#include "tests/models/read_model.h"
#include "tests/models/uvl_clauses.h"
#include "tests/models/uvl_tree.h"
#include "tests/models/uvl_values.h"

namespace models {
namespace {

using configurator::engine::Cardinality;
using configurator::engine::Clause;
using configurator::engine::Design;
using configurator::engine::DomainModel;
using configurator::engine::Literal;
using configurator::engine::Table;

constexpr std::size_t kMostRows = 1 << 20;

Literal present(int feature) {
  return {feature, 0, false};
}
Literal absent(int feature) {
  return {feature, 0, true};
}

/// Features are the variables of the same number.
void addGroup(const UvlGroup& group, DomainModel& model) {
  Cardinality cardinality;
  for (const int child : group.children) {
    model.addClause({{absent(child), present(group.parent)}});
    if (group.kind == "mandatory") model.addClause({{absent(group.parent), present(child)}});
    cardinality.literals.push_back(present(child));
  }
  if (group.kind == "mandatory" || group.kind == "optional") return;
  const int all = static_cast<int>(group.children.size());
  cardinality.least = group.kind == "count" ? group.least : 1;
  cardinality.most =
      group.kind == "alternative" ? 1 : (group.kind == "count" && group.most >= 0 ? group.most : all);
  cardinality.unless = {absent(group.parent)};
  model.addCardinality(std::move(cardinality));
}

/// Every combination of the values it speaks of is tried.
void addTable(const UvlExpression& constraint, const UvlValues& values, DomainModel& model) {
  Table table;
  std::size_t combinations = 1;
  for (const int variable : values.scopeOf(constraint)) {
    table.variables.push_back(variable);
    combinations *= static_cast<std::size_t>(model.valueCount(variable));
    if (combinations > kMostRows)
      throw std::runtime_error("a constraint speaks of too many features at once");
  }
  Design design(model.variableCount(), 0);
  if (table.variables.empty()) {
    if (!values.holds(constraint, design)) model.addClause({});
    return;
  }
  for (std::size_t number = 0; number < combinations; ++number) {
    std::size_t rest = number;
    std::vector<int> row;
    for (const int variable : table.variables) {
      row.push_back(static_cast<int>(rest % model.valueCount(variable)));
      rest /= model.valueCount(variable);
      design[variable] = row.back();
    }
    if (values.holds(constraint, design)) table.rows.push_back(std::move(row));
  }
  model.addTable(std::move(table));
}

}  // namespace

ForeignModel parseUvl(const std::string& text, const std::string& name) {
  const UvlTree tree = readUvlTree(text, name);
  ForeignModel foreign;
  try {
    const UvlValues values(tree, foreign.model);
    foreign.features = static_cast<int>(tree.features.size());
    foreign.model.addClause({{present(0)}});
    for (const UvlGroup& group : tree.groups) addGroup(group, foreign.model);
    const auto presence_of = [&](const std::string& feature) {
      const int variable = values.featureVariable(feature);
      return variable >= 0 && variable < foreign.features ? std::optional(present(variable)) : std::nullopt;
    };
    for (const UvlExpression& constraint : tree.constraints) {
      if (values.isDefinition(constraint)) continue;
      if (auto clauses = uvlClauses(constraint, presence_of)) {
        for (Clause& clause : *clauses) foreign.model.addClause(std::move(clause));
      } else {
        addTable(constraint, values, foreign.model);
      }
    }
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(name + ": " + error.what());
  }
  return foreign;
}

}  // namespace models
