// Prices what the rules allow: each choice with all that goes along with it, by the road of every figure.
#include "configurator/session/option_advice.h"

#include <algorithm>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"
#include "configurator/design/edit_design.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/choose_anyway.h"
#include "configurator/session/design_advisor.h"
#include "configurator/session/design_facts.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

using engine::ValueState;

/// Fills in what a value would change; what geometry finds is told instead. `laid`: exactly.
void priceValue(const AgainstPresent& comparison, const Design& other, bool laid, AdvisedValue& value) {
  if (value.present && comparison.now().estimate) {
    value.delta = deltaBetween(comparison.now(), comparison.now());
    return;
  }
  const auto figures = comparison.figuresOfOther(other, laid);
  if (!figures) return;
  comparison.tellBuiltNumbers(*figures, other.choices, value.along);
  if (figures->valid) {
    value.delta = comparison.deltaTo(*figures);
    if (value.delta && !laid) value.delta->exact = false;
  } else {
    value.finds = onlyErrors(figures->violations);
  }
}

/// REQUIRES that the user's own values can stand together.
class ValueAdvisor {
 public:
  ValueAdvisor(const Workshop& workshop, const Design& design, DesignAdvisor& advisor,
               const AgainstPresent& comparison, bool laid)
      : workshop_(workshop), design_(design), advisor_(advisor), comparison_(comparison), laid_(laid) {}

  void explain(const PlaceValue& asked, AdvisedValue& value) {
    if (value.state == ValueState::blocked)
      value.reasons = advisor_.rules().explain(design_.choices, asked, 1);
  }

  /// With all that goes along with it.
  void price(const PlaceValue& asked, AdvisedValue& value) {
    if (value.present) return priceValue(comparison_, design_, laid_, value);
    const std::vector<WayOut> ways = advisor_.findWays(design_.choices, {asked}, 1);
    if (ways.empty()) return;
    value.along = ways.front().changes;
    Design other = design_;
    other.choices = withSolvedCapacity(workshop_.catalog, ways.front().choices);
    priceValue(comparison_, other, laid_, value);
  }

 private:
  const Workshop& workshop_;
  const Design& design_;
  DesignAdvisor& advisor_;
  const AgainstPresent& comparison_;
  bool laid_;
};

/// Nothing where the file's own number is what is built.
std::optional<double> solvedNumber(const Figures& now, const Choices& choices, const std::string& parameter) {
  const auto chosen = choices.parameters.find(parameter);
  if (!now.pack || chosen == choices.parameters.end()) return std::nullopt;
  const Chosen<double> built = presentValue(chosen->second, parameter, &*now.pack);
  return built.by == By::Solved ? std::optional(built.value) : std::nullopt;
}

void tellOrder(const Figures& now, OptionAdvice& advice) {
  if (!now.estimate) return;
  advice.quantity = now.estimate->breaks.front().quantity;
  advice.incoterm = now.estimate->input.incoterm;
}

/// Ways that can be built; where geometry refuses all of them, those that the rules allow.
std::vector<WayOut> waysFor(const Workshop& workshop, const Design& design, DesignAdvisor& advisor,
                            const std::vector<PlaceValue>& asked) {
  std::vector<KeyValue> edits;
  for (const PlaceValue& one : asked) edits.push_back({one.place, one.value});
  auto built = findAnyway(workshop, design, edits, {kMostWays, edits.empty()});
  if (!built || built->ways.empty()) return advisor.findWays(design.choices, asked, kMostWays);
  std::vector<WayOut> ways;
  for (PricedWay& way : built->ways) ways.push_back(std::move(way.way));
  return ways;
}

std::vector<std::string> placesOf(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Slot& slot : catalog.slots) ids.push_back(slot.id);
  for (const Parameter& parameter : catalog.parameters) ids.push_back(parameter.id);
  for (const Zone& zone : catalog.zones) ids.push_back(zone.id);
  return ids;
}

}  // namespace

Result<OptionAdvice> adviseOn(const Workshop& workshop, const Design& design, const FigureRequest& request,
                              const AdviceScope& scope) {
  const auto comparison = AgainstPresent::make(workshop, design, request);
  if (!comparison) return failure(comparison.error().message);
  DesignAdvisor advisor(workshop, design);
  RuleAdvisor& rules = advisor.rules();
  OptionAdvice advice;
  advice.valid = comparison->now().valid;
  tellOrder(comparison->now(), advice);
  advice.consistent = rules.isConsistent(design.choices);
  if (!advice.consistent) advice.contradictions = rules.explainContradiction(design.choices, kMostReasons);
  ValueAdvisor values(workshop, design, advisor, *comparison, !scope.place.empty());
  for (const PlaceAdvice& place : rules.advise(design.choices)) {
    if (!scope.place.empty() && place.place != scope.place) continue;
    const bool is_priced = place.kind == Place::Slot || scope.price_all || !scope.place.empty();
    AdvisedPlace advised{place.kind, place.place, {}, {}};
    advised.solved = solvedNumber(comparison->now(), design.choices, place.place);
    for (const ValueAdvice& one : place.values) {
      AdvisedValue value;
      value.value = one.value;
      value.state = one.state;
      value.present = presentText(design.choices, place.place) == one.value;
      const PlaceValue asked{place.place, one.value};
      if (advice.consistent || value.state != ValueState::blocked) {
        if (place.kind != Place::Parameter || !scope.place.empty()) values.explain(asked, value);
        if (is_priced) values.price(asked, value);
      }
      advised.values.push_back(std::move(value));
    }
    advice.places.push_back(std::move(advised));
  }
  return advice;
}

Result<WhyAnswer> explainValue(const Workshop& workshop, const Design& design, const PlaceValue& asked,
                               const FigureRequest& request, int most_reasons) {
  const auto comparison = AgainstPresent::make(workshop, design, request);
  if (!comparison) return failure(comparison.error().message);
  DesignAdvisor advisor(workshop, design);
  RuleAdvisor& rules = advisor.rules();
  WhyAnswer answer{comparison->now().valid, rules.stateOf(design.choices, asked), {}, {}};
  const bool consistent = rules.isConsistent(design.choices);
  std::vector<WayOut> ways;
  if (answer.state == ValueState::chosen && !consistent) {
    answer.reasons = rules.explainContradiction(design.choices, most_reasons);
    ways = waysFor(workshop, design, advisor, {});
  } else if (answer.state == ValueState::blocked || answer.state == ValueState::forced) {
    answer.reasons = rules.explain(design.choices, asked, most_reasons);
  }
  if (answer.state == ValueState::blocked) ways = waysFor(workshop, design, advisor, {asked});
  if (answer.state == ValueState::available) ways = advisor.findWays(design.choices, {asked}, 1);
  for (WayOut& way : ways) answer.ways.push_back(comparison->priced(design, std::move(way), true));
  return answer;
}

std::optional<std::string> objectionToPlace(const Catalog& catalog, const std::string& place) {
  const std::vector<std::string> known = placesOf(catalog);
  if (std::find(known.begin(), known.end(), place) != known.end()) return std::nullopt;
  return "\"" + place + "\" is no slot, parameter or zone" + didYouMean(place, known);
}

std::optional<std::string> objectionToValue(const Workshop& workshop, const Design& design,
                                            const PlaceValue& asked) {
  const Catalog& catalog = workshop.catalog;
  const bool is_zone = catalog.findZone(asked.place) != nullptr;
  const bool is_parameter = catalog.findParameter(asked.place) != nullptr;
  if (auto unknown = objectionToPlace(catalog, asked.place)) return unknown;
  if (is_parameter && parseDecimal(asked.value)) return std::nullopt;
  if (is_zone && (catalog.findItem(asked.value) != nullptr || catalog.findSeries(asked.value) != nullptr))
    return std::nullopt;
  if (asked.value == "auto") return asked.place + ": \"auto\" is no value to ask for";
  const auto edited = applyEdit(catalog, design, asked.place, asked.value);
  return edited ? std::nullopt : std::optional(edited.error().message);
}

}  // namespace configurator
