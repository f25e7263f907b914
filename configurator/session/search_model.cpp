#include "configurator/session/search_model.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "configurator/catalog/choice_hold.h"
#include "configurator/catalog/number_text.h"
#include "configurator/catalog/require.h"
#include "configurator/pack/given_numbers.h"
#include "configurator/rules/check_rules.h"
#include "configurator/rules/component_count.h"
#include "configurator/rules/model_of_rule.h"
#include "configurator/rules/reduced_model.h"
#include "configurator/rules/rule_text.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

constexpr std::int64_t kWholeChange = 1000;  // of effort; a step of a number is 1
/// Nodes end it, the same on every machine; the clock only where one is hopelessly slow.
constexpr engine::DiagramLimits kLimits{200'000, 60.0, 3};
constexpr const char* kSearchBody = "body";

bool isDimension(const std::string& place) {
  return std::find(std::begin(kDimensions), std::end(kDimensions), place) != std::end(kDimensions);
}

}  // namespace

SearchModel::SearchModel(const Workshop& workshop, const Design& design, const SearchScope& scope)
    : workshop_(&workshop),
      design_(&design),
      rules_(&rulesOf(workshop, design)),
      model_(rules_->model()),
      present_(rules_->designOf(design.choices)),
      scope_(scope) {
  body_ = rules_->findVariable(kSearchBody).value_or(-1);
  require(body_ >= 0, "the catalog has a slot for the body");
  fixChoices();
  if (scope.least_litres) addLeastLitres(*scope.least_litres);
  if (scope.no_new_warnings) addKeptWarnings();
  weighEffort();
  compile();
}

bool SearchModel::stays(int variable) const {
  const PlaceHold hold = holdOf(design_->choices, model_.name(variable));
  const bool is_shape = variable == body_ || rules_->kindOf(variable) == Place::Parameter;
  return hold.pinned || (scope_.own_stays && hold.by == By::User) || (scope_.shape_stays && is_shape);
}

void SearchModel::compile() {
  engine_.reset();
  std::vector<engine::Choice> settled = fixed_;
  if (focus_ && !is_fixed_[body_]) settled.push_back({body_, *focus_});
  left_ = engine::reducedModel(model_, engine().domains(settled));
  diagram_ = engine::Diagram::compile(left_, kLimits);
  compilePairs();
}

void SearchModel::focusOn(int body) {
  if (focus_ == body) return;
  focus_ = body;
  compile();
}

engine::SearchEngine& SearchModel::engine() {
  if (!engine_) engine_.emplace(model_);
  return *engine_;
}

void SearchModel::fixChoices() {
  is_fixed_.assign(model_.variableCount(), false);
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const std::string& place = model_.name(variable);
    if (!stays(variable)) continue;
    is_fixed_[variable] = true;
    if (present_[variable] == kNoValue) {
      unfit_.push_back({place, presentText(design_->choices, place)});
    } else {
      fixed_.push_back({variable, present_[variable], true, 0});
    }
  }
}

bool SearchModel::followsDimensions() const {
  return isCapacityAuto(design_->choices) &&
         std::any_of(std::begin(kDimensions), std::end(kDimensions),
                     [&](const char* id) { return isGiven(design_->choices, id); });
}

bool SearchModel::isSolved(int variable) const {
  const std::string& place = model_.name(variable);
  if (place == kCapacity) return followsDimensions();
  return isDimension(place) && !is_fixed_[variable];
}

/// Litres that follow from dimensions are judged when they are built.
void SearchModel::addLeastLitres(double litres) {
  const auto capacity = rules_->findVariable(kCapacity);
  if (!capacity || isSolved(*capacity)) return;
  engine::Table enough{{*capacity}, {}, true};
  for (int value = 0; value < model_.valueCount(*capacity); ++value) {
    if (rules_->numberOf(*capacity, value) >= litres - 1e-9) enough.rows.push_back({value});
  }
  wishes_[model_.addTable(std::move(enough))] = {"min-capacity",
                                                 "You want " + formatNumber(litres) + " l or more",
                                                 "--min-capacity is a bound of this search"};
}

void SearchModel::addKeptWarnings() {
  const Catalog& catalog = workshop_->catalog;
  const RuleFacts facts = factsOf(catalog, *design_);
  const std::vector<Violation> broken = checkRules(catalog, design_->choices, facts);
  for (const Rule& rule : catalog.rules) {
    const bool warns_already =
        std::any_of(broken.begin(), broken.end(), [&](const Violation& one) { return one.rule == rule.id; });
    const auto under = rule.severity == "warning" && !warns_already ? ruleUnder(facts, rule) : std::nullopt;
    if (!under) continue;
    const RuleConstraints constraints = constraintsOf(catalog, *rules_, *under);
    const ModelRule words{rule.id, rule.name.text(), rule.because.text()};
    for (const engine::Clause& clause : constraints.clauses) wishes_[model_.addClause(clause)] = words;
    for (const engine::Table& table : constraints.tables) wishes_[model_.addTable(table)] = words;
  }
}

void SearchModel::weighEffort() {
  effort_.assign(model_.totalValues(), 0);
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    const bool is_number = rules_->kindOf(variable) == Place::Parameter;
    const auto number = design_->choices.parameters.find(model_.name(variable));
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      std::int64_t& effort = effort_[model_.firstValue(variable) + value];
      if (value != present_[variable] && !isSolved(variable)) effort = kWholeChange;
      if (!is_number || number == design_->choices.parameters.end()) continue;
      const double distance = std::abs(rules_->numberOf(variable, value) - number->second.value);
      effort += static_cast<std::int64_t>(std::ceil(distance));
    }
  }
}

std::vector<PlaceValue> SearchModel::fixedValues() const {
  std::vector<PlaceValue> values = unfit_;
  for (const engine::Choice& choice : fixed_)
    values.push_back({model_.name(choice.variable), model_.valueName(choice.variable, choice.value)});
  return values;
}

/// The fixed values and the effort, weights for every pair.
void SearchModel::complete(engine::FinderProblem& problem) const {
  problem.choices.insert(problem.choices.end(), fixed_.begin(), fixed_.end());
  problem.effort = effort_;
  const auto values = static_cast<std::size_t>(paired_.totalValues());
  problem.effort.resize(values, 0);
  problem.objective.resize(values, 0);
  for (engine::SumCap& cap : problem.caps) cap.weights.resize(values, 0);
}

engine::FinderAnswer SearchModel::find(engine::FinderProblem problem, const engine::FinderLimits& limits) {
  if (!unfit_.empty()) return {true, std::nullopt, {}, 0};
  complete(problem);
  engine::Finder finder(paired_, paired_diagram_ ? &*paired_diagram_ : nullptr);
  engine::FinderAnswer answer = finder.best(problem, limits);
  for (engine::FoundDesign& found : answer.designs) found.design.resize(model_.variableCount());
  return answer;
}

engine::FinderFront SearchModel::findFront(engine::FinderProblem problem, engine::ValueCosts second, int most,
                                           const engine::FinderLimits& limits) {
  if (!unfit_.empty()) return {true, true, {}, 0};
  complete(problem);
  second.resize(paired_.totalValues(), 0);
  engine::Finder finder(paired_, paired_diagram_ ? &*paired_diagram_ : nullptr);
  engine::FinderFront front = finder.front(problem, second, most, limits);
  for (engine::FoundDesign& found : front.designs) found.design.resize(model_.variableCount());
  return front;
}

void SearchModel::usePairs(std::vector<ValuePair> pairs) {
  if (pairs.size() == pairs_.size() && pairs.empty()) return;
  pairs_ = std::move(pairs);
  compilePairs();
}

/// The variable of a pair is "yes" where both values are there, and else "no".
void SearchModel::compilePairs() {
  paired_ = left_;
  if (pairs_.empty()) {
    paired_diagram_ = diagram_;
    return;
  }
  for (const ValuePair& pair : pairs_) {
    const engine::Literal one{pair.one.variable, pair.one.value, true};
    const engine::Literal other{pair.other.variable, pair.other.value, true};
    const int both = paired_.addBoolean("pair-" + std::to_string(paired_.variableCount()));
    paired_.addClause({{{both, 0, true}, one}});
    paired_.addClause({{{both, 0, true}, other}});
    paired_.addClause(
        {{{both, 1, true}, {one.variable, one.value, false}, {other.variable, other.value, false}}});
  }
  paired_diagram_ = engine::Diagram::compile(paired_, kLimits);
}

engine::Domains SearchModel::domains(const std::vector<engine::Choice>& choices) {
  std::vector<engine::Choice> all = fixed_;
  all.insert(all.end(), choices.begin(), choices.end());
  engine::Domains domains = diagram_ ? diagram_->domains(all) : engine().domains(all);
  domains.consistent = domains.consistent && unfit_.empty();
  return domains;
}

std::optional<engine::Design> SearchModel::nearest(const std::vector<engine::Choice>& choices,
                                                   const std::optional<engine::Design>& other) {
  engine::FinderProblem problem;
  problem.choices = choices;
  problem.objective = effort_;
  for (int variable = 0; other && variable < model_.variableCount(); ++variable) {
    for (int value = 0; value < model_.valueCount(variable); ++value) {
      const int away = std::abs(value - (*other)[variable]);
      const bool is_number = rules_->kindOf(variable) == Place::Parameter;
      problem.objective[model_.firstValue(variable) + value] =
          (away > 0 ? kWholeChange : 0) + (is_number ? away : 0);
    }
  }
  const engine::FinderAnswer answer = find(std::move(problem), {});
  if (answer.designs.empty()) return std::nullopt;
  return answer.designs.front().design;
}

DesignCount SearchModel::count() const {
  if (!unfit_.empty()) return {};
  if (diagram_) return {diagram_->count(fixed_), true};
  constexpr std::int64_t kMostWork = 2'000'000;
  if (auto counted = engine::ComponentCount(model_).count(fixed_, kMostWork)) return {*counted, true};
  engine::SearchEngine engine(model_);
  const engine::Domains domains = engine.domains(fixed_);
  DesignCount bound{1, false};
  for (int variable = 0; variable < model_.variableCount(); ++variable) {
    std::uint64_t left = 0;
    for (int value = 0; value < model_.valueCount(variable); ++value)
      left += domains.states[model_.firstValue(variable) + value] != engine::ValueState::blocked ? 1 : 0;
    bound.number = bound.number * engine::BigCount(left);
  }
  return bound;
}

std::optional<double> SearchModel::mostLitres() {
  const auto capacity = rules_->findVariable(kCapacity);
  if (!capacity || isSolved(*capacity)) return std::nullopt;
  const engine::Domains left = domains({});
  std::optional<double> most;
  for (int value = 0; left.consistent && value < model_.valueCount(*capacity); ++value) {
    if (left.states[model_.firstValue(*capacity) + value] == engine::ValueState::blocked) continue;
    const double litres = rules_->numberOf(*capacity, value);
    most = std::max(most.value_or(litres), litres);
  }
  return most;
}

/// Neither a hard rule nor a wish: `forbid` made it.
bool SearchModel::isForbidden(int constraint) const {
  return constraint >= rules_->model().constraintCount() && !wishes_.contains(constraint);
}

std::vector<Reason> SearchModel::contradictions(int limit) {
  std::vector<Reason> reasons;
  for (const PlaceValue& own : unfit_)
    reasons.push_back({{own}, {rules_->ruleOfPlace(*rules_->findVariable(own.place))}});
  const engine::Explanations found = engine().explainAll(fixed_, std::nullopt, limit);
  for (const engine::Explanation& explanation : found.found) {
    // What geometry refuses is no rule; its findings say it better.
    const bool is_geometry = std::any_of(explanation.constraints.begin(), explanation.constraints.end(),
                                         [&](int constraint) { return isForbidden(constraint); });
    if (is_geometry) continue;
    Reason reason;
    for (const engine::Choice& choice : explanation.choices)
      reason.choices.push_back(
          {model_.name(choice.variable), model_.valueName(choice.variable, choice.value)});
    for (const int constraint : explanation.constraints) {
      const auto wish = wishes_.find(constraint);
      const ModelRule& rule = wish == wishes_.end() ? rules_->rule(constraint) : wish->second;
      if (std::find(reason.rules.begin(), reason.rules.end(), rule) == reason.rules.end())
        reason.rules.push_back(rule);
    }
    reasons.push_back(std::move(reason));
  }
  return reasons;
}

Choices SearchModel::choicesOf(const engine::Design& values) const {
  Choices choices = rules_->choicesOf(values, design_->choices);
  const auto capacity = choices.parameters.find(kCapacity);
  if (followsDimensions()) return withSolvedCapacity(workshop_->catalog, std::move(choices));
  // A number that was searched for is a label; "solved" would have it solved again.
  if (capacity != choices.parameters.end() && capacity->second.by == By::Solved)
    capacity->second.by = By::Template;
  return choices;
}

void SearchModel::forbid(const std::vector<engine::Choice>& together) {
  engine::Clause clause;
  for (const engine::Choice& choice : together)
    clause.literals.push_back({choice.variable, choice.value, false});
  model_.addClause(std::move(clause));
  compile();
}

}  // namespace configurator
