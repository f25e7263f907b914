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
  std::vector<Violation> violations;  ///< the errors that they bring; empty: nothing else has to change
  std::vector<Reason> reasons;        ///< own choices in their way, shortest first; empty where none is
  std::vector<PricedWay> ways;        ///< best first; each was built and brings no error
};

/// `edits` empty: ways out of the errors that the design has. At most `limit` ways, unpriced where the design
/// has no price. Fails on keys and values that nobody knows.
tl::expected<AnywayAnswer, EditRefusal> findAnyway(const Workshop& workshop, const Design& design,
                                                   const std::vector<KeyValue>& edits, int limit = kMostWays);

/// The design with the edits, changed in that way.
Design takenWay(const AnywayAnswer& answer, const PricedWay& way);

/// The slots, parameters and zones that edits give a value, with it.
std::vector<PlaceValue> askedBy(const Catalog& catalog, const std::vector<KeyValue>& edits,
                                const Choices& edited);

}  // namespace configurator
