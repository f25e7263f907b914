// Asks the engine about the rules themselves.
#include "configurator/rules/rule_faults.h"

#include <algorithm>
#include <map>

#include "configurator/catalog/in_quotes.h"
#include "configurator/rules/catalog_model.h"
#include "configurator/rules/model_of_rule.h"
#include "configurator/rules/search_engine.h"

namespace configurator {
namespace {

using engine::ValueState;

constexpr std::size_t kMostNamed = 4;

std::string listed(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

/// The rule without what it asks of the order.
Rule bareRule(Rule rule) {
  const auto isFact = [](const Rule::Term& term) { return !term.fact.empty(); };
  std::erase_if(rule.when, isFact);
  std::erase_if(rule.then, isFact);
  return rule;
}

class FaultSearch {
 public:
  FaultSearch(const Catalog& catalog, Problems& problems)
      : catalog_(catalog), problems_(problems), model_(CatalogModel::ofAllOrders(catalog)) {}

  void search() {
    engine::DomainModel watched = model_.model();
    for (const Rule& rule : catalog_.rules) addWatch(rule, watched);
    engine::SearchEngine solver(std::move(watched));
    const engine::Domains domains = solver.domains({});
    if (!domains.consistent) return tellContradiction(solver);
    for (int variable = 0; variable < placeCount(); ++variable) findDead(solver, domains, variable);
    tellDead();
    for (const Watch& watch : watches_) {
      const int yes = solver.model().firstValue(watch.variable) + 1;
      if (domains.states[yes] == ValueState::blocked)
        problems_.add(watch.rule->at, "rule " + inQuotes(watch.rule->id) + ": " + watch.fault);
    }
  }

 private:
  struct Watch {
    const Rule* rule;
    int variable;       ///< "yes" only where what is asked of it is so
    const char* fault;  ///< what is wrong when no design has a "yes"
  };
  struct Dead {
    FileLine at;
    std::vector<std::string> values;
  };

  int placeCount() const {
    return static_cast<int>(catalog_.slots.size() + catalog_.parameters.size() + catalog_.zones.size());
  }

  void addWatch(const Rule& rule, engine::DomainModel& watched) {
    if (rule.severity == "error") {
      addWatch(rule, "never speaks; no design has what it asks for", watched);
      return;
    }
    const int broken = addWatch(rule, "no design can break it", watched);
    const bool forbids = rule.verb == RuleVerb::Excludes;
    for (const Rule::Term& term : rule.then) {
      if (!forbids || rule.then.size() == 1) need(rule, term, forbids, broken, watched);
    }
    const Rule bare = bareRule(rule);
    if (bare.then.size() != rule.then.size()) return;  // an order may keep it
    const int kept = addWatch(rule, "no design that it speaks of can keep it", watched);
    addNeed(bare, kept, watched);
  }

  /// A variable that can be "yes" only where every `when` holds.
  int addWatch(const Rule& rule, const char* fault, engine::DomainModel& watched) {
    const int variable = watched.addBoolean(rule.id + ": " + fault);
    for (const Rule::Term& term : rule.when) need(rule, term, true, variable, watched);
    watches_.push_back({&rule, variable, fault});
    return variable;
  }

  /// "yes" of the variable needs the term to hold, or not to.
  void need(const Rule& rule, const Rule::Term& term, bool holding, int variable,
            engine::DomainModel& watched) const {
    if (!term.fact.empty()) return;
    Rule one;
    one.verb = holding ? RuleVerb::Needs : RuleVerb::Excludes;
    one.absent_is_zero = rule.absent_is_zero;
    one.then = {term};
    addNeed(one, variable, watched);
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

  /// Collects dead values by what forbids them: one bad rule may kill a dozen.
  void findDead(engine::SearchEngine& solver, const engine::Domains& domains, int variable) {
    const engine::DomainModel& model = model_.model();
    for (int value = 0; value < model.valueCount(variable); ++value) {
      if (domains.states[model.firstValue(variable) + value] != ValueState::blocked) continue;
      const auto why = solver.explain({}, engine::Literal{variable, value, true});
      Dead& dead = dead_[why ? causes(*why) : std::string()];
      if (dead.values.empty()) dead.at = placeOf(variable, value);
      dead.values.push_back(inQuotes(model.name(variable) + "=" + model.valueName(variable, value)));
    }
  }

  void tellDead() {
    for (auto& [cause, dead] : dead_) {
      const std::size_t all = dead.values.size();
      if (all > kMostNamed) {
        dead.values.resize(kMostNamed);
        dead.values.push_back(std::to_string(all - kMostNamed) + " more");
      }
      problems_.add(dead.at, listed(dead.values) + " can never be chosen: " + cause);
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

  const Catalog& catalog_;
  Problems& problems_;
  CatalogModel model_;
  std::vector<Watch> watches_;
  std::map<std::string, Dead> dead_;  ///< by their causes
};

}  // namespace

void findLargeRules(const Catalog& catalog, Problems& problems) {
  const CatalogModel model = CatalogModel::ofAllOrders(catalog);
  for (const Rule& rule : catalog.rules) {
    if (constraintsOf(catalog, model, bareRule(rule)).too_many)
      problems.add(rule.at,
                   "rule " + inQuotes(rule.id) + ": speaks of more combinations than can be kept; split it");
  }
}

void findRuleFaults(const Catalog& catalog, Problems& problems) {
  FaultSearch(catalog, problems).search();
}

}  // namespace configurator
