// Negations go inwards, and "or" is distributed over "and".
#include "tests/models/uvl_clauses.h"

#include <algorithm>

namespace models {
namespace {

using configurator::engine::Clause;
using configurator::engine::Literal;
using Clauses = std::optional<std::vector<Clause>>;

constexpr std::size_t kMostClauses = 20'000;

class Distribution {
 public:
  explicit Distribution(const PresenceOf& literal_of) : literal_of_(literal_of) {}
  /// The clauses of the expression, or of its negation.
  Clauses of(const UvlExpression& expression, bool holds) const;

 private:
  static Clauses every(Clauses one, const Clauses& other);
  static Clauses either(const Clauses& one, const Clauses& other);
  const PresenceOf& literal_of_;
};

Clauses Distribution::every(Clauses one, const Clauses& other) {
  if (!one || !other) return std::nullopt;
  one->insert(one->end(), other->begin(), other->end());
  return one;
}

Clauses Distribution::either(const Clauses& one, const Clauses& other) {
  if (!one || !other || one->size() * other->size() > kMostClauses) return std::nullopt;
  std::vector<Clause> clauses;
  for (const Clause& left : *one) {
    for (const Clause& right : *other) {
      Clause& joined = clauses.emplace_back(left);
      for (const Literal& literal : right.literals) {
        const auto& known = joined.literals;
        if (std::find(known.begin(), known.end(), literal) == known.end()) joined.literals.push_back(literal);
      }
    }
  }
  return clauses;
}

Clauses Distribution::of(const UvlExpression& expression, bool holds) const {
  const std::vector<UvlExpression>& parts = expression.parts;
  switch (expression.kind) {
    case UvlKind::name: {
      std::optional<Literal> literal = literal_of_(expression.text);
      if (!literal) return std::nullopt;
      if (!holds) literal->equal = !literal->equal;
      return std::vector<Clause>{{{*literal}}};
    }
    case UvlKind::negation:
      return of(parts[0], !holds);
    case UvlKind::conjunction:
      return holds ? every(of(parts[0], true), of(parts[1], true))
                   : either(of(parts[0], false), of(parts[1], false));
    case UvlKind::disjunction:
      return holds ? either(of(parts[0], true), of(parts[1], true))
                   : every(of(parts[0], false), of(parts[1], false));
    case UvlKind::implication:
      return holds ? either(of(parts[0], false), of(parts[1], true))
                   : every(of(parts[0], true), of(parts[1], false));
    case UvlKind::equivalence:
      return every(either(of(parts[0], false), of(parts[1], holds)),
                   either(of(parts[0], true), of(parts[1], !holds)));
    default:
      return std::nullopt;
  }
}

}  // namespace

Clauses uvlClauses(const UvlExpression& expression, const PresenceOf& literal_of) {
  return Distribution(literal_of).of(expression, true);
}

}  // namespace models
