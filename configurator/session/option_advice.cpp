// Prices what the rules allow: each choice with all that goes along with it, by the road of every figure.
#include "configurator/session/option_advice.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "configurator/catalog/near_word.h"
#include "configurator/catalog/number_text.h"
#include "configurator/session/design_facts.h"
#include "configurator/design/edit_design.h"
#include "configurator/session/choice_state.h"
#include "configurator/session/solved_capacity.h"

namespace configurator {
namespace {

using engine::ValueState;

/// Cost and mass of other choices against the present design.
class AgainstPresent {
 public:
  static Result<AgainstPresent> make(const Workshop& workshop, const Design& design, FigureRequest request) {
    request.in_all_sizes = true;
    request.price_only = true;
    auto now = figuresOf(workshop, design, request);
    if (!now) return failure(now.error().message);
    return AgainstPresent(workshop, design, std::move(request), std::move(*now));
  }

  const Figures& now() const { return now_; }

  /// `laid`: with markers of its own. Figures that fail are none.
  std::optional<Figures> figures(Choices choices, bool laid) const {
    Design other = *design_;
    other.choices = std::move(choices);
    FigureRequest request = request_;
    if (!laid) request.cloth_like = &now_.consumption;
    auto figures = figuresOf(*workshop_, other, request);
    if (!figures) return std::nullopt;
    return std::move(*figures);
  }

 private:
  AgainstPresent(const Workshop& workshop, const Design& design, FigureRequest request, Figures now)
      : workshop_(&workshop), design_(&design), request_(std::move(request)), now_(std::move(now)) {}

  const Workshop* workshop_;
  const Design* design_;
  FigureRequest request_;
  Figures now_;
};

std::vector<Violation> onlyErrors(std::vector<Violation> violations) {
  std::erase_if(violations, [](const Violation& violation) { return violation.severity != "error"; });
  return violations;
}

/// A number as the pack has it, to a tenth; empty where none is built.
std::string builtNumber(const Figures& figures, const Choices& choices, const std::string& parameter) {
  const auto chosen = choices.parameters.find(parameter);
  if (!figures.pack || chosen == choices.parameters.end()) return "";
  const double value = presentValue(chosen->second, parameter, &*figures.pack).value;
  return formatNumber(std::round(value * 10) / 10);
}

/// Numbers that nobody gave follow from the others: what changes is what is built, not what the file says.
void tellBuiltNumbers(const Figures& now, const Choices& present, const Figures& then, const Choices& other,
                      std::vector<PlaceChange>& changes) {
  std::erase_if(changes, [&](PlaceChange& change) {
    if (change.own || !present.parameters.contains(change.place)) return false;
    change.from = builtNumber(now, present, change.place);
    change.to = builtNumber(then, other, change.place);
    return change.from.empty() || change.to.empty() || change.from == change.to;
  });
}

/// Fills in what an option would change; what geometry finds is told instead.
void priceOption(const AgainstPresent& comparison, const Choices& present, const Choices& choices,
                 AdvisedValue& value) {
  if (value.present && comparison.now().estimate) {
    value.delta = deltaBetween(comparison.now(), comparison.now());
    return;
  }
  const auto figures = comparison.figures(choices, false);
  if (!figures) return;
  tellBuiltNumbers(comparison.now(), present, *figures, choices, value.along);
  if (figures->valid) {
    value.delta = deltaBetween(comparison.now(), *figures);
    if (value.delta) value.delta->exact = false;
  } else {
    value.finds = onlyErrors(figures->violations);
  }
}

/// The choices of a way, with the litres that they lead to.
Choices settled(const Catalog& catalog, const WayOut& way) {
  return withSolvedCapacity(catalog, way.choices);
}

void adviseOnValue(const Workshop& workshop, const Design& design, RuleAdvisor& advisor,
                   const AgainstPresent& comparison, std::pair<const PlaceAdvice*, AdvisedValue*> at) {
  const PlaceValue asked{at.first->place, at.second->value};
  AdvisedValue& value = *at.second;
  if (value.state == ValueState::blocked) {
    value.reasons = advisor.explain(design.choices, asked, 1);
  } else if (at.first->kind == Place::Slot) {
    if (value.present) return priceOption(comparison, design.choices, design.choices, value);
    const std::vector<WayOut> ways = advisor.findWays(design.choices, asked, 1);
    if (ways.empty()) return;
    value.along = ways.front().changes;
    priceOption(comparison, design.choices, settled(workshop.catalog, ways.front()), value);
  }
}

PricedWay priced(const Workshop& workshop, const Design& design, const AgainstPresent& comparison,
                 WayOut way) {
  PricedWay result{std::move(way), {}, {}, {}};
  result.choices = settled(workshop.catalog, result.way);
  const auto figures = comparison.figures(result.choices, true);
  if (figures)
    tellBuiltNumbers(comparison.now(), design.choices, *figures, result.choices, result.way.changes);
  if (figures && figures->valid) result.delta = deltaBetween(comparison.now(), *figures);
  if (figures && !figures->valid) result.finds = onlyErrors(figures->violations);
  return result;
}

std::vector<std::string> placesOf(const Catalog& catalog) {
  std::vector<std::string> ids;
  for (const Slot& slot : catalog.slots) ids.push_back(slot.id);
  for (const Parameter& parameter : catalog.parameters) ids.push_back(parameter.id);
  for (const Zone& zone : catalog.zones) ids.push_back(zone.id);
  return ids;
}

}  // namespace

Result<OptionAdvice> adviseOn(const Workshop& workshop, const Design& design, const FigureRequest& request) {
  const auto comparison = AgainstPresent::make(workshop, design, request);
  if (!comparison) return failure(comparison.error().message);
  RuleAdvisor advisor(rulesOf(workshop, design));
  OptionAdvice advice;
  advice.valid = comparison->now().valid;
  advice.consistent = advisor.isConsistent(design.choices);
  if (!advice.consistent) advice.contradictions = advisor.explainContradiction(design.choices, kMostReasons);
  for (const PlaceAdvice& place : advisor.advise(design.choices)) {
    AdvisedPlace advised{place.kind, place.place, {}};
    for (const ValueAdvice& one : place.values) {
      AdvisedValue value;
      value.value = one.value;
      value.state = one.state;
      value.present = presentText(design.choices, place.place) == one.value;
      if (place.kind != Place::Parameter && (advice.consistent || value.state != ValueState::blocked))
        adviseOnValue(workshop, design, advisor, *comparison, {&place, &value});
      advised.values.push_back(std::move(value));
    }
    advice.places.push_back(std::move(advised));
  }
  return advice;
}

Result<WhyAnswer> explainValue(const Workshop& workshop, const Design& design, const PlaceValue& asked,
                               const FigureRequest& request) {
  const auto comparison = AgainstPresent::make(workshop, design, request);
  if (!comparison) return failure(comparison.error().message);
  RuleAdvisor advisor(rulesOf(workshop, design));
  WhyAnswer answer{comparison->now().valid, advisor.stateOf(design.choices, asked), {}, {}};
  const bool consistent = advisor.isConsistent(design.choices);
  std::vector<WayOut> ways;
  if (answer.state == ValueState::chosen && !consistent) {
    answer.reasons = advisor.explainContradiction(design.choices, kMostReasons);
    ways = advisor.findWaysOut(design.choices, kMostWays);
  } else if (answer.state == ValueState::blocked || answer.state == ValueState::forced) {
    answer.reasons = advisor.explain(design.choices, asked, kMostReasons);
  }
  if (answer.state == ValueState::blocked) ways = advisor.findWays(design.choices, asked, kMostWays);
  if (answer.state == ValueState::available) ways = advisor.findWays(design.choices, asked, 1);
  for (WayOut& way : ways) answer.ways.push_back(priced(workshop, design, *comparison, std::move(way)));
  return answer;
}

std::optional<std::string> objectionToValue(const Workshop& workshop, const Design& design,
                                            const PlaceValue& asked) {
  const Catalog& catalog = workshop.catalog;
  const bool is_zone = catalog.findZone(asked.place) != nullptr;
  const bool is_parameter = catalog.findParameter(asked.place) != nullptr;
  if (!is_zone && !is_parameter && catalog.findSlot(asked.place) == nullptr) {
    return "\"" + asked.place + "\" is no slot, parameter or zone" +
           didYouMean(asked.place, placesOf(catalog));
  }
  if (is_parameter && parseDecimal(asked.value)) return std::nullopt;
  if (is_zone && (catalog.findItem(asked.value) != nullptr || catalog.findSeries(asked.value) != nullptr))
    return std::nullopt;
  if (asked.value == "auto") return asked.place + ": \"auto\" is no value to ask for";
  const auto edited = applyEdit(catalog, design, asked.place, asked.value);
  return edited ? std::nullopt : std::optional(edited.error().message);
}

}  // namespace configurator
