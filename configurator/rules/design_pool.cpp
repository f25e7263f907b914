// Keeping witnesses over clicks: repair, search, pack several values into one design, drop idle designs.
#include "configurator/rules/design_pool.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace configurator::engine {

DesignPool::DesignPool(const DomainModel& model)
    : model_(model),
      encoding_(encode(model, search_, Guards::none)),
      blocked_(model.totalValues()),
      possible_(model.totalValues()) {
  const std::size_t size = search_.variableCount();
  true_somewhere_ = false_somewhere_ = asks_true_ = asks_false_ = BitRow(size);
  for (const Lit lit : encoding_.values) ((lit & 1) == 0 ? asks_true_ : asks_false_).set(lit >> 1);
}

/// The first design of all, and from it witnesses for every value without choices.
bool DesignPool::start() {
  if (started_) return !contradictory_;
  started_ = true;
  const BitRow nothing(search_.variableCount());
  contradictory_ = !search_.find({}, nothing, -1);
  if (contradictory_) return false;
  pool_.push_back(search_.solution());
  possibleValues();
  home_ = pool_;
  return true;
}

bool DesignPool::choose(std::vector<Lit> choices) {
  if (!start()) return false;
  // What stood before keeps its place, so that its propagation is kept too.
  const std::unordered_set<Lit> wanted(choices.begin(), choices.end());
  std::vector<Lit> order;
  for (const Lit lit : standing_) {
    if (wanted.contains(lit)) order.push_back(lit);
  }
  const int common = static_cast<int>(order.size());
  const bool only_more = order.size() == standing_.size();
  const std::unordered_set<Lit> kept(order.begin(), order.end());
  std::sort(choices.begin(), choices.end());
  for (const Lit lit : choices) {
    if (!kept.contains(lit)) order.push_back(lit);
  }
  if (only_more && static_cast<int>(order.size()) == common) return true;
  if (only_more) return adopt(order, common, pool_);
  // Choices taken back: old witnesses lie in a corner of the space; those from home bring back the width.
  std::vector<BitRow> candidates = order.empty() ? std::vector<BitRow>{} : pool_;
  candidates.insert(candidates.end(), home_.begin(), home_.end());
  BitRow blocked_before = std::exchange(blocked_, BitRow(model_.totalValues()));
  if (adopt(order, 0, candidates)) return true;
  blocked_ = std::move(blocked_before);
  return false;
}

/// Repairs the candidates, which keep the first `agreed` choices, into the new pool.
bool DesignPool::adopt(const std::vector<Lit>& choices, int agreed, const std::vector<BitRow>& candidates) {
  std::vector<BitRow> repaired;
  repaired.reserve(candidates.size());
  for (const BitRow& row : candidates) {
    const bool has_all =
        std::all_of(choices.begin() + agreed, choices.end(), [&](Lit lit) { return isTrue(row, lit); });
    if (has_all) {
      repaired.push_back(row);
      continue;
    }
    if (!search_.find(choices, row, agreed)) return false;
    repaired.push_back(search_.solution());
  }
  pool_ = std::move(repaired);
  standing_ = choices;
  settled_ = false;
  return true;
}

bool DesignPool::find(const std::vector<Lit>& more, const BitRow& base, int agreed) {
  asked_ = standing_;
  asked_.insert(asked_.end(), more.begin(), more.end());
  return search_.find(asked_, base, standingCount() + agreed);
}

const BitRow& DesignPool::possibleValues() {
  if (!start()) return possible_;
  if (settled_) return possible_;
  dropIdle();
  collectWitnesses();
  find({}, pool_.back());
  for (const int value : unwitnessed_) {
    const Lit lit = encoding_.values[value];
    if (isWitnessed(lit)) continue;
    if (search_.valueUnder(standingCount(), lit) < 0) {
      blocked_.set(value);
    } else {
      searchFor(value);
    }
  }
  for (std::size_t word = 0; word < possible_.wordCount(); ++word)
    possible_.word(word) = ~blocked_.word(word);
  settled_ = true;
  return possible_;
}

void DesignPool::collectWitnesses() {
  true_somewhere_ = false_somewhere_ = BitRow(search_.variableCount());
  for (const BitRow& row : pool_) addWitness(row);
  unwitnessed_.clear();
  for (int value = 0; value < model_.totalValues(); ++value) {
    if (!blocked_.test(value) && !isWitnessed(encoding_.values[value])) unwitnessed_.push_back(value);
  }
}

void DesignPool::addWitness(const BitRow& row) {
  for (std::size_t word = 0; word < row.wordCount(); ++word) {
    true_somewhere_.word(word) |= row.word(word);
    false_somewhere_.word(word) |= ~row.word(word);
  }
}

bool DesignPool::isWitnessed(Lit lit) const {
  return ((lit & 1) == 0 ? true_somewhere_ : false_somewhere_).test(lit >> 1);
}

void DesignPool::searchFor(int value) {
  if (!find({encoding_.values[value]}, pool_.back())) {
    blocked_.set(value);
    return;
  }
  packOthers(value);
  pool_.push_back(search_.solution());
  addWitness(pool_.back());
}

/// As many other values without a witness as go into the same design.
void DesignPool::packOthers(int value) {
  constexpr int kFailures = 50;
  int failures = 0;
  for (auto at = std::upper_bound(unwitnessed_.begin(), unwitnessed_.end(), value); at != unwitnessed_.end();
       ++at) {
    const Lit lit = encoding_.values[*at];
    if (search_.isFixedFalse(lit) || isWitnessed(lit) || blocked_.test(*at)) continue;
    if (!search_.alsoTry(lit) && ++failures == kFailures) return;
  }
}

/// Designs that show no value which a newer one does not show cost a repair at each click for nothing.
void DesignPool::dropIdle() {
  BitRow seen_true(search_.variableCount()), seen_false(search_.variableCount());
  std::vector<BitRow> kept;
  for (auto row = pool_.rbegin(); row != pool_.rend(); ++row) {
    bool adds = kept.empty();
    for (std::size_t word = 0; word < row->wordCount(); ++word) {
      const std::uint64_t shows_true = row->word(word) & asks_true_.word(word);
      const std::uint64_t shows_false = ~row->word(word) & asks_false_.word(word);
      adds = adds || (shows_true & ~seen_true.word(word)) != 0 || (shows_false & ~seen_false.word(word)) != 0;
    }
    if (!adds) continue;
    for (std::size_t word = 0; word < row->wordCount(); ++word) {
      seen_true.word(word) |= row->word(word);
      seen_false.word(word) |= ~row->word(word);
    }
    kept.push_back(std::move(*row));
  }
  std::reverse(kept.begin(), kept.end());
  pool_ = std::move(kept);
}

}  // namespace configurator::engine
