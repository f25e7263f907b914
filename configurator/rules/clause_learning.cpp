// What a conflict teaches: the clause of the first unique implication point, shortened; assumptions to blame;
// and forgetting what did not help.
#include <algorithm>
#include <utility>

#include "configurator/rules/clause_search.h"

namespace configurator::engine {

bool ClauseSearch::settleConflict(int conflict) {
  ++conflicts_;
  if (decisionLevel() == 0) {
    contradictory_ = true;
    return false;
  }
  const int level = learn(conflict);
  const int glue = glueOf(lemma_);
  backTo(level);
  int reason = kNone;
  if (lemma_.size() > 1) {
    reason = store(lemma_, glue);
    learned_.push_back(reason);
    watch(reason);
  }
  enqueue(lemma_[0], reason);
  bump_ /= 0.95;
  return true;
}

/// Fills lemma_, its asserting literal first; returns the level to go back to.
int ClauseSearch::learn(int conflict) {
  lemma_.assign(1, kNone);
  int open = 0, clause = conflict;
  std::size_t position = trail_.size();
  Lit lit = kNone;
  do {
    open += absorb(clause, lit);
    do lit = trail_[--position];
    while (seen_[lit >> 1] == 0);
    clause = reason_[lit >> 1];
    seen_[lit >> 1] = 0;
  } while (--open > 0);
  lemma_[0] = negated(lit);
  const std::vector<Lit> marked = lemma_;
  shorten();
  for (const Lit other : marked) seen_[other >> 1] = 0;
  return moveHighestSecond();
}

/// Takes a clause's literals into the lemma; returns how many are of the present level.
int ClauseSearch::absorb(int clause, Lit implied) {
  int open = 0;
  const Lit* literals = literalsOf(clause);
  for (int at = 0; at < sizeOf(clause); ++at) {
    const int variable = literals[at] >> 1;
    if (literals[at] == implied || seen_[variable] != 0 || level_[variable] == 0) continue;
    seen_[variable] = 1;
    bump(variable);
    if (level_[variable] == decisionLevel()) {
      ++open;
    } else {
      lemma_.push_back(literals[at]);
    }
  }
  return open;
}

/// A literal that the others imply says nothing of its own.
void ClauseSearch::shorten() {
  std::size_t kept = 1;
  for (std::size_t at = 1; at < lemma_.size(); ++at) {
    if (!impliedByOthers(lemma_[at])) lemma_[kept++] = lemma_[at];
  }
  lemma_.resize(kept);
}

bool ClauseSearch::impliedByOthers(Lit lit) const {
  const int clause = reason_[lit >> 1];
  if (clause == kNone) return false;
  const Lit* literals = literalsOf(clause);
  return std::all_of(literals, literals + sizeOf(clause), [&](Lit other) {
    return other == negated(lit) || seen_[other >> 1] != 0 || level_[other >> 1] == 0;
  });
}

int ClauseSearch::moveHighestSecond() {
  if (lemma_.size() == 1) return 0;
  std::size_t highest = 1;
  for (std::size_t at = 2; at < lemma_.size(); ++at) {
    if (level_[lemma_[at] >> 1] > level_[lemma_[highest] >> 1]) highest = at;
  }
  std::swap(lemma_[1], lemma_[highest]);
  return level_[lemma_[1] >> 1];
}

/// How many levels a clause joins: the fewer, the more often it will help. At least 1.
int ClauseSearch::glueOf(const std::vector<Lit>& literals) {
  ++mark_;
  int glue = 0;
  for (const Lit lit : literals) {
    const std::size_t level = static_cast<std::size_t>(level_[lit >> 1]);
    if (level >= level_mark_.size()) level_mark_.resize(level + 1);
    if (level_mark_[level] != mark_) ++glue;
    level_mark_[level] = mark_;
  }
  return std::max(glue, 1);
}

void ClauseSearch::bump(int variable) {
  activity_[variable] += bump_;
  if (activity_[variable] < 1e100) return;
  for (double& activity : activity_) activity *= 1e-100;
  bump_ *= 1e-100;
}

/// The assumptions from which it follows that this one is false, and itself.
void ClauseSearch::explainFalse(Lit assumption) {
  core_.assign(1, assumption);
  if (level_[assumption >> 1] == 0) return;
  seen_[assumption >> 1] = 1;
  for (std::size_t at = trail_.size(); at > level_starts_[0]; --at) {
    const Lit lit = trail_[at - 1];
    if (seen_[lit >> 1] == 0) continue;
    seen_[lit >> 1] = 0;
    const int clause = reason_[lit >> 1];
    if (clause == kNone) {
      core_.push_back(lit);
      continue;
    }
    const Lit* literals = literalsOf(clause);
    for (int other = 0; other < sizeOf(clause); ++other) {
      if (level_[literals[other] >> 1] > 0) seen_[literals[other] >> 1] = 1;
    }
    seen_[lit >> 1] = 0;
  }
}

/// Keeps the better half of what was learned, and what joins two levels.
void ClauseSearch::forgetLearned() {
  backTo(0);
  std::stable_sort(learned_.begin(), learned_.end(), [&](int one, int other) {
    return std::pair(arena_[one + 1], sizeOf(one)) < std::pair(arena_[other + 1], sizeOf(other));
  });
  std::size_t keep = learned_.size() / 2;
  while (keep < learned_.size() && arena_[learned_[keep] + 1] <= 2) ++keep;
  learned_.resize(keep);
  learned_limit_ = std::max(learned_limit_ + 200, keep * 2);
  std::vector<int> clauses = std::exchange(given_, {});
  clauses.insert(clauses.end(), learned_.begin(), learned_.end());
  learned_.clear();
  copyClauses(clauses);
}

/// Into a new arena; what holds at level 0 is left out.
void ClauseSearch::copyClauses(const std::vector<int>& clauses) {
  const std::vector<int> old = std::exchange(arena_, {});
  for (auto* lists : {&watches_, &binaries_}) {
    for (std::vector<Watch>& list : *lists) list.clear();
  }
  for (std::vector<int>& list : occurrences_) list.clear();
  for (const int clause : clauses) {
    std::vector<Lit> literals(old.begin() + clause + 2, old.begin() + clause + 2 + old[clause]);
    if (std::any_of(literals.begin(), literals.end(), [&](Lit lit) { return values_[lit] > 0; })) continue;
    std::erase_if(literals, [&](Lit lit) { return values_[lit] < 0; });
    const int copy = store(literals, old[clause + 1]);
    (old[clause + 1] == 0 ? given_ : learned_).push_back(copy);
    watch(copy);
  }
}

}  // namespace configurator::engine
