// Edits that break rules, made nevertheless: the fewest of the user's other choices give way. And ways out
// for a design whose choices contradict the catalog.
#pragma once

#include <vector>

#include "configurator/session/against_present.h"
#include "configurator/session/apply_edits.h"
#include "configurator/session/option_advice.h"

namespace configurator {

struct AnywayAnswer {
  Design edited;                      ///< with the edits, all else as it was
  std::vector<Violation> violations;  ///< the errors that they bring; empty: the edits can be made
  std::vector<Violation> left;        ///< where they can: the errors that `edited` has nevertheless
  std::vector<Reason> reasons;        ///< own choices in their way, shortest first; empty where none is
  bool asks_contradiction = false;    ///< the reasons are of what is asked for alone
  std::vector<PricedWay> ways;        ///< best first; each was built. Without errors where such a way was
                                      ///< found, else none of them brings one
};

struct AnywayLimits {
  int ways = kMostWays;
  bool mend_all = true;  ///< ways for `left` too
};

/// `edits` empty: ways out of the errors that the design has. Ways are unpriced where the design has no
/// price. Fails on keys and values that nobody knows.
tl::expected<AnywayAnswer, EditRefusal> findAnyway(const Workshop& workshop, const Design& design,
                                                   const std::vector<KeyValue>& edits,
                                                   AnywayLimits limits = {});

/// The design with the edits, changed in that way.
Design takenWay(const AnywayAnswer& answer, const PricedWay& way);

/// The slots, parameters and zones that edits give a value, with it.
std::vector<PlaceValue> askedBy(const Catalog& catalog, const std::vector<KeyValue>& edits,
                                const Choices& edited);

}  // namespace configurator
