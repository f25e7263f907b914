// What may still be chosen, why not, and what to change: the catalog's rules asked with the user's values
// (by = user) fixed and all others free. No prices, no geometry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/catalog/choices.h"
#include "configurator/rules/catalog_model.h"
#include "configurator/rules/choice.h"
#include "configurator/rules/rule_logic.h"
#include "configurator/rules/search_engine.h"

namespace configurator {

struct ValueAdvice {
  std::string value;
  engine::ValueState state = engine::ValueState::blocked;
};

/// Every value of a slot, parameter or zone, in catalog order.
struct PlaceAdvice {
  Place kind = Place::Slot;
  std::string place;
  std::vector<ValueAdvice> values;
};

/// Own choices and rules that cannot stand together with what is asked for; without one of them they could.
struct Reason {
  std::vector<PlaceValue> choices;
  std::vector<ModelRule> rules;
};

/// A value that differs: the user's own, or one that goes along with it.
struct PlaceChange {
  std::string place, from, to;
  bool own = false;
  bool pinned = false;
  bool operator==(const PlaceChange&) const = default;
};

struct WayOut {
  std::vector<PlaceChange> changes;  ///< in catalog order, without what was asked for
  Choices choices;                   ///< keep every rule; what was asked for is by = user
  int ownChanges() const;
};

/// For one thread at a time. What it answers follows from the catalog and the arguments alone: whether the
/// states come from the search or from the diagram, they are the same.
class RuleAdvisor {
 public:
  /// REQUIRES that the model outlives it.
  explicit RuleAdvisor(const CatalogModel& model) : model_(&model), engine_(model.model()) {}

  /// Can the user's values stand together?
  bool isConsistent(const Choices& choices);

  /// Of a place whose value is the user's, the others are what they would be if they took its place.
  std::vector<PlaceAdvice> advise(const Choices& choices);
  /// REQUIRES a place of the catalog. A value that the place cannot take is blocked.
  engine::ValueState stateOf(const Choices& choices, const PlaceValue& asked);

  /// Why a value is blocked, shortest first; for a forced one, why no other is left. A present choice of its
  /// own place does not count. Empty when it is neither.
  std::vector<Reason> explain(const Choices& choices, const PlaceValue& asked, int limit);
  /// Why the user's values contradict each other.
  std::vector<Reason> explainContradiction(const Choices& choices, int limit);

  /// Ways to have a value by changing the fewest of the user's own, fewest first; an available one has one
  /// that changes none of them. All else stays as it is where it can. None when no choice allows it.
  std::vector<WayOut> findWays(const Choices& choices, const PlaceValue& asked, int limit);
  /// The same for values of several places together.
  std::vector<WayOut> findWaysForAll(const Choices& choices, const std::vector<PlaceValue>& asked, int limit);
  /// Ways to keep the rules when the user's values contradict each other.
  std::vector<WayOut> findWaysOut(const Choices& choices, int limit);

 private:
  std::vector<engine::Choice> ownChoices(const Choices& choices, std::optional<int> without = {}) const;
  engine::Domains domainsOf(const Choices& choices);
  engine::Domains domainsUnder(const std::vector<engine::Choice>& own, engine::OwnChoice what);
  std::vector<int> unfitOwn(const Choices& choices) const;
  engine::Literal literalOf(const PlaceValue& asked) const;
  engine::Design nearestNumbers(engine::Design design, const Choices& choices,
                                const std::vector<engine::Literal>& wanted) const;
  std::vector<Reason> named(const engine::Explanations& found) const;
  std::vector<PlaceChange> changesTo(const engine::Design& design, const Choices& choices,
                                     const std::vector<engine::Literal>& wanted) const;

  const CatalogModel* model_;
  engine::SearchEngine engine_;
};

/// "chosen" "available" "forced" "blocked"
std::string_view stateName(engine::ValueState state);

}  // namespace configurator
