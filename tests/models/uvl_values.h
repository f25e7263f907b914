// What UVL expressions are worth when every feature has a value: for constraints with numbers and texts.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "configurator/rules/domain_model.h"
#include "tests/models/uvl_tree.h"

namespace models {

/// What one value of a variable stands for.
struct UvlValue {
  enum class Kind { absent, present, number, text } kind = Kind::absent;
  double number = 0;
  std::string text;
};

/// The variables of a UVL model and what their values mean. A feature with numbers takes the absence and
/// every whole number from one below to one above those it is compared with; one with texts, those it is
/// compared with. An attribute that no feature states is fixed by the equation that defines it, or else takes
/// the numbers it is compared with.
class UvlValues {
 public:
  /// Adds the variables of the features, in order, and then of such attributes.
  UvlValues(const UvlTree& tree, configurator::engine::DomainModel& model);

  /// The variable of a feature; negative when there is none of that name.
  int featureVariable(const std::string& name) const;
  /// Is it an equation that defines an attribute? Those say nothing more.
  bool isDefinition(const UvlExpression& expression) const;
  std::set<int> scopeOf(const UvlExpression& expression) const;
  bool holds(const UvlExpression& expression, const configurator::engine::Design& design) const;

 private:
  UvlValue valueOf(const UvlExpression& expression, const configurator::engine::Design& design) const;
  UvlValue namedValue(const std::string& name, const configurator::engine::Design& design) const;
  UvlValue sumOf(const std::string& attribute, const configurator::engine::Design& design) const;
  void collectConstants(const UvlExpression& expression);
  void collectNames(const UvlExpression& expression, std::set<std::string>& names) const;
  void addFeature(const UvlFeature& feature, configurator::engine::DomainModel& model);
  void addAttributes(const UvlTree& tree, configurator::engine::DomainModel& model);
  bool isStated(const std::string& name) const;

  const UvlTree& tree_;
  std::map<std::string, int> variables_;         ///< of features and free attributes
  std::vector<std::vector<UvlValue>> meanings_;  ///< by variable and value
  std::map<std::string, const UvlExpression*> definitions_;
  std::map<std::string, std::set<double>> numbers_;  ///< compared with a name
  std::map<std::string, std::set<std::string>> texts_;
};

}  // namespace models
