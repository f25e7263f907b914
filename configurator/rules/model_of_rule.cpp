// Rules of places alone become one clause. Others are asked of every combination that they can tell apart:
// values of a place that look the same to the rule count as one.
#include "configurator/rules/model_of_rule.h"

#include <algorithm>

#include "configurator/catalog/resolve_rules.h"
#include "configurator/rules/rule_logic.h"

namespace configurator {
namespace {

using engine::Literal;
using Literals = std::vector<Literal>;

constexpr std::size_t kMostCombinations = 20'000;
constexpr std::size_t kMostTableRows = 2'000;

bool isPlainTerm(const Rule::Term& term) {
  return !term.test;
}

/// Literals for "the term holds" or for "it does not". A variable has one value, so that the second is the
/// same as having one of the others.
void addTerm(const CatalogModel& model, const Rule::Term& term, bool holding, Literals& literals) {
  const auto variable = model.findVariable(term.id);
  if (!variable) return;  // loading a catalog refuses it; such a term never holds
  for (int value = 0; value < model.model().valueCount(*variable); ++value) {
    const std::string& name = model.model().valueName(*variable, value);
    const bool named = std::find(term.values.begin(), term.values.end(), name) != term.values.end();
    if (named == holding) literals.push_back({*variable, value, true});
  }
}

RuleConstraints plainConstraints(const CatalogModel& model, const Rule& rule, Literals unless) {
  for (const Rule::Term& term : rule.when) addTerm(model, term, false, unless);
  RuleConstraints constraints;
  if (rule.verb != RuleVerb::Excludes) {
    for (const Rule::Term& term : rule.then) addTerm(model, term, true, unless);
    constraints.clauses.push_back({std::move(unless)});
    return constraints;
  }
  for (const Rule::Term& term : rule.then) {
    Literals literals = unless;
    addTerm(model, term, false, literals);
    constraints.clauses.push_back({std::move(literals)});
  }
  return constraints;
}

/// Values of a place that the rule cannot tell apart.
struct ValueClass {
  std::vector<int> values;  ///< ascending, not empty
};

struct ScopePlace {
  std::string place;
  int variable = 0;
  std::vector<ValueClass> classes;
};

/// A rule asked of every combination of classes.
class RuleTabulation {
 public:
  RuleTabulation(const Catalog& catalog, const CatalogModel& model, const Rule& rule)
      : catalog_(catalog), model_(model), rule_(rule) {
    for (const std::string& place : rule.table.places) addPlace(place);
    for (const auto* terms : {&rule.when, &rule.then}) {
      for (const Rule::Term& term : *terms) addTermPlaces(term);
    }
    for (ScopePlace& place : scope_) classify(place);
    std::stable_sort(scope_.begin(), scope_.end(), [](const ScopePlace& a, const ScopePlace& b) {
      return a.classes.size() < b.classes.size();
    });
  }

  RuleConstraints constraints(const Literals& unless) {
    RuleConstraints found;
    std::size_t combinations = 1;
    for (const ScopePlace& place : scope_) {
      if (combinations <= kMostCombinations) combinations *= place.classes.size();
    }
    found.too_many = combinations > kMostCombinations;
    if (found.too_many || scope_.empty()) return found;
    chosen_.assign(scope_.size(), 0);
    tabulate(0, unless, found.clauses);
    if (found.clauses.size() > 1 && unless.empty() && rows_ <= kMostTableRows) {
      found.tables.push_back(forbiddenRows());
      found.clauses.clear();
    }
    return found;
  }

 private:
  void addPlace(const std::string& place) {
    const auto variable = model_.findVariable(place);
    const bool is_known =
        std::any_of(scope_.begin(), scope_.end(), [&](const ScopePlace& one) { return one.place == place; });
    if (variable && !is_known) scope_.push_back({place, *variable, {}});
  }

  void addTermPlaces(const Rule::Term& term) {
    if (!term.test) return addPlace(term.id);
    for (const std::string& name : term.test->names()) {
      names_.push_back(name);
      addPlace(ruleNumber(name).place);
    }
  }

  const std::string& valueName(const ScopePlace& place, int value) const {
    return model_.model().valueName(place.variable, value);
  }

  std::optional<double> numberOf(const ScopePlace& place, int value, const std::string& attribute) const {
    if (model_.kindOf(place.variable) == Place::Parameter) return model_.numberOf(place.variable, value);
    return numberOfValue(catalog_, place.place, valueName(place, value), attribute);
  }

  /// All that the rule sees of a value, as text.
  std::string signatureOf(const ScopePlace& place, int value) const {
    const std::string& name = valueName(place, value);
    std::string signature;
    const auto addMembership = [&](const std::vector<std::string>& values) {
      signature += std::find(values.begin(), values.end(), name) != values.end() ? '1' : '0';
    };
    for (const auto* terms : {&rule_.when, &rule_.then}) {
      for (const Rule::Term& term : *terms) {
        if (!term.test && term.id == place.place) addMembership(term.values);
      }
    }
    for (std::size_t column = 0; column < rule_.table.places.size(); ++column) {
      if (rule_.table.places[column] != place.place) continue;
      for (const auto& row : rule_.table.rows) addMembership(row[column]);
    }
    for (const std::string& name_of_number : names_) {
      const auto [owner, attribute] = ruleNumber(name_of_number);
      if (owner != place.place) continue;
      const auto number = numberOf(place, value, attribute);
      signature += number ? " " + std::to_string(*number) : " -";
    }
    return signature;
  }

  void classify(ScopePlace& place) {
    std::map<std::string, std::size_t> classes;
    for (int value = 0; value < model_.model().valueCount(place.variable); ++value) {
      const auto [found, is_new] = classes.emplace(signatureOf(place, value), place.classes.size());
      if (is_new) place.classes.emplace_back();
      place.classes[found->second].values.push_back(value);
    }
  }

  const ScopePlace* find(const std::string& place) const {
    const auto found =
        std::find_if(scope_.begin(), scope_.end(), [&](const ScopePlace& one) { return one.place == place; });
    return found == scope_.end() ? nullptr : &*found;
  }

  int representative(const ScopePlace& place) const {
    return place.classes[chosen_[static_cast<std::size_t>(&place - scope_.data())]].values.front();
  }

  bool isBrokenHere() const {
    RuleView view;
    view.chosen = [this](const std::string& name) {
      const ScopePlace* place = find(name);
      return place == nullptr ? std::string() : valueName(*place, representative(*place));
    };
    view.number = [this](const std::string& name) -> std::optional<double> {
      const auto [owner, attribute] = ruleNumber(name);
      const ScopePlace* place = find(owner);
      if (place == nullptr) return std::nullopt;
      return numberOf(*place, representative(*place), attribute);
    };
    view.fact = [](const Rule::Term&) { return false; };
    return isBroken(view, rule_);
  }

  /// A clause for each combination of all places but the last, which lists what the last may be then.
  void tabulate(std::size_t depth, const Literals& unless, std::vector<engine::Clause>& clauses) {
    const ScopePlace& place = scope_[depth];
    if (depth + 1 < scope_.size()) {
      for (chosen_[depth] = 0; chosen_[depth] < place.classes.size(); ++chosen_[depth])
        tabulate(depth + 1, unless, clauses);
      return;
    }
    Literals allowed;
    std::vector<int> forbidden;
    for (chosen_[depth] = 0; chosen_[depth] < place.classes.size(); ++chosen_[depth]) {
      const std::vector<int>& values = place.classes[chosen_[depth]].values;
      if (isBrokenHere()) {
        forbidden.insert(forbidden.end(), values.begin(), values.end());
      } else {
        for (const int value : values) allowed.push_back({place.variable, value, true});
      }
    }
    if (!forbidden.empty()) addClause(unless, std::move(allowed), forbidden, clauses);
  }

  void addClause(const Literals& unless, Literals allowed, const std::vector<int>& forbidden,
                 std::vector<engine::Clause>& clauses) {
    std::size_t rows = forbidden.size();
    Literals literals = unless;
    for (std::size_t depth = 0; depth + 1 < scope_.size(); ++depth) {
      const ScopePlace& place = scope_[depth];
      const std::vector<int>& values = place.classes[chosen_[depth]].values;
      rows *= values.size();
      for (int value = 0; value < model_.model().valueCount(place.variable); ++value) {
        if (!std::binary_search(values.begin(), values.end(), value))
          literals.push_back({place.variable, value, true});
      }
    }
    literals.insert(literals.end(), allowed.begin(), allowed.end());
    clauses.push_back({std::move(literals)});
    rows_ += rows;
    if (rows_ <= kMostTableRows) addRows(0, {}, forbidden);
  }

  void addRows(std::size_t depth, std::vector<int> row, const std::vector<int>& forbidden) {
    const bool is_last = depth + 1 == scope_.size();
    for (const int value : is_last ? forbidden : scope_[depth].classes[chosen_[depth]].values) {
      row.push_back(value);
      if (is_last) {
        table_rows_.push_back(row);
      } else {
        addRows(depth + 1, row, forbidden);
      }
      row.pop_back();
    }
  }

  engine::Table forbiddenRows() const {
    engine::Table table;
    for (const ScopePlace& place : scope_) table.variables.push_back(place.variable);
    table.rows = table_rows_;
    table.allowed = false;
    return table;
  }

  const Catalog& catalog_;
  const CatalogModel& model_;
  const Rule& rule_;
  std::vector<std::string> names_;  ///< of numbers
  std::vector<ScopePlace> scope_;   ///< fewest classes first
  std::vector<std::size_t> chosen_;
  std::size_t rows_ = 0;
  std::vector<std::vector<int>> table_rows_;
};

}  // namespace

RuleConstraints constraintsOf(const Catalog& catalog, const CatalogModel& model, const Rule& rule,
                              const Literals& unless) {
  const bool is_plain = rule.verb != RuleVerb::Allows &&
                        std::all_of(rule.when.begin(), rule.when.end(), isPlainTerm) &&
                        std::all_of(rule.then.begin(), rule.then.end(), isPlainTerm);
  if (is_plain) return plainConstraints(model, rule, unless);
  return RuleTabulation(catalog, model, rule).constraints(unless);
}

std::optional<Rule> ruleUnder(const RuleFacts& facts, Rule rule) {
  const auto isFact = [](const Rule::Term& term) { return !term.fact.empty(); };
  const auto holdsHere = [&](const Rule::Term& term) { return isFact(term) && holds(facts, term); };
  const bool is_silent = std::any_of(rule.when.begin(), rule.when.end(), [&](const Rule::Term& term) {
    return isFact(term) && !holds(facts, term);
  });
  if (is_silent) return std::nullopt;
  const bool any = std::any_of(rule.then.begin(), rule.then.end(), holdsHere);
  const bool forbids = rule.verb == RuleVerb::Excludes;
  if (any && !forbids) return std::nullopt;
  std::erase_if(rule.when, isFact);
  std::erase_if(rule.then, isFact);
  if (any) {  // what the order has already is forbidden: so is all that the rule speaks of
    rule.verb = RuleVerb::Needs;
    rule.then.clear();
  } else if (forbids && rule.then.empty()) {
    return std::nullopt;
  }
  return rule;
}

}  // namespace configurator
