// Expressions of the Universal Variability Language: features, attributes, numbers, texts and their
// operators.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace models {

/// `name` is a feature, `feature.attribute`, or the argument of a function.
enum class UvlKind {
  name,
  number,
  text,
  negation,
  conjunction,
  disjunction,
  implication,
  equivalence,
  comparison,
  arithmetic,
  function
};

struct UvlExpression {
  UvlKind kind = UvlKind::name;
  std::string text;  ///< the name, the text, the operator or the function
  double number = 0;
  std::vector<UvlExpression> parts;
};

/// Words of one line: names (quotes taken off, `"a b".c` in one), numbers, texts in single quotes, signs.
struct UvlWord {
  enum class Kind { name, number, text, sign, end } kind = Kind::end;
  std::string text;
};
std::vector<UvlWord> uvlWords(std::string_view line);

/// Throws std::runtime_error with what is wrong, without file and line.
UvlExpression parseUvlExpression(const std::vector<UvlWord>& words, std::size_t& at);

}  // namespace models
