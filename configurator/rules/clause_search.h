// Clause search: conflict-driven search that starts from a known solution, the base, and repairs it where it
// must. Assumptions and what follows from them are laid over the base; decisions are made only in clauses
// which that overlay breaks. When none is broken, overlay and base are a solution: the work is as large as
// the difference, not as the model. Conflicts are learned (first unique implication point), so the search is
// complete.
#pragma once

#include <cstdint>
#include <vector>

#include "configurator/rules/bit_row.h"

namespace configurator::engine {

/// 2 * variable for "true", 2 * variable + 1 for "false".
using Lit = int;
constexpr Lit negated(Lit lit) {
  return lit ^ 1;
}

/// A whole assignment: bit v is the value of variable v.
inline bool isTrue(const BitRow& row, Lit lit) {
  return row.test(lit >> 1) == ((lit & 1) == 0);
}

/// Why not a solver from outside: a click on 14,000 variables takes hundreds of small questions, and one that
/// builds its solution anew for each (CaDiCaL, 0.3 ms) needs seconds where this one needs less than one
/// millisecond. CaDiCaL is the oracle of its tests.
class ClauseSearch {
 public:
  /// A new variable's positive literal.
  Lit addVariable();
  int variableCount() const { return static_cast<int>(level_.size()); }
  /// For ever. Any literals; returns false when the clauses now contradict each other.
  bool addClause(std::vector<Lit> literals);

  /// Is there a solution with all assumptions? `base` satisfies all clauses and the first `agreed` of the
  /// assumptions; where `agreed` is negative it may be any assignment. Levels of assumptions that the last
  /// call had too are not propagated again.
  bool find(const std::vector<Lit>& assumptions, const BitRow& base, int agreed);
  /// After a find that succeeded: a further literal into the same solution, if that goes without a conflict.
  bool alsoTry(Lit lit);
  /// The solution found; valid until the next find.
  BitRow solution() const;
  /// In the solution that is being made: assigned and not to be changed by alsoTry.
  bool isFixedFalse(Lit lit) const { return values_[lit] < 0; }
  /// Is the literal true in the solution found?
  bool inSolution(Lit lit) const { return values_[lit] != 0 ? values_[lit] > 0 : isTrue(*base_, lit); }

  /// After a find that failed: assumptions that cannot stand together; not minimal.
  const std::vector<Lit>& core() const { return core_; }

  /// What follows from the first `count` assumptions of the last find, as far as propagation sees; they must
  /// be standing (the last find succeeded or failed later). 1 true, -1 false, 0 open.
  int valueUnder(int count, Lit lit) const;

  std::int64_t conflicts() const { return conflicts_; }

  /// The given clauses, shortened by what follows from single literals; those literals as clauses too. An
  /// empty one when they contradict each other.
  std::vector<std::vector<Lit>> clauses() const;

 private:
  struct Watch {
    int clause;
    Lit blocker;
  };
  static constexpr int kNone = -1;

  int decisionLevel() const { return static_cast<int>(level_starts_.size()); }
  int sizeOf(int clause) const { return arena_[clause]; }
  Lit* literalsOf(int clause) { return &arena_[clause + 2]; }
  const Lit* literalsOf(int clause) const { return &arena_[clause + 2]; }

  int store(const std::vector<Lit>& literals, int glue);
  void watch(int clause);
  void enqueue(Lit lit, int reason);
  void decide(Lit lit);
  void backTo(int level);
  int propagate();
  int propagateLong(Lit false_lit);
  bool moveWatch(int clause, Lit false_lit);

  bool settleConflict(int conflict);
  int learn(int conflict);
  int absorb(int clause, Lit implied);
  void shorten();
  bool impliedByOthers(Lit lit) const;
  int moveHighestSecond();
  int glueOf(const std::vector<Lit>& literals);
  void bump(int variable);
  void explainFalse(Lit assumption);

  void restoreAssumptions(const std::vector<Lit>& assumptions);
  bool placeAssumptions();
  std::size_t agreedEnd() const;
  void startOverlay();
  bool isKept(int clause) const;
  Lit nextDecision();
  Lit brokenByFlips();
  Lit brokenInScan();
  Lit choiceIn(int clause) const;
  void forgetLearned();
  void copyClauses(const std::vector<int>& clauses);

  std::vector<int> arena_;  ///< each clause: its size, its glue (0: given, not learned), its literals
  std::vector<int> given_, learned_;
  std::vector<std::vector<Watch>> watches_;    ///< by literal that became false: clauses of three and more
  std::vector<std::vector<Watch>> binaries_;   ///< by literal that became false: the other literal
  std::vector<std::vector<int>> occurrences_;  ///< by literal: given clauses of three and more
  std::vector<std::int8_t> values_;            ///< by literal: 1, -1, 0
  std::vector<int> level_, reason_;
  std::vector<double> activity_;
  std::vector<Lit> trail_;
  std::vector<std::size_t> level_starts_;
  std::size_t propagated_ = 0;
  double bump_ = 1;
  bool contradictory_ = false;

  std::vector<Lit> assumptions_, core_, lemma_;
  std::vector<std::int8_t> seen_;
  std::vector<int> level_mark_;
  int mark_ = 0;

  const BitRow* base_ = nullptr;
  int agreed_ = 0;        ///< leading assumptions that the base keeps; negative: the base is no solution
  std::size_t flip_ = 0;  ///< up to here the trail's differences from the base are seen to
  std::size_t flip_clause_ = 0;         ///< and of that one's clauses so many
  std::size_t scan_ = 0, scanned_ = 0;  ///< place in given_ and how many in a row were kept
  std::int64_t conflicts_ = 0;
  std::size_t learned_limit_ = 4000;
};

}  // namespace configurator::engine
