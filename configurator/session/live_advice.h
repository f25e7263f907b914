// What stands beside the present design while the user clicks: state, reason and difference of every value of
// the place that is shown, and the ways to have one that is blocked. What the rules say is there at once;
// prices come in small steps, first about right for all, then exact, what the user looks at before the
// others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configurator/session/against_present.h"
#include "configurator/session/design_advisor.h"
#include "configurator/session/figures.h"
#include "configurator/session/marker_run.h"
#include "configurator/session/step_bounds.h"

namespace configurator {

/// An option of the shown slot or a material of the shown zone.
struct ValueCard {
  std::string value;
  const Option* option = nullptr;  ///< of a slot
  engine::ValueState state = engine::ValueState::available;
  bool present = false;              ///< the design has it now
  std::vector<Reason> reasons;       ///< of a blocked one: the shortest
  std::vector<PlaceChange> changes;  ///< what else changes with it; own choices where it is blocked
  std::vector<Violation> finds;      ///< what geometry has against it, although the rules allow it
  std::optional<OptionDelta> delta;  ///< with all changes
  bool reckoned = false;             ///< `finds` and `delta` are known

  bool canBeChosen() const { return state != engine::ValueState::blocked && finds.empty(); }
};

/// A value that the user asks about, or with no place the errors of the design itself.
struct OpenedValue {
  PlaceValue asked;
  engine::ValueState state = engine::ValueState::blocked;
  std::vector<Reason> reasons;   ///< shortest first
  std::vector<PricedWay> ways;   ///< that can be built, best first
  std::vector<WayOut> untried;   ///< allowed by the rules, not built yet
  std::vector<Violation> finds;  ///< what geometry has against the first that cannot be built
  std::optional<Choices> unfit;  ///< the choices of that one
};

/// What choosing a value did: it is in the design, with what went along; or it is opened
/// (LiveAdvice::opened), for what stands against it.
struct ChoiceMade {
  bool made = false;
  std::vector<PlaceChange> along;
};

/// The design with its figures. REQUIRES that both outlive the call that it is given to.
struct PresentDesign {
  const Design& design;
  const Figures& figures;
};

class LiveAdvice {
 public:
  /// REQUIRES that the workshop outlives it.
  explicit LiveAdvice(const Workshop& workshop) : workshop_(&workshop) {}

  /// The design or its figures are others than before.
  void follow(PresentDesign now);
  /// Which slot's or zone's cards are wanted.
  void show(const std::string& place, PresentDesign now);
  /// Explains a value; with no place, what the design breaks.
  void open(const PlaceValue& asked, PresentDesign now);
  void close();
  /// The card that the user looks at: it is reckoned first, and exactly. Empty: none.
  void attend(const std::string& value) { attended_ = value; }
  void giveUp();

  const std::string& place() const { return place_; }
  const std::vector<ValueCard>& cards() const { return cards_; }
  const OpenedValue* opened() const { return opened_ ? &*opened_ : nullptr; }
  const std::string& attended() const { return attended_; }
  const std::vector<StepBound>& bounds() const { return bounds_; }
  /// Of any place of the catalog. REQUIRES that a design has been followed.
  engine::ValueState stateOf(const PlaceValue& value) const;
  DesignAdvisor& advisor() { return *advisor_; }

  /// One small step; false when there is nothing to do but to wait for markers.
  bool computeNext(PresentDesign now);
  bool laysCloth() const { return marker_run_.isLaying(); }
  /// Takes markers that have been laid; true when a difference has become exact.
  bool takeLaidCloth(PresentDesign now);
  void finishLaying(PresentDesign now);

 private:
  /// Whose markers are being laid: a card, or a way of the opened value.
  struct Target {
    bool of_opened = false;
    std::size_t index = 0;
    bool operator==(const Target&) const = default;
  };

  void rebuildCards(PresentDesign now);
  ValueCard cardOf(const ValueAdvice& advice, PresentDesign now);
  void reckon(ValueCard& card, PresentDesign now);
  void tryNextWay(PresentDesign now);
  void lookFurther(PresentDesign now);
  bool layNext(PresentDesign now);
  std::optional<Target> nextInexact() const;
  std::optional<Design> designOf(const Target& target, PresentDesign now);
  void priceAgain(PresentDesign now);

  const Workshop* workshop_;
  std::pair<std::string, RuleFacts> advised_for_;  // what of the design the advisor hangs on
  std::optional<DesignAdvisor> advisor_;
  bool consistent_ = true;  // the user's own values can stand together
  std::vector<PlaceAdvice> states_;
  std::vector<StepBound> bounds_;
  std::string place_, attended_;
  std::vector<ValueCard> cards_;
  std::optional<OpenedValue> opened_;
  MarkerRun marker_run_;
  std::optional<Target> laying_for_;
  std::vector<Target> laid_;  // as exact as they will be
};

}  // namespace configurator
