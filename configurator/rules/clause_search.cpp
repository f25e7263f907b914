// Propagation, the overlay on the base, and the search loop. Learning from conflicts: clause_learning.cpp.
#include "configurator/rules/clause_search.h"

#include <algorithm>
#include <utility>

namespace configurator::engine {

Lit ClauseSearch::addVariable() {
  const int variable = variableCount();
  for (int sign = 0; sign < 2; ++sign) {
    watches_.emplace_back();
    binaries_.emplace_back();
    occurrences_.emplace_back();
    values_.push_back(0);
  }
  level_.push_back(0);
  reason_.push_back(kNone);
  activity_.push_back(0);
  seen_.push_back(0);
  level_mark_.push_back(0);
  return 2 * variable;
}

bool ClauseSearch::addClause(std::vector<Lit> literals) {
  backTo(0);
  assumptions_.clear();
  std::sort(literals.begin(), literals.end());
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  for (std::size_t at = 0; at + 1 < literals.size(); ++at) {
    if (literals[at + 1] == negated(literals[at])) return !contradictory_;
  }
  // What holds or fails for ever is not kept: the scan of the given clauses then needs no level 0.
  if (std::any_of(literals.begin(), literals.end(), [&](Lit lit) { return values_[lit] > 0; }))
    return !contradictory_;
  std::erase_if(literals, [&](Lit lit) { return values_[lit] < 0; });
  if (literals.empty()) contradictory_ = true;
  if (contradictory_) return false;
  if (literals.size() == 1) {
    enqueue(literals[0], kNone);
    contradictory_ = propagate() != kNone;
    return !contradictory_;
  }
  const int clause = store(literals, 0);
  given_.push_back(clause);
  watch(clause);
  return true;
}

int ClauseSearch::store(const std::vector<Lit>& literals, int glue) {
  const int clause = static_cast<int>(arena_.size());
  arena_.push_back(static_cast<int>(literals.size()));
  arena_.push_back(glue);
  arena_.insert(arena_.end(), literals.begin(), literals.end());
  return clause;
}

void ClauseSearch::watch(int clause) {
  const Lit* literals = literalsOf(clause);
  std::vector<std::vector<Watch>>& lists = sizeOf(clause) == 2 ? binaries_ : watches_;
  lists[literals[0]].push_back({clause, literals[1]});
  lists[literals[1]].push_back({clause, literals[0]});
  if (arena_[clause + 1] != 0 || sizeOf(clause) == 2) return;
  for (int at = 0; at < sizeOf(clause); ++at) occurrences_[literals[at]].push_back(clause);
}

void ClauseSearch::enqueue(Lit lit, int reason) {
  values_[lit] = 1;
  values_[negated(lit)] = -1;
  level_[lit >> 1] = decisionLevel();
  reason_[lit >> 1] = reason;
  trail_.push_back(lit);
}

void ClauseSearch::decide(Lit lit) {
  level_starts_.push_back(trail_.size());
  if (lit != kNone) enqueue(lit, kNone);
}

void ClauseSearch::backTo(int level) {
  if (decisionLevel() <= level) return;
  const std::size_t start = level_starts_[level];
  for (std::size_t at = start; at < trail_.size(); ++at) {
    values_[trail_[at]] = values_[negated(trail_[at])] = 0;
  }
  trail_.resize(start);
  level_starts_.resize(level);
  propagated_ = start;
}

int ClauseSearch::propagate() {
  while (propagated_ < trail_.size()) {
    const Lit false_lit = negated(trail_[propagated_++]);
    for (const Watch& binary : binaries_[false_lit]) {
      if (values_[binary.blocker] < 0) return binary.clause;
      if (values_[binary.blocker] == 0) enqueue(binary.blocker, binary.clause);
    }
    const int conflict = propagateLong(false_lit);
    if (conflict != kNone) return conflict;
  }
  return kNone;
}

int ClauseSearch::propagateLong(Lit false_lit) {
  std::vector<Watch>& list = watches_[false_lit];
  std::size_t kept = 0, at = 0;
  int conflict = kNone;
  while (at < list.size() && conflict == kNone) {
    Watch here = list[at++];
    if (values_[here.blocker] > 0) {
      list[kept++] = here;
      continue;
    }
    if (moveWatch(here.clause, false_lit)) continue;
    here.blocker = literalsOf(here.clause)[0];
    list[kept++] = here;
    if (values_[here.blocker] < 0) conflict = here.clause;
    if (values_[here.blocker] == 0) enqueue(here.blocker, here.clause);
  }
  while (at < list.size()) list[kept++] = list[at++];
  list.resize(kept);
  return conflict;
}

/// Whether the clause now watches another literal. The watched one that may be implied comes to the front.
bool ClauseSearch::moveWatch(int clause, Lit false_lit) {
  Lit* literals = literalsOf(clause);
  if (literals[0] == false_lit) std::swap(literals[0], literals[1]);
  if (values_[literals[0]] > 0) return false;
  for (int at = 2; at < sizeOf(clause); ++at) {
    if (values_[literals[at]] < 0) continue;
    std::swap(literals[1], literals[at]);
    watches_[literals[1]].push_back({clause, literals[0]});
    return true;
  }
  return false;
}

bool ClauseSearch::find(const std::vector<Lit>& assumptions, const BitRow& base, int agreed) {
  core_.clear();
  if (contradictory_) return false;
  if (learned_.size() > learned_limit_) forgetLearned();
  restoreAssumptions(assumptions);
  base_ = &base;
  agreed_ = agreed;
  startOverlay();
  std::int64_t restart_at = conflicts_ + 100, pause = 100;
  for (;;) {
    const int conflict = propagate();
    if (conflict != kNone) {
      if (!settleConflict(conflict)) return false;
      if (conflicts_ >= restart_at && decisionLevel() > static_cast<int>(assumptions_.size())) {
        backTo(static_cast<int>(assumptions_.size()));
        restart_at = conflicts_ + (pause += pause / 2);
      }
      startOverlay();
    } else if (decisionLevel() < static_cast<int>(assumptions_.size())) {
      if (!placeAssumptions()) return false;
      startOverlay();
    } else {
      const Lit next = nextDecision();
      if (next == kNone) return true;
      decide(next);
    }
  }
}

void ClauseSearch::restoreAssumptions(const std::vector<Lit>& assumptions) {
  const std::size_t most = std::min({assumptions.size(), assumptions_.size(), level_starts_.size()});
  std::size_t common = 0;
  while (common < most && assumptions[common] == assumptions_[common]) ++common;
  backTo(static_cast<int>(common));
  assumptions_ = assumptions;
}

/// Lays down assumptions until one needs propagation; a level for each, even where it holds already.
bool ClauseSearch::placeAssumptions() {
  while (decisionLevel() < static_cast<int>(assumptions_.size())) {
    const Lit next = assumptions_[decisionLevel()];
    if (values_[next] < 0) {
      explainFalse(next);
      return false;
    }
    const bool holds_already = values_[next] > 0;
    decide(holds_already ? kNone : next);
    if (!holds_already) break;
  }
  return true;
}

/// Up to here the trail cannot differ from the base.
std::size_t ClauseSearch::agreedEnd() const {
  if (agreed_ < 0) return 0;
  return decisionLevel() > agreed_ ? level_starts_[agreed_] : trail_.size();
}

/// The overlay's check begins anew, behind what the base agrees with.
void ClauseSearch::startOverlay() {
  flip_ = agreedEnd();
  flip_clause_ = 0;
  scanned_ = 0;
}

bool ClauseSearch::isKept(int clause) const {
  const Lit* literals = literalsOf(clause);
  return std::any_of(literals, literals + sizeOf(clause), [&](Lit lit) { return inSolution(lit); });
}

Lit ClauseSearch::nextDecision() {
  const Lit lit = brokenByFlips();
  return lit == kNone && agreed_ < 0 ? brokenInScan() : lit;
}

/// Only clauses of a literal that the overlay made false can be broken; of two literals, propagation sees to
/// it.
Lit ClauseSearch::brokenByFlips() {
  for (; flip_ < trail_.size(); ++flip_, flip_clause_ = 0) {
    const Lit lit = trail_[flip_];
    if (isTrue(*base_, lit)) continue;
    const std::vector<int>& clauses = occurrences_[negated(lit)];
    for (; flip_clause_ < clauses.size(); ++flip_clause_) {
      if (!isKept(clauses[flip_clause_])) return choiceIn(clauses[flip_clause_]);
    }
  }
  return kNone;
}

/// A base that is no solution may break any clause: round and round, until all were kept since the last
/// conflict.
Lit ClauseSearch::brokenInScan() {
  for (; scanned_ < given_.size(); ++scanned_, ++scan_) {
    if (scan_ >= given_.size()) scan_ = 0;
    if (!isKept(given_[scan_])) return choiceIn(given_[scan_]);
  }
  return kNone;
}

/// The open literal with the most conflicts of late.
Lit ClauseSearch::choiceIn(int clause) const {
  const Lit* literals = literalsOf(clause);
  Lit best = kNone;
  for (int at = 0; at < sizeOf(clause); ++at) {
    if (values_[literals[at]] != 0) continue;
    if (best == kNone || activity_[literals[at] >> 1] > activity_[best >> 1]) best = literals[at];
  }
  return best;
}

bool ClauseSearch::alsoTry(Lit lit) {
  if (values_[lit] != 0) return values_[lit] > 0;
  const int level = decisionLevel();
  for (Lit next = lit; next != kNone; next = nextDecision()) {
    decide(next);
    if (propagate() == kNone) continue;
    backTo(level);
    flip_ = trail_.size();
    flip_clause_ = 0;
    return false;
  }
  return true;
}

BitRow ClauseSearch::solution() const {
  BitRow row = *base_;
  for (std::size_t at = agreedEnd(); at < trail_.size(); ++at)
    row.set(trail_[at] >> 1, (trail_[at] & 1) == 0);
  return row;
}

std::vector<std::vector<Lit>> ClauseSearch::clauses() const {
  std::vector<std::vector<Lit>> clauses(contradictory_ ? 1 : 0);
  for (const int clause : given_)
    clauses.emplace_back(literalsOf(clause), literalsOf(clause) + sizeOf(clause));
  const std::size_t fixed = level_starts_.empty() ? trail_.size() : level_starts_[0];
  for (std::size_t at = 0; at < fixed; ++at) clauses.push_back({trail_[at]});
  return clauses;
}

int ClauseSearch::valueUnder(int count, Lit lit) const {
  return values_[lit] != 0 && level_[lit >> 1] <= count ? values_[lit] : 0;
}

}  // namespace configurator::engine
