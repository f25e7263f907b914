#include "configurator/session/live_advice.h"

#include <algorithm>
#include <utility>

#include "configurator/session/apply_edits.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/fit_ways.h"
#include "configurator/session/option_advice.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

using engine::ValueState;

constexpr int kMostLooked = 8;  // ways that the rules allow, until enough of them can be built

/// Geometry's errors that a change brings.
std::vector<Violation> broughtByValue(const PlaceValue& asked, const Figures& now,
                                      const std::vector<Violation>& after) {
  if (asked.place.empty()) return onlyErrors(after);
  return errorsOf({{asked.place, asked.value}}, now.violations, after);
}

}  // namespace

void LiveAdvice::follow(PresentDesign now) {
  std::pair advised_for{now.design.template_id, factsOf(workshop_->catalog, now.design)};
  if (!advisor_ || advised_for != advised_for_) advisor_.emplace(*workshop_, now.design);
  advised_for_ = std::move(advised_for);
  consistent_ = advisor_->rules().isConsistent(now.design.choices);
  states_ = advisor_->rules().advise(now.design.choices);
  bounds_ = stepBoundsOf(workshop_->catalog, now.design, now.figures);
  rebuildCards(now);
  open(opened_ ? opened_->asked : PlaceValue{}, now);
}

void LiveAdvice::show(const std::string& place, PresentDesign now) {
  if (place == place_) return;
  place_ = place;
  attended_.clear();
  rebuildCards(now);
}

void LiveAdvice::close() {
  opened_.reset();
  if (laying_for_ && laying_for_->of_opened) {
    marker_run_.giveUp();
    laying_for_.reset();
  }
  std::erase_if(laid_, [](const Target& target) { return target.of_opened; });
}

void LiveAdvice::giveUp() {
  marker_run_.giveUp();
  laying_for_.reset();
  laid_.clear();
}

engine::ValueState LiveAdvice::stateOf(const PlaceValue& value) const {
  for (const PlaceAdvice& place : states_) {
    if (place.place != value.place) continue;
    for (const ValueAdvice& one : place.values) {
      if (one.value == value.value) return one.state;
    }
  }
  return ValueState::blocked;
}

void LiveAdvice::rebuildCards(PresentDesign now) {
  giveUp();
  cards_.clear();
  const auto shown = std::find_if(states_.begin(), states_.end(),
                                  [&](const PlaceAdvice& place) { return place.place == place_; });
  if (shown == states_.end() || shown->kind == Place::Parameter) return;
  for (const ValueAdvice& value : shown->values) cards_.push_back(cardOf(value, now));
}

ValueCard LiveAdvice::cardOf(const ValueAdvice& advice, PresentDesign now) {
  ValueCard card;
  card.value = advice.value;
  card.option = workshop_->catalog.findOption(place_, advice.value);
  card.state = advice.state;
  card.present = presentText(now.design.choices, place_) == advice.value;
  card.reckoned = card.present;
  if (card.present) return card;
  const PlaceValue asked{place_, advice.value};
  if (card.state == ValueState::blocked && consistent_)
    card.reasons = advisor_->rules().explain(now.design.choices, asked, 1);
  return card;
}

void LiveAdvice::open(const PlaceValue& asked, PresentDesign now) {
  close();
  const Choices& choices = now.design.choices;
  RuleAdvisor& rules = advisor_->rules();
  if (!asked.place.empty() && presentText(choices, asked.place) == asked.value) return;
  OpenedValue opened;
  opened.asked = asked;
  if (asked.place.empty()) {
    if (onlyErrors(now.figures.violations).empty()) return;
    opened.reasons = rules.explainContradiction(choices, kMostReasons);
    opened.untried = advisor_->findWaysOut(choices, kMostLooked);
  } else {
    opened.state = stateOf(asked);
    if (opened.state == ValueState::blocked && consistent_)
      opened.reasons = rules.explain(choices, asked, kMostReasons);
    opened.untried = advisor_->findWays(choices, {asked}, kMostLooked);
  }
  opened_ = std::move(opened);
}

/// The design as a card or a way would have it.
std::optional<Design> LiveAdvice::designOf(const Target& target, PresentDesign now) {
  Design other = now.design;
  if (target.of_opened) {
    other.choices = opened_->ways[target.index].choices;
    return other;
  }
  const auto ways = advisor_->findWays(other.choices, {{place_, cards_[target.index].value}}, 1);
  if (ways.empty()) return std::nullopt;
  other.choices = withSolvedCapacity(workshop_->catalog, ways.front().choices);
  return other;
}

void LiveAdvice::reckon(ValueCard& card, PresentDesign now) {
  card.reckoned = true;
  const PlaceValue asked{place_, card.value};
  std::vector<WayOut> ways = advisor_->findWays(now.design.choices, {asked}, 1);
  if (ways.empty()) return;
  const AgainstPresent comparison(*workshop_, now.design, now.figures);
  PricedWay priced = comparison.priced(now.design, std::move(ways.front()), false);
  card.changes = std::move(priced.way.changes);
  card.finds = broughtByValue(asked, now.figures, priced.finds);
  card.delta = priced.delta;
}

void LiveAdvice::tryNextWay(PresentDesign now) {
  OpenedValue& opened = *opened_;
  WayOut way = std::move(opened.untried.front());
  opened.untried.erase(opened.untried.begin());
  const AgainstPresent comparison(*workshop_, now.design, now.figures);
  PricedWay priced = comparison.priced(now.design, std::move(way), false);
  const std::vector<Violation> brought = broughtByValue(opened.asked, now.figures, priced.finds);
  if (brought.empty())
    opened.ways.push_back(std::move(priced));
  else if (opened.finds.empty()) {
    opened.finds = brought;
    opened.unfit = priced.choices;
  }
  if (opened.ways.size() == kMostWays) opened.untried.clear();
  if (opened.untried.empty() && opened.ways.empty()) lookFurther(now);
}

/// Once: what else may give way where geometry refuses all that the rules allow.
void LiveAdvice::lookFurther(PresentDesign now) {
  if (!opened_->unfit) return;
  const std::vector<PlaceValue> asked{opened_->asked};
  const Choices unfit = *std::exchange(opened_->unfit, std::nullopt);
  opened_->untried = fittingWays(workshop_->catalog, {now.design.choices, unfit, asked, opened_->finds,
                                                      factsOf(workshop_->catalog, now.design)});
}

bool LiveAdvice::computeNext(PresentDesign now) {
  if (!advisor_) return false;
  if (opened_ && !opened_->untried.empty()) {
    tryNextWay(now);
    return true;
  }
  if (!now.figures.estimate) return false;
  const auto open = [](const ValueCard& card) { return !card.reckoned; };
  auto next = std::find_if(cards_.begin(), cards_.end(),
                           [&](const ValueCard& card) { return open(card) && card.value == attended_; });
  if (next == cards_.end()) next = std::find_if(cards_.begin(), cards_.end(), open);
  if (next == cards_.end()) return layNext(now);
  reckon(*next, now);
  return true;
}

std::optional<LiveAdvice::Target> LiveAdvice::nextInexact() const {
  const auto wanted = [&](const Target& target, const std::optional<OptionDelta>& delta) {
    return delta && !delta->exact && std::find(laid_.begin(), laid_.end(), target) == laid_.end();
  };
  for (std::size_t i = 0; opened_ && i < opened_->ways.size(); ++i) {
    if (wanted({true, i}, opened_->ways[i].delta)) return Target{true, i};
  }
  std::optional<Target> other;
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    if (!wanted({false, i}, cards_[i].delta)) continue;
    if (cards_[i].value == attended_) return Target{false, i};
    if (!other) other = Target{false, i};
  }
  return other;
}

/// Differences are exact when the present design's cloth is laid and the other's is.
bool LiveAdvice::layNext(PresentDesign now) {
  const auto target = nextInexact();
  if (!target || laysCloth() || !now.figures.cloth_is_laid) return false;
  laid_.push_back(*target);
  const auto other = designOf(*target, now);
  if (!other) return true;
  const auto figures = AgainstPresent(*workshop_, now.design, now.figures).figuresOfOther(*other, false);
  if (!figures || !figures->product) return true;
  std::vector<bom::Product> products{*figures->product};
  for (const OtherSize& size : figures->other_sizes) products.push_back(size.product);
  laying_for_ = target;
  marker_run_.start(*workshop_, std::move(products));
  return false;
}

void LiveAdvice::priceAgain(PresentDesign now) {
  const std::optional<Target> target = std::exchange(laying_for_, std::nullopt);
  if (!target) return;
  if (target->of_opened && (!opened_ || target->index >= opened_->ways.size())) return;
  const auto other = designOf(*target, now);
  if (!other) return;
  const AgainstPresent comparison(*workshop_, now.design, now.figures);
  const auto figures = comparison.figuresOfOther(*other, false);
  if (!figures) return;
  (target->of_opened ? opened_->ways[target->index].delta : cards_[target->index].delta) =
      comparison.deltaTo(*figures);
}

bool LiveAdvice::takeLaidCloth(PresentDesign now) {
  const auto laid = marker_run_.take();
  if (!laid || !*laid) return false;
  priceAgain(now);
  return true;
}

void LiveAdvice::finishLaying(PresentDesign now) {
  while (computeNext(now) || laysCloth()) {
    if (!laysCloth()) continue;
    const auto laid = marker_run_.finish();
    if (laid && *laid) priceAgain(now);
  }
}

}  // namespace configurator
