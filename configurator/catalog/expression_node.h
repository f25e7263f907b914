// The syntax tree of a catalog formula, made by the parser, walked by expression.cpp. Not for other files.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "configurator/catalog/expression.h"

namespace configurator {

enum class NodeKind {
  Number,
  Name,
  Negate,
  Add,
  Subtract,
  Multiply,
  Divide,
  Min,
  Max,
  Round,
  When,  // children: value, condition, other value
  Equal,
  Unequal,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  And,
  Or
};

/// True for what answers yes or no; the parser keeps such nodes out of arithmetic.
bool isCondition(NodeKind kind);

struct Expression::Node {
  NodeKind kind = NodeKind::Number;
  double value = 0;               ///< of a number, in mm, l, kg
  std::optional<Dimension> unit;  ///< of a number that was written with one
  std::string name;
  std::vector<std::shared_ptr<const Node>> children;
};

/// The tree of a whole text. The message names the text and the character (counted from 1).
Result<std::shared_ptr<const Expression::Node>> parseFormula(std::string_view text);
/// The same for a text that answers yes or no.
Result<std::shared_ptr<const Expression::Node>> parseCondition(std::string_view text);

}  // namespace configurator
