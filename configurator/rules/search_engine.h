// The engine that always answers: domains, completions, reasons and repairs by search over clauses.
//
// Every answer that is exact follows from the model and the arguments alone: what was asked before, and the
// order of the choices, change how long it takes, never what it is. Explanations and repairs say when they
// gave up before they were (all, exact); what they have found by then may hang on what was asked before. An
// engine is for one thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "configurator/rules/choice.h"
#include "configurator/rules/domain_model.h"
#include "configurator/rules/hitting_sets.h"

namespace configurator::engine {

class DesignPool;
class ReasonSearch;

/// Why choices, and what is wanted beside them, cannot stand together: with one of these left out they could.
struct Explanation {
  std::vector<Choice> choices;   ///< the user's own, by variable
  std::vector<int> constraints;  ///< ascending
  bool operator==(const Explanation& other) const;
};

struct Explanations {
  std::vector<Explanation> found;  ///< shortest first, choices and constraints counted alike
  bool all = false;                ///< it is known that there are no others
};

/// A way out: choices given up, so that the others stand and what is wanted holds.
struct Repair {
  std::vector<Choice> changed;  ///< as they were; their new values are in `design`
  bool changes_pinned = false;  ///< nothing less would do
  Design design;                ///< keeps every constraint; checked
};

struct Repairs {
  std::vector<Repair> found;  ///< fewest pinned choices first, then fewest choices, then least weight
  bool all = false;           ///< it is known that there are no others
  bool exact = true;  ///< false: the search for the fewest took too long, and none is offered after it
};

class SearchEngine {
 public:
  explicit SearchEngine(DomainModel model);
  ~SearchEngine();
  SearchEngine(SearchEngine&&) noexcept;
  SearchEngine& operator=(SearchEngine&&) noexcept;

  const DomainModel& model() const { return *model_; }

  Domains domains(const std::vector<Choice>& choices, OwnChoice own = OwnChoice::stands);

  /// Is there a design with all choices and, where given, the literal?
  bool isPossible(const std::vector<Choice>& choices, std::optional<Literal> wanted = {});

  /// A whole design with the choices. Variable after variable it has the value of `preferred` (empty: the
  /// first), or the first one that is left.
  std::optional<Design> complete(const std::vector<Choice>& choices, const Design& preferred = {});

  /// Why the literal cannot hold under the choices, or, without one, why they contradict the constraints.
  /// Nothing when it can. Minimal: leave out any part, and a design exists (verified by solving). Own choices
  /// are left out before constraints, later ones before earlier ones.
  std::optional<Explanation> explain(const std::vector<Choice>& choices, std::optional<Literal> wanted = {});

  /// All of them, at most `limit`.
  Explanations explainAll(const std::vector<Choice>& choices, std::optional<Literal> wanted, int limit);

  /// Ways to have the literal by changing the fewest choices (where it names a chosen variable, that choice
  /// is given up without being counted); without a literal, ways to have any design. `preferred`: as for
  /// complete, for what is not chosen. None when the constraints alone forbid it.
  Repairs repairs(const std::vector<Choice>& choices, std::optional<Literal> wanted, const Design& preferred,
                  int limit = 3);
  /// The same for several literals that are to hold together, of one variable each.
  Repairs repairsForAll(const std::vector<Choice>& choices, const std::vector<Literal>& wanted,
                        const Design& preferred, int limit = 3);

  /// What the first repair would change, for every value at once, by DomainModel::firstValue(variable) +
  /// value: as Diagram::fewestChanges without costs. Nothing for what the constraints alone forbid, or where
  /// the search for the fewest took too long.
  std::vector<std::optional<SetCost>> fewestChanges(const std::vector<Choice>& choices);

  /// How many designs have the choices; nothing when there are more than `limit`. Takes a search for each.
  std::optional<std::int64_t> count(const std::vector<Choice>& choices, std::int64_t limit);

 private:
  bool choose(const std::vector<Choice>& sorted);
  void takeBackEach(const std::vector<Choice>& sorted, Domains& domains);
  std::vector<int> literalsOf(const std::vector<Choice>& choices) const;
  std::vector<int> coreAmong(const std::vector<Choice>& choices, const std::vector<int>& given_up) const;
  std::optional<std::vector<int>> nextWayOut(HittingSets& proposals, const std::vector<Choice>& soft,
                                             const std::vector<Literal>& wanted, std::vector<int>& asked);
  std::optional<SetCost> leastChange(const std::vector<Choice>& soft, const Literal& wanted);
  Design nearest(std::vector<int> settled, const Design& preferred);
  std::int64_t countFrom(int variable, std::int64_t limit);
  ReasonSearch& reasons();

  std::unique_ptr<DomainModel> model_;
  std::unique_ptr<DesignPool> pool_;
  std::unique_ptr<ReasonSearch> reasons_;  ///< made when first asked for a reason
  std::vector<int> counted_;               ///< literals of the count under way
};

}  // namespace configurator::engine
