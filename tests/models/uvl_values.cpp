// Variables with numbers and texts, and the worth of expressions over them.
#include "tests/models/uvl_values.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace models {
namespace {

using configurator::engine::Design;
using configurator::engine::DomainModel;
using Kind = UvlValue::Kind;

UvlValue truth(bool holds) {
  return {holds ? Kind::present : Kind::absent, 0, {}};
}
UvlValue numberValue(double number) {
  return {Kind::number, number, {}};
}

/// `feature.attribute` at its last dot.
std::pair<std::string, std::string> splitName(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return {name, {}};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

bool compared(const UvlValue& one, const std::string& sign, const UvlValue& other) {
  if (one.kind != other.kind || one.kind == Kind::absent) return false;
  // Prices such as 0.1 * 3 are not exact.
  const double difference = one.kind == Kind::text ? one.text.compare(other.text) : one.number - other.number;
  const bool equal = std::abs(difference) < 1e-9;
  if (sign == "==") return equal;
  if (sign == "!=") return !equal;
  if (sign == "<") return !equal && difference < 0;
  if (sign == ">") return !equal && difference > 0;
  return equal || (sign == "<=" ? difference < 0 : difference > 0);
}

double calculated(double one, const std::string& sign, double other) {
  if (sign == "+") return one + other;
  if (sign == "-") return one - other;
  return sign == "*" ? one * other : one / other;
}

}  // namespace

UvlValues::UvlValues(const UvlTree& tree, DomainModel& model) : tree_(tree) {
  for (const UvlExpression& constraint : tree.constraints) collectConstants(constraint);
  for (const UvlFeature& feature : tree.features) addFeature(feature, model);
  for (const UvlExpression& constraint : tree.constraints) {
    if (constraint.kind != UvlKind::comparison || constraint.text != "==") continue;
    const UvlExpression& left = constraint.parts[0];
    const bool is_attribute =
        left.kind == UvlKind::name && featureVariable(left.text) < 0 && !isStated(left.text);
    if (is_attribute && featureVariable(splitName(left.text).first) >= 0)
      definitions_[left.text] = &constraint.parts[1];
  }
  addAttributes(tree, model);
}

void UvlValues::collectConstants(const UvlExpression& expression) {
  for (const UvlExpression& part : expression.parts) collectConstants(part);
  if (expression.kind != UvlKind::comparison) return;
  for (int side = 0; side < 2; ++side) {
    const UvlExpression& name = expression.parts[side];
    const UvlExpression& constant = expression.parts[1 - side];
    if (name.kind != UvlKind::name) continue;
    if (constant.kind == UvlKind::number) numbers_[name.text].insert(constant.number);
    if (constant.kind == UvlKind::text) texts_[name.text].insert(constant.text);
  }
}

void UvlValues::addFeature(const UvlFeature& feature, DomainModel& model) {
  std::vector<UvlValue>& meanings = meanings_.emplace_back(1);
  std::vector<std::string> names = {"absent"};
  if (feature.type == "Integer" && !numbers_[feature.name].empty()) {
    const std::set<double>& numbers = numbers_[feature.name];
    const long low = std::lround(*numbers.begin()) - 1, high = std::lround(*numbers.rbegin()) + 1;
    if (high - low > 10'000) throw std::runtime_error(feature.name + " may have too many numbers");
    for (long number = low; number <= high; ++number) {
      meanings.push_back(numberValue(static_cast<double>(number)));
      names.push_back(std::to_string(number));
    }
  } else if (feature.type == "String" && !texts_[feature.name].empty()) {
    for (const std::string& text : texts_[feature.name]) {
      meanings.push_back({Kind::text, 0, text});
      names.push_back(text);
    }
  } else {
    meanings.push_back(truth(true));
    names.emplace_back("present");
  }
  variables_[feature.name] = model.addVariable(feature.name, std::move(names));
}

bool UvlValues::isStated(const std::string& name) const {
  const auto [feature, attribute] = splitName(name);
  const auto variable = variables_.find(feature);
  return variable != variables_.end() && tree_.features[variable->second].attributes.contains(attribute);
}

/// Attributes that are compared with numbers but neither stated nor defined: absent with their feature.
void UvlValues::addAttributes(const UvlTree& tree, DomainModel& model) {
  std::set<std::string> names;
  for (const UvlExpression& constraint : tree.constraints) collectNames(constraint, names);
  for (const std::string& name : names) {
    if (featureVariable(name) >= 0 || isStated(name) || definitions_.contains(name) || numbers_[name].empty())
      continue;
    const int feature = featureVariable(splitName(name).first);
    if (feature < 0) continue;
    std::vector<UvlValue>& meanings = meanings_.emplace_back(1);
    std::vector<std::string> values = {"absent"};
    for (const double number : numbers_[name]) {
      meanings.push_back(numberValue(number));
      values.push_back(std::to_string(number));
    }
    const int attribute = model.addVariable(name, std::move(values));
    variables_[name] = attribute;
    model.addClause({{{feature, 0, true}, {attribute, 0, false}}});
    model.addClause({{{feature, 0, false}, {attribute, 0, true}}});
  }
}

int UvlValues::featureVariable(const std::string& name) const {
  const auto variable = variables_.find(name);
  return variable == variables_.end() ? -1 : variable->second;
}

bool UvlValues::isDefinition(const UvlExpression& expression) const {
  if (expression.kind != UvlKind::comparison || expression.parts[0].kind != UvlKind::name) return false;
  const auto definition = definitions_.find(expression.parts[0].text);
  return definition != definitions_.end() && definition->second == &expression.parts[1];
}

void UvlValues::collectNames(const UvlExpression& expression, std::set<std::string>& names) const {
  for (const UvlExpression& part : expression.parts) {
    if (expression.kind != UvlKind::function || expression.text == "len") collectNames(part, names);
  }
  if (expression.kind == UvlKind::name) names.insert(expression.text);
  if (expression.kind != UvlKind::function || expression.parts.empty()) return;
  // An aggregate speaks of every feature that states the attribute.
  for (const UvlFeature& feature : tree_.features) {
    if (feature.attributes.contains(expression.parts[0].text)) names.insert(feature.name);
  }
  for (const auto& [name, variable] : variables_) {
    if (splitName(name).second == expression.parts[0].text) names.insert(name);
  }
}

std::set<int> UvlValues::scopeOf(const UvlExpression& expression) const {
  std::set<std::string> names;
  collectNames(expression, names);
  std::set<int> scope;
  for (const std::string& name : names) {
    const int variable = featureVariable(name), feature = featureVariable(splitName(name).first);
    if (variable < 0 && feature < 0) throw std::runtime_error("unknown name " + name);
    scope.insert(variable >= 0 ? variable : feature);
    const auto definition = definitions_.find(name);
    if (definition == definitions_.end()) continue;
    scope.merge(scopeOf(*definition->second));
  }
  return scope;
}

UvlValue UvlValues::namedValue(const std::string& name, const Design& design) const {
  const int variable = featureVariable(name);
  if (variable >= 0) return meanings_[variable][design[variable]];
  const auto [feature, attribute] = splitName(name);
  const int owner = featureVariable(feature);
  if (owner < 0 || design[owner] == 0) return {};
  const auto definition = definitions_.find(name);
  if (definition != definitions_.end()) return valueOf(*definition->second, design);
  const auto& stated = tree_.features[owner].attributes;
  const auto number = stated.find(attribute);
  return number == stated.end() ? UvlValue{} : numberValue(number->second);
}

UvlValue UvlValues::sumOf(const std::string& attribute, const Design& design) const {
  double sum = 0;
  for (const UvlFeature& feature : tree_.features) {
    const UvlValue value = namedValue(feature.name + "." + attribute, design);
    if (value.kind == Kind::number) sum += value.number;
  }
  return numberValue(sum);
}

UvlValue UvlValues::valueOf(const UvlExpression& expression, const Design& design) const {
  const auto part = [&](int number) { return valueOf(expression.parts[number], design); };
  switch (expression.kind) {
    case UvlKind::name:
      return namedValue(expression.text, design);
    case UvlKind::number:
      return numberValue(expression.number);
    case UvlKind::text:
      return {Kind::text, 0, expression.text};
    case UvlKind::comparison:
      return truth(compared(part(0), expression.text, part(1)));
    case UvlKind::arithmetic: {
      const UvlValue one = part(0), other = part(1);
      if (one.kind != Kind::number || other.kind != Kind::number) return {};
      return numberValue(calculated(one.number, expression.text, other.number));
    }
    case UvlKind::function:
      if (expression.text == "sum") return sumOf(expression.parts[0].text, design);
      if (expression.text == "len") return numberValue(static_cast<double>(part(0).text.size()));
      throw std::runtime_error("unknown function " + expression.text);
    default:
      return truth(holds(expression, design));
  }
}

bool UvlValues::holds(const UvlExpression& expression, const Design& design) const {
  const auto part = [&](int number) { return holds(expression.parts[number], design); };
  switch (expression.kind) {
    case UvlKind::negation:
      return !part(0);
    case UvlKind::conjunction:
      return part(0) && part(1);
    case UvlKind::disjunction:
      return part(0) || part(1);
    case UvlKind::implication:
      return !part(0) || part(1);
    case UvlKind::equivalence:
      return part(0) == part(1);
    default:
      return valueOf(expression, design).kind != Kind::absent;
  }
}

}  // namespace models
