#include "configurator/rules/reduced_model.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace configurator::engine {
namespace {

class ModelReduction {
 public:
  ModelReduction(const DomainModel& model, const Domains& domains) : model_(model), domains_(domains) {}

  DomainModel reduced() {
    for (int variable = 0; variable < model_.variableCount(); ++variable) addVariable(variable);
    for (int number = 0; number < model_.constraintCount(); ++number) {
      const Constraint& constraint = model_.constraint(number);
      if (constraint.kind == ConstraintKind::clause) add(model_.clause(constraint));
      if (constraint.kind == ConstraintKind::table) add(model_.table(constraint));
      if (constraint.kind == ConstraintKind::cardinality) add(model_.cardinality(constraint));
    }
    return std::move(into_);
  }

 private:
  bool isLeft(int variable, int value) const {
    return domains_.states[model_.firstValue(variable) + value] != ValueState::blocked;
  }

  int leftOf(int variable) const {
    int left = 0;
    for (int value = 0; value < model_.valueCount(variable); ++value) left += isLeft(variable, value) ? 1 : 0;
    return left;
  }

  /// Whether a literal holds in every design that is left, or in none; nothing when that is open.
  std::optional<bool> settled(const Literal& literal) const {
    const bool can = isLeft(literal.variable, literal.value);
    if (!can) return !literal.equal;
    if (leftOf(literal.variable) == 1) return literal.equal;
    return std::nullopt;
  }

  void addVariable(int variable) {
    std::vector<std::string> values;
    for (int value = 0; value < model_.valueCount(variable); ++value)
      values.push_back(model_.valueName(variable, value));
    into_.addVariable(model_.name(variable), std::move(values));
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      if (!isLeft(variable, value)) into_.addClause({{{variable, value, false}}});
    }
  }

  /// False where one of them always holds.
  bool keepOpen(std::vector<Literal>& literals) const {
    if (std::any_of(literals.begin(), literals.end(),
                    [&](const Literal& one) { return settled(one) == true; }))
      return false;
    std::erase_if(literals, [&](const Literal& one) { return settled(one) == false; });
    return true;
  }

  void add(Clause clause) {
    if (keepOpen(clause.literals)) into_.addClause(std::move(clause));
  }

  /// Rows with values that are left, in the columns that still tell designs apart.
  void add(const Table& table) {
    std::vector<std::size_t> open;
    Table reduced{{}, {}, table.allowed};
    for (std::size_t column = 0; column < table.variables.size(); ++column) {
      if (leftOf(table.variables[column]) == 1) continue;
      open.push_back(column);
      reduced.variables.push_back(table.variables[column]);
    }
    for (const std::vector<int>& row : table.rows) {
      bool is_left = true;
      for (std::size_t column = 0; column < row.size(); ++column)
        is_left = is_left && isLeft(table.variables[column], row[column]);
      if (!is_left) continue;
      std::vector<int>& short_row = reduced.rows.emplace_back();
      for (const std::size_t column : open) short_row.push_back(row[column]);
    }
    std::sort(reduced.rows.begin(), reduced.rows.end());
    reduced.rows.erase(std::unique(reduced.rows.begin(), reduced.rows.end()), reduced.rows.end());
    if (!open.empty())
      into_.addTable(std::move(reduced));
    else if (reduced.rows.empty() == table.allowed)
      into_.addClause({});
  }

  void add(Cardinality cardinality) {
    if (!keepOpen(cardinality.unless)) return;
    const auto holds_now = [&](const Literal& one) { return settled(one) == true; };
    const auto always =
        static_cast<int>(std::count_if(cardinality.literals.begin(), cardinality.literals.end(), holds_now));
    std::erase_if(cardinality.literals, [&](const Literal& one) { return settled(one).has_value(); });
    cardinality.least -= always;
    cardinality.most -= always;
    into_.addCardinality(std::move(cardinality));
  }

  const DomainModel& model_;
  const Domains& domains_;
  DomainModel into_;
};

}  // namespace

DomainModel reducedModel(const DomainModel& model, const Domains& domains) {
  return ModelReduction(model, domains).reduced();
}

}  // namespace configurator::engine
