// What the finder may choose from in a design: the catalog's rules with the user's own and pinned values
// fixed, what else is wanted of all designs, and what geometry turned out to refuse. All else is free.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/big_count.h"
#include "configurator/rules/finder.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// How many designs there are.
struct DesignCount {
  engine::BigCount number;
  bool exact = true;  ///< false: there are at most so many
};

/// Two values that together change more or less than each alone: a variable of the search says whether both
/// are there.
struct ValuePair {
  engine::Choice one, other;
};

/// What stays as it is, besides what is pinned.
struct SearchScope {
  std::optional<double> least_litres;  ///< of the capacity parameter
  bool no_new_warnings = false;        ///< rules that only warn stay kept where the design keeps them
  bool own_stays = true;               ///< the user's own values
  bool shape_stays = false;            ///< the body and every number
};

/// For one thread at a time.
class SearchModel {
 public:
  /// REQUIRES that workshop and design outlive it.
  SearchModel(const Workshop& workshop, const Design& design, const SearchScope& scope);

  const engine::DomainModel& model() const { return model_; }
  const CatalogModel& rules() const { return *rules_; }
  /// The user's own and the pinned values.
  const std::vector<engine::Choice>& fixed() const { return fixed_; }
  bool isFixed(int variable) const { return is_fixed_[variable]; }
  std::vector<PlaceValue> fixedValues() const;
  int bodyVariable() const { return body_; }
  /// Of the present design; kNoValue where a place has what it cannot take.
  const engine::Design& presentValues() const { return present_; }
  /// A capacity=auto that follows from given dimensions, and dimensions that nobody gave: they are solved.
  bool isSolved(int variable) const;
  /// Steps of change from the present design: whole values far more than a step of a number.
  const engine::ValueCosts& effort() const { return effort_; }

  /// From now on all that is asked for has this body: what that settles is left out of the diagrams.
  void focusOn(int body);

  /// From now on `find` and `findFront` take weights of so many pairs too, after those of all values: two for
  /// each, 0 and what both together add.
  void usePairs(std::vector<ValuePair> pairs);

  engine::FinderAnswer find(engine::FinderProblem problem, const engine::FinderLimits& limits);
  engine::FinderFront findFront(engine::FinderProblem problem, engine::ValueCosts second, int most,
                                const engine::FinderLimits& limits);
  engine::Domains domains(const std::vector<engine::Choice>& choices);
  /// The valid design with the choices that differs least from another one; without one, from the present.
  std::optional<engine::Design> nearest(const std::vector<engine::Choice>& choices,
                                        const std::optional<engine::Design>& other = {});
  DesignCount count() const;
  /// The largest capacity that rules and fixed values leave, in litres; nothing where they leave none or it
  /// is solved.
  std::optional<double> mostLitres();
  /// Why nothing is left to choose from: own choices, rules and the wanted litres. Empty when something is,
  /// or when what was forbidden takes the last of it.
  std::vector<Reason> contradictions(int limit);

  /// What the design would choose; litres solved where they are the design's to solve.
  Choices choicesOf(const engine::Design& values) const;
  /// Never again these values together.
  void forbid(const std::vector<engine::Choice>& together);

 private:
  void fixChoices();
  bool stays(int variable) const;
  void addLeastLitres(double litres);
  void addKeptWarnings();
  bool isForbidden(int constraint) const;
  void weighEffort();
  void compile();
  void compilePairs();
  void complete(engine::FinderProblem& problem) const;
  bool followsDimensions() const;
  engine::SearchEngine& engine();

  const Workshop* workshop_;
  const Design* design_;
  const CatalogModel* rules_;
  engine::DomainModel model_;
  engine::Design present_;
  std::vector<engine::Choice> fixed_;
  std::vector<PlaceValue> unfit_;  ///< own values that their place cannot take
  std::vector<bool> is_fixed_;
  int body_ = -1;
  std::map<int, ModelRule> wishes_;  ///< constraints of this search that are no hard rule of the catalog
  SearchScope scope_;
  std::optional<int> focus_;  ///< the only body that is asked for
  engine::ValueCosts effort_;
  engine::DomainModel left_;  ///< the model under what is fixed
  std::optional<engine::Diagram> diagram_;
  std::vector<ValuePair> pairs_;
  engine::DomainModel paired_;  ///< with the variables of the pairs
  std::optional<engine::Diagram> paired_diagram_;
  std::optional<engine::SearchEngine> engine_;
};

}  // namespace configurator
