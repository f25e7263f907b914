// Models, choices and all their designs.
#include "tests/models/random_model.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

namespace models {
namespace {

using configurator::engine::Cardinality;
using configurator::engine::Choice;
using configurator::engine::Clause;
using configurator::engine::Design;
using configurator::engine::DomainModel;
using configurator::engine::Literal;
using configurator::engine::Table;
using Random = std::mt19937_64;

int below(Random& random, int limit) {
  return static_cast<int>(random() % static_cast<std::uint64_t>(limit));
}

std::vector<int> someVariables(const DomainModel& model, Random& random, int most) {
  std::vector<int> variables(model.variableCount());
  std::iota(variables.begin(), variables.end(), 0);
  for (std::size_t at = variables.size(); at > 1; --at)
    std::swap(variables[at - 1], variables[random() % at]);
  variables.resize(std::min<std::size_t>(variables.size(), 1 + below(random, most)));
  return variables;
}

Literal someLiteral(const DomainModel& model, Random& random, int variable) {
  return {variable, below(random, model.valueCount(variable)), below(random, 2) == 0};
}

void addClause(DomainModel& model, Random& random) {
  Clause clause;
  for (const int variable : someVariables(model, random, 3))
    clause.literals.push_back(someLiteral(model, random, variable));
  if (clause.literals.size() == 1 && below(random, 4) != 0)
    clause.literals.push_back(someLiteral(model, random, 0));
  model.addClause(clause);
}

void addTable(DomainModel& model, Random& random) {
  Table table{someVariables(model, random, 4), {}, below(random, 4) != 0};
  std::size_t combinations = 1;
  for (const int variable : table.variables) combinations *= model.valueCount(variable);
  const int rows = table.allowed ? static_cast<int>(combinations * 2 / 3) + 1 : 1 + below(random, 4);
  for (int row = 0; row < rows; ++row) {
    std::vector<int>& values = table.rows.emplace_back();
    for (const int variable : table.variables) values.push_back(below(random, model.valueCount(variable)));
  }
  model.addTable(table);
}

void addCardinality(DomainModel& model, Random& random) {
  Cardinality cardinality;
  for (const int variable : someVariables(model, random, 5)) {
    cardinality.literals.push_back(someLiteral(model, random, variable));
  }
  const int size = static_cast<int>(cardinality.literals.size());
  cardinality.least = below(random, size + 1);
  cardinality.most = cardinality.least + below(random, size + 1);
  if (below(random, 2) == 0)
    cardinality.unless = {someLiteral(model, random, below(random, model.variableCount()))};
  model.addCardinality(cardinality);
}

void addConstraints(DomainModel& model, Random& random, int count) {
  for (int number = 0; number < count; ++number) {
    const int kind = below(random, 4);
    if (kind < 2) addClause(model, random);
    if (kind == 2) addTable(model, random);
    if (kind == 3) addCardinality(model, random);
  }
}

void addVariables(DomainModel& model, Random& random, int count, int least, int most) {
  for (int variable = 0; variable < count; ++variable) {
    std::vector<std::string> values;
    const int size = least + below(random, most - least + 1);
    for (int value = 0; value < size; ++value) values.push_back(std::to_string(value));
    model.addVariable("v" + std::to_string(variable), std::move(values));
  }
}

}  // namespace

DomainModel randomModel(std::uint64_t seed) {
  Random random(seed);
  DomainModel model;
  addVariables(model, random, 3 + below(random, 4), 1, 4);
  addConstraints(model, random, below(random, 10));
  return model;
}

DomainModel largerRandomModel(std::uint64_t seed, int variables) {
  Random random(seed);
  DomainModel model;
  addVariables(model, random, variables, 2, 5);
  addConstraints(model, random, variables);
  return model;
}

std::vector<Design> allAssignments(const DomainModel& model) {
  std::vector<Design> designs(1);
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    std::vector<Design> longer;
    for (const Design& design : designs) {
      for (int value = 0; value < model.valueCount(variable); ++value) {
        longer.push_back(design);
        longer.back().push_back(value);
      }
    }
    designs = std::move(longer);
  }
  return designs;
}

std::vector<Design> allDesigns(const DomainModel& model) {
  std::vector<Design> designs = allAssignments(model);
  std::erase_if(designs, [&](const Design& design) { return !model.keepsAll(design); });
  return designs;
}

std::vector<Choice> randomChoices(const DomainModel& model, std::uint64_t seed) {
  Random random(seed);
  std::vector<Choice> choices;
  for (int variable = 0; variable < model.variableCount(); ++variable) {
    if (below(random, 2) == 0) continue;
    choices.push_back(
        {variable, below(random, model.valueCount(variable)), below(random, 5) == 0, below(random, 3)});
  }
  return choices;
}

}  // namespace models
