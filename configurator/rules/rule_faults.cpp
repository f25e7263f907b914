// Asks the engine about the rules themselves.
#include "configurator/rules/rule_faults.h"

#include <algorithm>

#include "configurator/catalog/in_quotes.h"
#include "configurator/rules/catalog_model.h"
#include "configurator/rules/model_of_rule.h"
#include "configurator/rules/search_engine.h"

namespace configurator {
namespace {

using engine::ValueState;

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

class FaultSearch {
 public:
  FaultSearch(const Catalog& catalog, Problems& problems)
      : catalog_(catalog), problems_(problems), model_(CatalogModel::ofAllOrders(catalog)) {}

  void search() {
    findLargeRules();
    engine::DomainModel watched = model_.model();
    for (const Rule& rule : catalog_.rules) addWatch(rule, watched);
    engine::SearchEngine solver(std::move(watched));
    const engine::Domains domains = solver.domains({});
    if (!domains.consistent) return tellContradiction(solver);
    for (int variable = 0; variable < placeCount(); ++variable) tellDead(solver, domains, variable);
    for (const Watch& watch : watches_) {
      const int yes = solver.model().firstValue(watch.variable) + 1;
      if (domains.states[yes] == ValueState::blocked) tellSilent(*watch.rule);
    }
  }

 private:
  struct Watch {
    const Rule* rule;
    int variable;  ///< "yes" only where the rule speaks
  };

  int placeCount() const {
    return static_cast<int>(catalog_.slots.size() + catalog_.parameters.size() + catalog_.zones.size());
  }

  void findLargeRules() {
    for (const Rule& rule : catalog_.rules) {
      if (const auto bare = bareRule(rule); bare && constraintsOf(catalog_, model_, *bare).too_many)
        problems_.add(rule.at, "rule " + inQuotes(rule.id) +
                                   ": speaks of more combinations than can be kept; "
                                   "split it");
    }
  }

  /// The rule without what it asks of the order.
  static std::optional<Rule> bareRule(Rule rule) {
    const auto isFact = [](const Rule::Term& term) { return !term.fact.empty(); };
    std::erase_if(rule.when, isFact);
    std::erase_if(rule.then, isFact);
    return rule;
  }

  /// "yes" needs every `when` to hold, and of a warning every `then` not to.
  void addWatch(const Rule& rule, engine::DomainModel& watched) {
    const int variable = watched.addBoolean("speaks " + rule.id);
    const bool is_soft = rule.severity != "error";
    const auto need = [&](const Rule::Term& term, bool holding) {
      if (!term.fact.empty()) return;
      Rule one;
      one.verb = holding ? RuleVerb::Needs : RuleVerb::Excludes;
      one.absent_is_zero = rule.absent_is_zero;
      one.then = {term};
      addNeed(one, variable, watched);
    };
    for (const Rule::Term& term : rule.when) need(term, true);
    for (const Rule::Term& term : rule.then) {
      if (is_soft && rule.verb != RuleVerb::Excludes) need(term, false);
    }
    if (is_soft && rule.verb == RuleVerb::Excludes && rule.then.size() == 1) need(rule.then.front(), true);
    watches_.push_back({&rule, variable});
  }

  void addNeed(const Rule& rule, int variable, engine::DomainModel& watched) const {
    const std::vector<engine::Literal> unless{{variable, 0, true}};
    const RuleConstraints constraints = constraintsOf(catalog_, model_, rule, unless);
    for (const engine::Clause& clause : constraints.clauses) watched.addClause(clause);
  }

  /// The named rules of an explanation; what ranges and bodies say is named by their id.
  std::string causes(const engine::Explanation& explanation) const {
    std::vector<std::string> ids;
    for (const int constraint : explanation.constraints) {
      if (constraint >= model_.model().constraintCount()) continue;
      const std::string& id = model_.rule(constraint).id;
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    return listed(ids);
  }

  void tellContradiction(engine::SearchEngine& solver) {
    const auto why = solver.explain({});
    problems_.add(catalog_.rules.empty() ? FileLine{"catalog", 0} : catalog_.rules.front().at,
                  "no design keeps all rules" + (why ? ": " + causes(*why) + " contradict each other" : ""));
  }

  void tellDead(engine::SearchEngine& solver, const engine::Domains& domains, int variable) {
    const engine::DomainModel& model = model_.model();
    for (int value = 0; value < model.valueCount(variable); ++value) {
      if (domains.states[model.firstValue(variable) + value] != ValueState::blocked) continue;
      const auto why = solver.explain({}, engine::Literal{variable, value, true});
      problems_.add(placeOf(variable, value),
                    inQuotes(model.name(variable) + "=" + model.valueName(variable, value)) +
                        " can never be chosen" + (why ? ": " + causes(*why) : ""));
    }
  }

  FileLine placeOf(int variable, int value) const {
    const std::string& place = model_.model().name(variable);
    if (const Option* option = catalog_.findOption(place, model_.model().valueName(variable, value)))
      return option->at;
    if (const Parameter* parameter = catalog_.findParameter(place)) return parameter->at;
    const Zone* zone = catalog_.findZone(place);
    return zone == nullptr ? FileLine{"catalog", 0} : zone->at;
  }

  void tellSilent(const Rule& rule) {
    problems_.add(rule.at, "rule " + inQuotes(rule.id) +
                               (rule.severity == "error" ? ": never speaks; no design has what it asks for"
                                                         : ": no design can break it"));
  }

  const Catalog& catalog_;
  Problems& problems_;
  CatalogModel model_;
  std::vector<Watch> watches_;
};

}  // namespace

void findRuleFaults(const Catalog& catalog, Problems& problems) {
  FaultSearch(catalog, problems).search();
}

}  // namespace configurator
