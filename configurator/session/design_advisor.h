// The catalog's rules asked about one design: the one place where an advisor is made for it. What nobody of
// the user's chose goes back to the template's where it can.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/session/workshop.h"

namespace configurator {

/// For one thread at a time. Stays right while the design's choices change, not its template, its use, its
/// market or its colours.
class DesignAdvisor {
 public:
  /// REQUIRES that the workshop outlives it.
  DesignAdvisor(const Workshop& workshop, const Design& design);

  RuleAdvisor& rules() { return rules_; }

  /// As RuleAdvisor::findWaysForAll, with `changes` against `present`. Where something has to change, values
  /// that were solved for earlier choices are the template's again as far as the rules let them.
  std::vector<WayOut> findWays(const Choices& present, const std::vector<PlaceValue>& asked, int limit);
  /// As RuleAdvisor::findWaysOut.
  std::vector<WayOut> findWaysOut(const Choices& present, int limit);

  /// The choices as if that of `place` had never been made: it and all solved values are the template's, or
  /// next to them as the user's other choices allow. Nothing where those contradict each other.
  std::optional<Choices> takenBack(Choices choices, const std::string& place);

 private:
  Choices withoutSolved(Choices choices) const;

  const Workshop* workshop_;
  RuleFacts facts_;
  RuleAdvisor rules_;
  Choices template_;  ///< what the design started from; the catalog's defaults where no template is known
};

/// What differs in `then`, in catalog order, without the places of `asked`.
std::vector<PlaceChange> changesBetween(const Catalog& catalog, const Choices& present, const Choices& then,
                                        const std::vector<PlaceValue>& asked);

/// Slots, parameters and zones whose value is the user's, in catalog order.
std::vector<PlaceValue> ownChoicesOf(const Catalog& catalog, const Choices& choices);

}  // namespace configurator
