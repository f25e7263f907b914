// DIMACS: clauses of numbers that end in 0; `c NUMBER NAME` names a feature.
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "tests/models/read_model.h"

namespace models {
namespace {

using configurator::engine::Clause;

[[noreturn]] void refuseDimacs(const std::string& name, int line, const std::string& what) {
  throw std::runtime_error(name + ":" + std::to_string(line) + ": " + what);
}

int numberIn(const std::string& word, const std::string& name, int line) {
  int number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (error != std::errc() || end != word.data() + word.size())
    refuseDimacs(name, line, "no number: " + word);
  return number;
}

/// `c 12 Name of it` before the problem line.
void takeName(const std::string& row, std::vector<std::string>& names) {
  std::istringstream words(row.substr(1));
  int number = 0;
  std::string name;
  if (!(words >> number) || number < 1 || number > 10'000'000 || !std::getline(words >> std::ws, name))
    return;
  if (static_cast<std::size_t>(number) > names.size()) names.resize(number);
  names[number - 1] = name;
}

}  // namespace

ForeignModel parseDimacs(const std::string& text, const std::string& name) {
  ForeignModel foreign;
  std::vector<std::string> names;
  std::istringstream lines(text);
  std::string row;
  Clause clause;
  int variables = -1;
  for (int line = 1; std::getline(lines, row); ++line) {
    if (row.starts_with("c")) takeName(row, names);
    if (row.empty() || row.starts_with("c")) continue;
    std::istringstream words(row);
    std::string word;
    if (row.starts_with("p")) {
      if (!(words >> word >> word) || word != "cnf" || !(words >> variables) || variables < 0) {
        refuseDimacs(name, line, "expected: p cnf VARIABLES CLAUSES");
      }
      names.resize(variables);
      for (const std::string& said : names) foreign.model.addBoolean(said);
      continue;
    }
    while (words >> word) {
      const int number = numberIn(word, name, line);
      if (number == 0) {
        foreign.model.addClause(std::exchange(clause, {}));
      } else if (std::abs(number) > variables) {
        refuseDimacs(name, line, "no variable " + word);
      } else {
        clause.literals.push_back({std::abs(number) - 1, number > 0 ? 1 : 0, true});
      }
    }
  }
  if (variables < 0) refuseDimacs(name, 1, "no line: p cnf VARIABLES CLAUSES");
  foreign.features = variables;
  return foreign;
}

}  // namespace models
