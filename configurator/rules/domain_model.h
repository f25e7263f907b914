// A finite-domain model: variables with named values, and constraints between them. It knows no packs: the
// catalog's rules are compiled into it, and SearchEngine answers from it; the finder goes through Diagram, a
// second reading of it, faster where it compiles, and counts with ComponentCount where it does not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace configurator::engine {

/// `variable = value`, or `variable != value` where `equal` is false. Both are indices from 0.
struct Literal {
  int variable = 0;
  int value = 0;
  bool equal = true;
  bool operator==(const Literal&) const = default;
};

/// At least one of the literals holds. An empty clause can never be kept.
struct Clause {
  std::vector<Literal> literals;
};

/// The values of `variables`, each named once, form one of the rows (where `allowed`), or none of them.
struct Table {
  std::vector<int> variables;
  std::vector<std::vector<int>> rows;  ///< each as long as `variables`
  bool allowed = true;
};

/// Between `least` and `most` of the literals hold, unless one of `unless` holds. [n..m] under a parent p is
/// `Cardinality{children, n, m, {p is absent}}`. Each variable occurs once in `literals`.
struct Cardinality {
  std::vector<Literal> literals;
  int least = 0;
  int most = 0;
  std::vector<Literal> unless;
};

enum class ConstraintKind : std::uint8_t { clause, table, cardinality };

/// Where a constraint lies; its own index in `DomainModel::constraints` is the number the caller keeps.
struct Constraint {
  ConstraintKind kind = ConstraintKind::clause;
  int index = 0;  ///< in the list of its kind
};

/// One value for each variable, by index.
using Design = std::vector<int>;

/// Variables and constraints, both numbered from 0 in the order they were added. Adding requires indices that
/// exist; a broken requirement is an error of the caller and throws std::logic_error.
class DomainModel {
 public:
  /// Values need a name each, at least one.
  int addVariable(std::string name, std::vector<std::string> values);
  /// A variable with the values 0 "no" and 1 "yes".
  int addBoolean(std::string name);

  /// Each returns the constraint's number.
  int addClause(Clause clause);
  int addTable(Table table);
  int addCardinality(Cardinality cardinality);

  int variableCount() const { return static_cast<int>(names_.size()); }
  int constraintCount() const { return static_cast<int>(constraints_.size()); }
  int valueCount(int variable) const { return first_[variable + 1] - first_[variable]; }
  /// Values of all variables are numbered through: those of variable v from firstValue(v) on.
  int firstValue(int variable) const { return first_[variable]; }
  int totalValues() const { return first_.back(); }

  const std::string& name(int variable) const { return names_[variable]; }
  const std::string& valueName(int variable, int value) const {
    return value_names_[first_[variable] + value];
  }
  const Constraint& constraint(int number) const { return constraints_[number]; }
  const Clause& clause(const Constraint& constraint) const { return clauses_[constraint.index]; }
  const Table& table(const Constraint& constraint) const { return tables_[constraint.index]; }
  const Cardinality& cardinality(const Constraint& constraint) const {
    return cardinalities_[constraint.index];
  }

  /// Does a whole design keep this constraint? Straight from the meaning, for checks.
  bool keeps(const Design& design, int constraint) const;
  bool keepsAll(const Design& design) const;
  /// The variables a constraint speaks of, each once, ascending.
  std::vector<int> scope(int constraint) const;

 private:
  int add(ConstraintKind kind, std::size_t size);
  void requireLiterals(const std::vector<Literal>& literals) const;

  std::vector<std::string> names_;
  std::vector<int> first_ = {0};
  std::vector<std::string> value_names_;
  std::vector<Constraint> constraints_;
  std::vector<Clause> clauses_;
  std::vector<Table> tables_;
  std::vector<Cardinality> cardinalities_;
};

inline bool holds(const Literal& literal, const Design& design) {
  return (design[literal.variable] == literal.value) == literal.equal;
}

}  // namespace configurator::engine
