// A pool of found designs: witnesses that values are possible. At each click a design that breaks the new
// choice is not thrown away but repaired near where it was; what then has no witness left is searched for,
// several values to a search, or proved blocked.
#pragma once

#include <vector>

#include "configurator/rules/clause_encoding.h"

namespace configurator::engine {

class DesignPool {
 public:
  explicit DesignPool(const DomainModel& model);

  /// Lets these literals hold from here on. False when no design has them all: then the literals before
  /// stand, and core() names some that cannot stand together.
  bool choose(std::vector<Lit> choices);
  /// Is there a design at all, without choices?
  bool start();
  const std::vector<Lit>& core() const { return search_.core(); }

  /// The values that some design with the choices has: bit firstValue(variable) + value. Exact.
  const BitRow& possibleValues();

  /// A design with the choices and `more`, near `base`, which has the choices and the first `agreed` of
  /// `more`.
  bool find(const std::vector<Lit>& more, const BitRow& base, int agreed = 0);
  /// The same without the choices: `asked` says everything.
  bool findApart(const std::vector<Lit>& asked, const BitRow& base, int agreed = 0) {
    return search_.find(asked, base, agreed);
  }
  BitRow found() const { return search_.solution(); }
  /// What propagation alone says of a literal under the choices and the first `more` of the last find.
  int valueUnder(int more, Lit lit) const { return search_.valueUnder(standingCount() + more, lit); }

  /// Some designs with the choices; at least one after a choose that succeeded.
  const std::vector<BitRow>& designs() const { return pool_; }
  const ClauseEncoding& encoding() const { return encoding_; }

 private:
  int standingCount() const { return static_cast<int>(standing_.size()); }
  bool adopt(const std::vector<Lit>& choices, int agreed, const std::vector<BitRow>& candidates);
  bool keeps(const BitRow& row, int from) const;
  void collectWitnesses();
  void addWitness(const BitRow& row);
  bool isWitnessed(Lit lit) const;
  void searchFor(int value);
  void packOthers(int value);
  void dropIdle();

  const DomainModel& model_;
  ClauseSearch search_;
  ClauseEncoding encoding_;
  std::vector<Lit> standing_;
  std::vector<Lit> asked_;    ///< scratch: standing_ and more
  std::vector<BitRow> home_;  ///< witnesses for all values without any choice
  std::vector<BitRow> pool_;
  bool started_ = false, contradictory_ = false;
  bool settled_ = false;                     ///< possible_ is that of standing_
  BitRow blocked_, possible_;                ///< by value
  BitRow true_somewhere_, false_somewhere_;  ///< by variable of the search
  BitRow asks_true_, asks_false_;            ///< by variable of the search: a value's literal
  std::vector<int> unwitnessed_;
};

}  // namespace configurator::engine
