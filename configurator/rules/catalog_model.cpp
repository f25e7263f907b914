// Compiles a catalog: what is forbidden is the same as in check_rules.cpp, said as clauses.
#include "configurator/rules/catalog_model.h"

#include <algorithm>
#include <cmath>

#include "configurator/catalog/number_text.h"
#include "configurator/rules/model_of_rule.h"
#include "configurator/rules/rule_text.h"

namespace configurator {
namespace {

constexpr const char* kModelBodySlot = "body";

bool isWithin(const Parameter::Range& range, double value) {
  return value >= range.min - 1e-9 && value <= range.max + 1e-9;
}

std::vector<std::string> optionIdsOf(const Catalog& catalog, const Slot& slot) {
  std::vector<std::string> ids;
  for (const Option* option : catalog.optionsOf(slot.id)) ids.push_back(option->id);
  return ids;
}

std::vector<std::string> numbersOf(const std::vector<double>& steps) {
  std::vector<std::string> texts;
  for (const double step : steps) texts.push_back(formatNumber(step));
  return texts;
}

}  // namespace

/// Adds variables and constraints of one catalog to a model.
class CatalogModelBuilder {
 public:
  CatalogModelBuilder(const Catalog& catalog, CatalogModel& into) : catalog_(catalog), into_(into) {}

  void build(const RuleFacts& facts) {
    addPlaces();
    for (const Rule& rule : catalog_.rules) {
      if (rule.severity != "error") continue;
      if (const auto under = ruleUnder(facts, rule)) addRule(*under, {});
    }
  }

  void buildForAllOrders() {
    addPlaces();
    for (const Rule& rule : catalog_.rules) {
      if (rule.severity == "error") addRuleOfAllOrders(rule);
    }
  }

 private:
  using Literals = std::vector<engine::Literal>;

  void addPlaces() {
    addVariables();
    addBodies();
    for (const Parameter& parameter : catalog_.parameters) addRanges(parameter);
  }

  void addVariables() {
    for (const Slot& slot : catalog_.slots) {
      into_.add(Place::Slot, slot.id, optionIdsOf(catalog_, slot));
      into_.place_rules_.push_back({"unknown." + slot.id, slot.name.text() + " takes only its own options",
                                    "Choices must exist in the catalog."});
    }
    for (const Parameter& parameter : catalog_.parameters) {
      const std::vector<double> steps = parameterSteps(parameter);
      into_.add(Place::Parameter, parameter.id, numbersOf(steps));
      into_.steps_[variableOf(parameter.id)] = steps;
      into_.place_rules_.push_back({"range." + parameter.id,
                                    parameter.name.text() + " comes in steps from " +
                                        boundsText(parameter, parameter.min, parameter.max),
                                    "Patterns exist for these steps only."});
    }
    for (const Zone& zone : catalog_.zones) {
      into_.add(Place::Zone, zone.id, catalog_.materialsOf(zone));
      into_.place_rules_.push_back({"accepts." + zone.id,
                                    zone.name.text() + " takes only materials that suit it",
                                    "A zone takes only materials of its categories."});
    }
  }

  int variableOf(const std::string& place) const { return into_.variables_.at(place); }

  void addClause(Literals literals, ModelRule rule) {
    into_.model_.addClause({std::move(literals)});
    into_.rules_.push_back(std::move(rule));
  }

  /// One of the term's values.
  void addTerm(const Rule::Term& term, Literals& literals) const {
    const int variable = variableOf(term.id);
    for (const std::string& value : term.values) {
      const int known = into_.valueOf(variable, value);
      if (known != kNoValue) literals.push_back({variable, known, true});
    }
  }

  void addRule(const Rule& rule, const Literals& unless) {
    const RuleConstraints constraints = constraintsOf(catalog_, into_, rule, unless);
    const ModelRule words{rule.id, rule.name.text(), rule.because.text()};
    for (const engine::Clause& clause : constraints.clauses) addClause(clause.literals, words);
    for (const engine::Table& table : constraints.tables) {
      into_.model_.addTable(table);
      into_.rules_.push_back(words);
    }
  }

  /// Each fact that the rule asks of becomes a variable of its own.
  void addRuleOfAllOrders(const Rule& rule) {
    if (rule.verb != RuleVerb::Excludes) return addForAllOrders(rule);
    for (const Rule::Term& term : rule.then) {
      Rule one = rule;
      one.then = {term};
      addForAllOrders(one);
    }
  }

  void addForAllOrders(Rule rule) {
    const auto isFact = [](const Rule::Term& term) { return !term.fact.empty(); };
    const bool forbids = rule.verb == RuleVerb::Excludes;
    Literals unless;
    RuleFacts all;
    for (const Rule::Term& term : rule.when) {
      if (isFact(term)) unless.push_back({factVariable(term, all), 0, true});
    }
    for (const Rule::Term& term : rule.then) {
      if (isFact(term)) unless.push_back({factVariable(term, all), forbids ? 0 : 1, true});
    }
    std::erase_if(rule.then, isFact);
    if (rule.then.empty() && forbids) rule.verb = RuleVerb::Needs;
    if (const auto bare = ruleUnder(all, std::move(rule))) addRule(*bare, unless);
  }

  int factVariable(const Rule::Term& term, RuleFacts& facts) {
    std::string name = term.fact;
    for (const std::string& word : term.values) {
      name += " " + word;
      facts[term.fact].insert(word);
    }
    const auto [known, is_new] = fact_variables_.emplace(name, 0);
    if (is_new) known->second = into_.model_.addBoolean(name);
    return known->second;
  }

  void addBodies() {
    for (const Option& option : catalog_.options) {
      const auto slot = into_.findVariable(option.slot);
      if (option.bodies.empty() || !slot || !into_.findVariable(kModelBodySlot)) continue;
      const Rule::Term wanted{kModelBodySlot, option.bodies};
      Literals literals{{*slot, into_.valueOf(*slot, option.id), false}};
      addTerm(wanted, literals);
      addClause(std::move(literals),
                {"made-for." + option.slot + "." + option.id,
                 choiceText(catalog_, option.slot, option.id) + " is made for " + termText(catalog_, wanted),
                 "It is sewn to parts that other body constructions do not have."});
    }
  }

  void addRanges(const Parameter& parameter) {
    const int variable = variableOf(parameter.id);
    const std::vector<double>& steps = into_.steps_.at(variable);
    for (const Parameter::Range& range : parameter.ranges) {
      for (const Slot& slot : catalog_.slots) {
        if (!range.slot.empty() && range.slot != slot.id) continue;
        if (catalog_.findOption(slot.id, range.option) == nullptr) continue;
        const int chooser = variableOf(slot.id);
        Literals literals{{chooser, into_.valueOf(chooser, range.option), false}};
        for (std::size_t step = 0; step < steps.size(); ++step) {
          if (isWithin(range, steps[step])) literals.push_back({variable, static_cast<int>(step), true});
        }
        addClause(std::move(literals),
                  {"range." + parameter.id, rangeText(catalog_, parameter, range, slot.id),
                   "Outside these bounds the parts cannot be built."});
      }
    }
  }

  const Catalog& catalog_;
  CatalogModel& into_;
  std::map<std::string, int> fact_variables_;
};

CatalogModel::CatalogModel(const Catalog& catalog, const RuleFacts& facts) {
  CatalogModelBuilder(catalog, *this).build(facts);
}

CatalogModel CatalogModel::ofAllOrders(const Catalog& catalog) {
  CatalogModel model;
  CatalogModelBuilder(catalog, model).buildForAllOrders();
  return model;
}

void CatalogModel::add(Place kind, const std::string& id, std::vector<std::string> values) {
  std::map<std::string, int, std::less<>> places;
  for (std::size_t value = 0; value < values.size(); ++value)
    places.emplace(values[value], static_cast<int>(value));
  kinds_.push_back(kind);
  values_.push_back(std::move(places));
  variables_[id] = model_.addVariable(id, std::move(values));
}

std::optional<int> CatalogModel::findVariable(std::string_view place) const {
  const auto found = variables_.find(place);
  return found == variables_.end() ? std::nullopt : std::optional(found->second);
}

int CatalogModel::valueOfNumber(int variable, double number) const {
  const std::vector<double>& steps = steps_.at(variable);
  for (std::size_t step = 0; step < steps.size(); ++step) {
    if (std::abs(steps[step] - number) < 1e-9) return static_cast<int>(step);
  }
  return kNoValue;
}

int CatalogModel::valueOf(int variable, const std::string& text) const {
  if (kinds_[variable] == Place::Parameter) {
    const auto number = parseDecimal(text);
    return number ? valueOfNumber(variable, *number) : kNoValue;
  }
  const auto found = values_[variable].find(text);
  return found == values_[variable].end() ? kNoValue : found->second;
}

engine::Design CatalogModel::designOf(const Choices& choices) const {
  engine::Design design;
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const std::string& place = model_.name(variable);
    int value = kNoValue;
    if (kinds_[variable] == Place::Parameter) {
      const auto chosen = choices.parameters.find(place);
      if (chosen != choices.parameters.end()) value = valueOfNumber(variable, chosen->second.value);
    } else {
      value = valueOf(variable, chosenIn(choices, place));
    }
    design.push_back(value);
  }
  return design;
}

Choices CatalogModel::choicesOf(const engine::Design& design, Choices choices) const {
  const engine::Design before = designOf(choices);
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const int value = design[variable];
    if (value == before[variable] || value == kNoValue) continue;
    const std::string& place = model_.name(variable);
    if (kinds_[variable] == Place::Parameter) {
      choices.parameters[place] = {steps_.at(variable)[value], By::Solved, false};
    } else {
      auto& chosen = kinds_[variable] == Place::Slot ? choices.options : choices.zones;
      chosen[place] = {model_.valueName(variable, value), By::Solved, false};
    }
  }
  return choices;
}

const CatalogModel& KeptCatalogModel::of(const Catalog& catalog, const RuleFacts& facts) {
  const RuleFacts asked = askedFacts(catalog, facts);
  const std::lock_guard lock(making_);
  std::unique_ptr<CatalogModel>& model = models_[asked];
  if (model == nullptr) model = std::make_unique<CatalogModel>(catalog, asked);
  return *model;
}

}  // namespace configurator
