// Walks the syntax tree of a formula: its value, its units, its names.
#include "configurator/catalog/expression.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/expression_node.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"

namespace configurator {

namespace {

using Node = Expression::Node;

// Values come from decimal steps; two that differ only by binary rounding count as equal.
bool isSame(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

double applyOperator(NodeKind kind, double a, double b) {
  switch (kind) {
    case NodeKind::Add:
      return a + b;
    case NodeKind::Subtract:
      return a - b;
    case NodeKind::Multiply:
      return a * b;
    case NodeKind::Divide:
      return a / b;
    case NodeKind::Min:
      return std::min(a, b);
    case NodeKind::Max:
      return std::max(a, b);
    case NodeKind::Equal:
      return isSame(a, b);
    case NodeKind::Unequal:
      return !isSame(a, b);
    case NodeKind::Less:
      return a < b && !isSame(a, b);
    case NodeKind::LessEqual:
      return a < b || isSame(a, b);
    case NodeKind::Greater:
      return a > b && !isSame(a, b);
    case NodeKind::GreaterEqual:
      return a > b || isSame(a, b);
    case NodeKind::And:
      return a != 0 && b != 0;
    case NodeKind::Or:
      return a != 0 || b != 0;
    default:
      break;
  }
  require(false, "applyOperator: not an operator");
  return 0;
}

Result<double> valueOf(const Node& node, const Expression::Lookup& lookup) {
  if (node.kind == NodeKind::Number) return node.value;
  if (node.kind == NodeKind::Name) {
    const auto value = lookup(node.name);
    if (!value) return failure("unknown name \"" + node.name + "\"");
    return *value;
  }
  if (node.kind == NodeKind::When) {  // only the branch that counts, so that the other may divide by zero
    const auto condition = valueOf(*node.children[1], lookup);
    if (!condition) return condition;
    return valueOf(*node.children[*condition != 0 ? 0 : 2], lookup);
  }
  Result<double> total = valueOf(*node.children[0], lookup);
  if (!total) return total;
  if (node.kind == NodeKind::Negate) return -*total;
  if (node.kind == NodeKind::Round) return std::round(*total);
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    const auto next = valueOf(*node.children[i], lookup);
    if (!next) return next;
    total = applyOperator(node.kind, *total, *next);
  }
  return total;
}

/// Exponents of mm, l and kg. A written 0 suits every unit.
struct Units {
  int length = 0, volume = 0, mass = 0;
  bool any = false;
};

bool agree(const Units& a, const Units& b) {
  return a.any || b.any || (a.length == b.length && a.volume == b.volume && a.mass == b.mass);
}

Units unitsOf(Dimension dimension) {
  return Units{dimension == Dimension::Length, dimension == Dimension::Volume, dimension == Dimension::Mass,
               false};
}

std::string unitsName(const Units& units) {
  std::string text;
  const auto add = [&text](const char* symbol, int exponent) {
    if (exponent == 0) return;
    if (!text.empty()) text += "·";
    text += symbol;
    if (exponent != 1) text += "^" + formatNumber(exponent);
  };
  add("mm", units.length);
  add("l", units.volume);
  add("kg", units.mass);
  return text.empty() ? "a plain number" : text;
}

Result<Units> unitsOf(const Node& node, const Expression::DimensionOf& dimension_of);

Result<std::vector<Units>> unitsOfChildren(const Node& node, const Expression::DimensionOf& dimension_of) {
  std::vector<Units> units;
  for (const auto& child : node.children) {
    const auto here = unitsOf(*child, dimension_of);
    if (!here) return tl::unexpected(here.error());
    units.push_back(*here);
  }
  return units;
}

Result<Units> unitsOfMixture(const Node& node, const std::vector<Units>& parts) {
  Units units = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (node.kind == NodeKind::When && i == 1) continue;  // the condition
    if (!agree(units, parts[i])) {
      return failure("mixes " + unitsName(units) + " and " + unitsName(parts[i]));
    }
    if (units.any) units = parts[i];
  }
  return isCondition(node.kind) ? Units{} : units;
}

Result<Units> unitsOf(const Node& node, const Expression::DimensionOf& dimension_of) {
  if (node.kind == NodeKind::Number) {
    Units units = unitsOf(node.unit.value_or(Dimension::Number));
    units.any = node.value == 0 && !node.unit;
    return units;
  }
  if (node.kind == NodeKind::Name) {
    const auto dimension = dimension_of(node.name);
    if (!dimension) return failure("unknown name \"" + node.name + "\"");
    return unitsOf(*dimension);
  }
  const auto parts = unitsOfChildren(node, dimension_of);
  if (!parts) return tl::unexpected(parts.error());
  if (node.kind == NodeKind::Multiply || node.kind == NodeKind::Divide) {
    const int sign = node.kind == NodeKind::Multiply ? 1 : -1;
    const Units &a = (*parts)[0], &b = (*parts)[1];
    return Units{a.length + sign * b.length, a.volume + sign * b.volume, a.mass + sign * b.mass, a.any};
  }
  return unitsOfMixture(node, *parts);
}

void collectNames(const Node& node, std::set<std::string>& names) {
  if (node.kind == NodeKind::Name) names.insert(node.name);
  for (const auto& child : node.children) collectNames(*child, names);
}

}  // namespace

std::string_view dimensionName(Dimension dimension) {
  switch (dimension) {
    case Dimension::Number:
      return "number";
    case Dimension::Length:
      return "length";
    case Dimension::Volume:
      return "volume";
    case Dimension::Mass:
      return "mass";
  }
  return "number";
}

Result<Expression> Expression::parse(std::string_view text) {
  return made(text, parseFormula(text));
}

Result<Expression> Expression::parseTest(std::string_view text) {
  return made(text, parseCondition(text));
}

Result<Expression> Expression::made(std::string_view text, Result<std::shared_ptr<const Node>> root) {
  if (!root) return tl::unexpected(root.error());
  Expression expression;
  expression.text_ = std::string(text);
  expression.root_ = std::move(*root);
  return expression;
}

Expression Expression::constant(double value) {
  Node node;
  node.value = value;
  Expression expression;
  expression.text_ = formatNumber(value);
  expression.root_ = std::make_shared<const Node>(std::move(node));
  return expression;
}

Result<double> Expression::evaluate(const Lookup& lookup) const {
  require(root_ != nullptr, "Expression::evaluate: an empty expression");
  auto value = valueOf(*root_, lookup);
  if (!value) return failure("formula \"" + text_ + "\": " + value.error().message);
  if (!std::isfinite(*value)) return failure("formula \"" + text_ + "\" has no finite value");
  return value;
}

Result<Dimension> Expression::checkUnits(const DimensionOf& dimension_of) const {
  require(root_ != nullptr, "Expression::checkUnits: an empty expression");
  const auto units = unitsOf(*root_, dimension_of);
  if (!units) return failure("formula \"" + text_ + "\": " + units.error().message);
  if (units->any) return Dimension::Number;
  for (Dimension dimension : {Dimension::Number, Dimension::Length, Dimension::Volume, Dimension::Mass}) {
    if (agree(*units, unitsOf(dimension))) return dimension;
  }
  return failure("formula \"" + text_ + "\" gives " + unitsName(*units) +
                 ", which is neither a number, a length, a volume nor a mass");
}

std::set<std::string> Expression::names() const {
  std::set<std::string> names;
  if (root_) collectNames(*root_, names);
  return names;
}

std::optional<double> Expression::bareNumber() const {
  if (!root_) return std::nullopt;
  const Node* node = root_.get();
  double sign = 1;
  while (node->kind == NodeKind::Negate) {
    sign = -sign;
    node = node->children[0].get();
  }
  if (node->kind != NodeKind::Number || node->unit) return std::nullopt;
  return sign * node->value;
}

}  // namespace configurator
