// What may still be chosen in a design and what it would change; why a value is blocked and the ways to have
// it nevertheless: the rules' answers (rule_advisor.h) with cost and mass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "configurator/design/design.h"
#include "configurator/rules/rule_advisor.h"
#include "configurator/session/against_present.h"
#include "configurator/session/figures.h"
#include "configurator/session/option_delta.h"

namespace configurator {

/// One value of a slot, parameter or zone.
struct AdvisedValue {
  std::string value;
  engine::ValueState state = engine::ValueState::blocked;
  bool present = false;              ///< the design has it now
  std::vector<Reason> reasons;       ///< of a blocked option or material: the shortest one; where own
                                     ///< values contradict each other, none
  std::vector<Violation> finds;      ///< of an option: what geometry has against it as the design stands
  std::vector<PlaceChange> along;    ///< of an option: what else changes with it; own choices where blocked
  std::optional<OptionDelta> delta;  ///< of options that can be had, with all that changes
};

struct AdvisedPlace {
  Place kind = Place::Slot;
  std::string place;
  std::vector<AdvisedValue> values;
  std::optional<double> solved;  ///< of a parameter that follows from others: what is built
};

struct OptionAdvice {
  bool valid = false;                  ///< the design keeps its rules
  bool consistent = false;             ///< the user's own values can stand together
  std::vector<Reason> contradictions;  ///< else why not
  std::vector<AdvisedPlace> places;
  std::int64_t quantity = 0;  ///< pieces that costs are for; 0 where there is no cost
  std::string incoterm;
};

/// Whose values are told, and which of them get cost and mass: each is a design that is built.
struct AdviceScope {
  std::string place;       ///< that alone, all of it exact; empty: every slot, parameter and zone
  bool price_all = false;  ///< numbers and materials too, not options alone
};

/// Of all places cloth is reckoned as the present design takes it. Fails as figuresOf.
Result<OptionAdvice> adviseOn(const Workshop& workshop, const Design& design, const FigureRequest& request,
                              const AdviceScope& scope = {});

struct WhyAnswer {
  bool valid = false;
  engine::ValueState state = engine::ValueState::blocked;
  std::vector<Reason> reasons;  ///< shortest first; of a blocked or forced value
  std::vector<PricedWay> ways;  ///< to have it; of a blocked or available value
};

constexpr int kMostReasons = 5, kAllReasons = 1000, kMostWays = 3;

/// REQUIRES a slot, parameter or zone of the catalog. Fails as figuresOf.
Result<WhyAnswer> explainValue(const Workshop& workshop, const Design& design, const PlaceValue& asked,
                               const FigureRequest& request, int most_reasons = kMostReasons);

/// That there is no such slot, parameter or zone, with the nearest known one; nothing when there is.
std::optional<std::string> objectionToPlace(const Catalog& catalog, const std::string& place);

/// What is unknown in PLACE=VALUE, with the nearest known word; nothing when both are known. A number or
/// material that the place cannot take is known.
std::optional<std::string> objectionToValue(const Workshop& workshop, const Design& design,
                                            const PlaceValue& asked);

}  // namespace configurator
